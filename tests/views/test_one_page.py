"""A page of the handbook on one sheet: each record has one, it says all the page does, and what is urgent stands first."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builder.edition.edition import Edition
from builder.facts.audience import for_audience
from builder.facts.sharing import sharing_of
from builder.model.audience import Audience
from builder.model.handbook import Handbook
from builder.pdf.sheets import Printer
from builder.prose import plain
from builder.views.sheets.sheet import Sheet

from tests.rules.test_rules import with_fragment
from tests.support import MINI, Document, checked, varied


@pytest.fixture(scope="module")
def mini() -> Handbook:
    return checked(MINI).handbook


def sheets(handbook: Handbook) -> dict[str, Sheet]:
    return {sheet.copies[0].file: sheet for sheet in Edition(handbook).sheets if sheet.template == "one-page"}


def with_municipality(folder: Path, **changes: str) -> Handbook:
    """The miniature handbook with other values in the file of its municipality."""
    text = (MINI / "lillevik" / "municipality.yml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.partition(":")[0] not in changes]
    lines += [f"{key}: {value}" for key, value in changes.items()]
    return checked(varied(folder, {"lillevik/municipality.yml": "\n".join(lines) + "\n"})).handbook


def printed(handbook: Handbook, name: str) -> str:
    """What is on the sheet below its head."""
    html = Printer(Edition(handbook)).html(sheets(handbook)[f"utskrift/{name}.pdf"])
    return html[html.index('<div class="printed') :]


def text(html: str) -> str:
    return " ".join(Document(html).text.split())


def test_each_situation_rule_service_and_workplace_has_its_sheet(mini: Handbook) -> None:
    assert set(sheets(mini)) == {
        *(f"utskrift/situasjon-{pathway.id}.pdf" for pathway in mini.pathways),
        *(f"utskrift/regel-{rule.id}.pdf" for rule in mini.rules),
        *(f"utskrift/tjeneste-{service.id}.pdf" for service in mini.services),
        "utskrift/kan-jeg-dele-skole.pdf",
        "utskrift/kan-jeg-dele-pp-tjeneste.pdf",
    }


def test_the_sheet_is_linked_from_the_page_it_is_made_of(mini: Handbook) -> None:
    edition = Edition(mini)
    pages = {page.path: page for chapter in edition.chapters(written=edition.files) for page in chapter.pages}
    for file, sheet in sheets(mini).items():
        assert file in [found.file for found in pages[sheet.of.page].prints]


def test_where_it_is_urgent_whom_to_ring_stands_before_all_else(mini: Handbook) -> None:
    urgent = [f"situasjon-{pathway.id}" for pathway in mini.pathways if pathway.urgent]
    assert urgent
    for name in (*urgent, "regel-meldeplikt", "regel-avvergingsplikt"):
        assert re.match(r"(Ring nå: )?112 ", text(printed(mini, name))), name
    assert "Ring nå" not in printed(mini, "regel-samtykke")


def test_what_may_be_pressed_on_a_page_is_words_on_paper(tmp_path: Path) -> None:
    handbook = with_municipality(tmp_path, website="https://handbok.lillevik.example/")
    for file in sheets(handbook):
        html = printed(handbook, Path(file).stem)
        assert not re.search(r'<a [^>]*href="(?!mailto:|tel:)', html), file
        assert "handbok.lillevik.example" not in html, file


def test_the_answers_of_a_workplace_say_their_conditions_and_whom_to_ask(mini: Handbook) -> None:
    said = text(printed(mini, "kan-jeg-dele-skole"))
    found = sharing_of(mini)
    for answer in found.answers(found.senders[0]):
        assert answer.lead
        for condition in answer.lead.conditions:
            assert plain(condition) in said
        for receiver in answer.receivers:
            assert receiver.label.lower() in said.lower()
    assert "Dette går foran taushetsplikten:" in said


def test_answers_that_say_the_same_are_told_once(mini: Handbook) -> None:
    context = sheets(mini)["utskrift/kan-jeg-dele-skole.pdf"].context.printed.context  # type: ignore[attr-defined]
    heard = [receiver.category for card in context.told for receiver in card.receivers]
    assert sorted(heard) == sorted(receiver.category for card in context.cards for receiver in card.receivers)
    assert len(context.told) <= len(context.cards)


def test_a_sheet_is_one_side_where_it_fits_and_else_as_roomy_as_both_sides_let_it(mini: Handbook) -> None:
    printer = Printer(Edition(mini))
    short = sheets(mini)["utskrift/regel-samtykke.pdf"]
    assert next(printer._tries(short)) == (1, 0)
    tries = list(printer._tries(short))
    assert tries.index((2, 1)) > tries.index((1, len(short.one_side) - 1))
    assert tries[-1] == (2, 6)


def test_a_sheet_in_nynorsk_is_in_nynorsk(tmp_path: Path) -> None:
    handbook = with_municipality(tmp_path, written_standard="nn")
    html = Printer(Edition(handbook)).html(sheets(handbook)["utskrift/tjeneste-ppt.pdf"])
    assert '<html lang="nn">' in html
    assert "Tenesta på papir" in html


def test_what_is_internal_is_only_on_the_sheet_of_the_edition_for_staff() -> None:
    fragment = "services: [{id: ppt, contacts: [{id: arkiv, role: Arkivet bak, audience: internal}]}]"
    handbook = with_fragment(fragment).handbook
    said = {audience: printed(for_audience(handbook, audience), "tjeneste-ppt") for audience in Audience}
    assert "Arkivet bak" in said[Audience.INTERNAL]
    assert "Arkivet bak" not in said[Audience.PUBLIC]
