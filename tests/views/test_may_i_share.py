"""«May I share?» as a reader meets it: the table leads to answers, and an answer is short and says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder.model.handbook import Handbook
from builder.model.vocabulary import Category, Matter
from builder.views import routes
from builder.views.workplaces import SAID

from tests.support import Document, all_pages, checked, mini_file, site_html, varied

RULES = "common/rules.yml"


def test_every_kind_of_service_can_say_where_it_works() -> None:
    assert set(SAID) == set(Category)


def test_every_matter_has_an_anchor_of_its_own() -> None:
    anchors = {routes.receiver_anchor(Category.SCHOOL, matter) for matter in Matter}
    assert len(anchors) == len(Matter)


@pytest.fixture(scope="module")
def skole(mini_html: dict[str, str]) -> Document:
    return Document(mini_html["kan-jeg-dele/skole"])


def cards(html: str) -> list[str]:
    """The answers of a page, one by one."""
    return html.split('<article class="hb-answer-card')[1:]


def test_each_cell_of_the_table_leads_to_an_answer(mini_html: dict[str, str]) -> None:
    index = Document(mini_html["kan-jeg-dele/index"])
    cells = [address for address in index.addresses if "#til-" in address]
    assert len(cells) == 2 * 4  # two kinds of service tell these two, child welfare and the police
    for address in cells:
        page, _, anchor = address.partition("#")
        assert anchor in Document(mini_html[f"kan-jeg-dele/{page.removesuffix('.html')}"]).ids


def test_a_reader_chooses_what_it_is_about_and_whom_to_tell(skole: Document) -> None:
    assert {"gjelder-bekymring", "gjelder-samarbeid"} <= set(skole.ids)
    for address in skole.addresses:
        if address.startswith("#"):
            assert address[1:] in skole.ids
    assert {"#til-barnevern-bekymring", "#til-pp-tjeneste"} <= set(skole.addresses)


def test_every_answer_names_the_duties_that_come_before_confidentiality(mini_html: dict[str, str]) -> None:
    found = cards(mini_html["kan-jeg-dele/skole"])
    assert len(found) == 3  # report, avert, and ask
    for card in found:
        assert "../taushetsplikt/meldeplikt.html" in card
        assert "../taushetsplikt/avvergingsplikt.html" in card


def test_an_answer_says_what_to_do_the_law_and_how(mini_html: dict[str, str]) -> None:
    card = next(card for card in cards(mini_html["kan-jeg-dele/skole"]) if 'id="til-barnevern-bekymring"' in card)
    text = Document(card).text
    assert "Du skal melde til barnevernet." in text
    assert "../lover.html#barnevernsloven-13-2" in card
    assert "Slik gjør du: Ring barnevernet hvis du er i tvil." in text
    assert "Ikke si: «Jeg lover å ikke si det til noen.»" in text


def test_an_answer_whose_rule_should_have_been_reviewed_says_so(tmp_path: Path) -> None:
    text = mini_file(RULES).replace("  answer: Ring 112.\n", "  answer: Ring 112.\n  next_review: 2026-11-01\n")
    html = site_html(checked(varied(tmp_path, {RULES: text})).handbook)["kan-jeg-dele/skole"]
    said = "Regelen skulle vært gjennomgått innen søndag 1. november 2026."
    assert [said in Document(card).text for card in cards(html)].count(True) == 1


def test_what_the_law_opens_without_consent_stands_behind_the_answer_that_says_to_ask(tmp_path: Path) -> None:
    opening = (
        "- id: unntak\n  title: Unntak\n  kind: right-to-share\n  answer: bare det oppgaven krever\n"
        "  summary: S\n  consent: {need: first}\n  legal_basis: [barnevernsloven § 13-1]\n"
        "  sender: {everyone: true}\n  receiver: {everyone: true}\n"
    )
    html = site_html(checked(varied(tmp_path, {RULES: mini_file(RULES) + opening})).handbook)["kan-jeg-dele/skole"]
    card = next(card for card in cards(html) if 'id="til-pp-tjeneste"' in card)
    assert "Spør foreldrene først." in Document(card).text
    assert "Uten samtykke: bare det oppgaven krever" in Document(card).text


def test_the_answers_are_not_in_the_book_and_not_in_the_navigation(mini: Handbook) -> None:
    pages = [page for page in all_pages(mini) if page.template == "share"]
    assert len(pages) == 2
    assert not any(page.listed for page in pages)


@pytest.mark.parametrize(
    ("page", "place"),
    [
        ("tjenester/ppt", "../kan-jeg-dele/pp-tjeneste.html"),
        ("taushetsplikt/meldeplikt", "../kan-jeg-dele/index.html"),
        ("moteplasser/team", "../kan-jeg-dele/index.html"),
    ],
)
def test_what_tells_of_rules_leads_to_the_answer(mini_html: dict[str, str], page: str, place: str) -> None:
    assert place in Document(mini_html[page]).addresses
