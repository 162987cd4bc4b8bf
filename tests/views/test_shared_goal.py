"""What services want to reach together: on the page, the sheet and in the books, and told to leaders where it lacks."""

from __future__ import annotations

import pytest
from builder.check.checker import Checked
from builder.edition.edition import Edition
from builder.model.handbook import Handbook
from builder.pdf.book import book_html
from builder.pdf.my_books import Bindery
from builder.pdf.sheets import Printer
from builder.selfcheck.criteria import self_check
from builder.views.my_book import A4

from tests.rules.test_rules import with_fragment
from tests.support import Document, site_html

GOAL = "«Jeg vet hvem som hjelper meg, **før** noen slutter.»"
SEEN = "Felles mål«Jeg vet hvem som hjelper meg, før noen slutter.»"
SAYS = "forløp med flere tjenester sier hva tjenestene vil nå sammen"
SAYS_NOT = "forløp med flere tjenester sier ikke hva tjenestene vil nå sammen"


@pytest.fixture(scope="module")
def told() -> Checked:
    return with_fragment(f"pathways:\n  - id: bekymret-barn\n    goal: {GOAL}\n")


def seen(html: str) -> str:
    return " ".join(Document(html).text.split())


def sheet(edition: Edition, name: str) -> str:
    return Printer(edition).html(next(one for one in edition.sheets if one.copies[0].file == f"utskrift/{name}.pdf"))


def counted(handbook: Handbook) -> dict[str, list[str]]:
    """The sentences of the self-check on shared goals, with what shows them."""
    criterion = next(one for one in self_check(handbook).criteria if one.id == "formalisering")
    found = ((one.message.text(), [evidence.id for evidence in one.evidence]) for one in criterion.statements)
    return {text: shown for text, shown in found if "vil nå sammen" in text}


def test_the_page_has_it_above_the_steps(told: Checked) -> None:
    shown = seen(site_html(told.handbook)["situasjoner/bekymret-barn"])
    assert shown.index("Fra første bekymring til svar.") < shown.index(SEEN) < shown.index("Steg for steg")


def test_it_is_on_the_sheet_and_in_the_books(told: Checked) -> None:
    edition = Edition(told.handbook)
    printed = (
        sheet(edition, "situasjon-bekymret-barn"),
        book_html(edition),
        Bindery(edition, A4).html(next(one for one in edition.books if one.id == "skole")),
    )
    for html in printed:
        assert seen(html).count(SEEN) == 1


def test_where_nobody_has_said_it_nothing_is_shown(mini: Handbook) -> None:
    edition = Edition(mini)
    printed = (sheet(edition, "situasjon-bekymret-barn"), book_html(edition), *site_html(mini).values())
    assert not [html for html in printed if "Felles mål" in seen(html)]


def test_leaders_are_told_how_many_say_it(told: Checked, mini: Handbook) -> None:
    assert counted(told.handbook) == {f"1 av 1 {SAYS}": ["bekymret-barn"]}
    assert counted(mini) == {f"1 av 1 {SAYS_NOT}": ["bekymret-barn"]}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("{id: bekymret-barn, urgent: true}", id="somebody is in danger"),
        pytest.param("{id: bekymret-barn, steps: [{id: meld, participants: []}]}", id="one service alone"),
    ],
)
def test_it_is_asked_only_where_several_services_are_in_it(change: str) -> None:
    assert counted(with_fragment(f"pathways:\n  - {change}\n").handbook) == {}


def test_a_service_that_takes_over_is_in_it_too() -> None:
    steps = "[{id: meld, participants: [], handover_to: ppt}]"
    handbook = with_fragment(f"pathways:\n  - {{id: bekymret-barn, steps: {steps}}}\n").handbook
    assert counted(handbook) == {f"1 av 1 {SAYS_NOT}": ["bekymret-barn"]}


def test_what_somebody_writes_in_it_stays_text() -> None:
    handbook = with_fragment("pathways:\n  - {id: bekymret-barn, goal: <script>alert(1)</script>}\n").handbook
    assert "<script>alert" not in site_html(handbook)["situasjoner/bekymret-barn"]
