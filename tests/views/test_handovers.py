"""A handover as it is shown: in words and as a bar on the page, and on the sheet for whoever goes over."""

from __future__ import annotations

import pytest
from builder.check.checker import Checked
from builder.edition.edition import Edition
from builder.facts.audience import for_audience
from builder.model.audience import Audience
from builder.pdf.sheets import Printer
from builder.selfcheck.criteria import self_check

from tests.rules.test_rules import with_fragment
from tests.support import Document, site_html

HANDED_OVER = """
pathways:
  - id: bekymret-barn
    steps:
      - id: snakk
        handover_to: skole.rektor
        handover:
          example: true
          before: {by: ppt, hours: 20, about: den som har fått mye hjelp}
          after: {hours: 1, up_to: 2}
          overlap: {amount: 3, unit: months}
          confirmation: {deadline: {amount: 1, unit: weeks, from: overføringen kom}}
          deciders: [ppt.leder]
          reason: Eleven har bedt om det.
"""
PAGE = "situasjoner/bekymret-barn"
SHEET = "hvem-har-meg/bekymret-barn"


@pytest.fixture(scope="module")
def told() -> Checked:
    return with_fragment(HANDED_OVER)


@pytest.fixture(scope="module")
def page(told: Checked) -> str:
    return shown(told)


def shown(found: Checked, audience: Audience = Audience.INTERNAL) -> str:
    return site_html(for_audience(found.handbook, audience))[PAGE]


def seen(html: str) -> str:
    return " ".join(Document(html).text.split())


@pytest.mark.parametrize(
    "text",
    [
        "Støtten før og etter (timene er eksempel)",
        "20 timer i uka, den som har fått mye hjelp",
        "1–2 timer i uka",
        "Begge er med i3 måneder",
        "Kan avgjøreLeder",
        "innen 1 uke, regnet fra overføringen kom",
        "Eleven har bedt om det.",
    ],
)
def test_the_page_tells_it_in_words(page: str, text: str) -> None:
    assert text in seen(page)


def test_the_bar_is_as_long_as_the_hours_and_says_nothing_to_who_does_not_see(page: str) -> None:
    assert [page.count(f'width="{width}" height="6"') for width in (100, 10, 5)] == [2, 1, 1]
    assert page.count('<svg class="hb-hours"') == page.count('preserveAspectRatio="none" aria-hidden="true"') == 2


def test_what_is_not_agreed_on_is_said_to_staff_alone() -> None:
    lacking = with_fragment(
        "pathways: [{id: bekymret-barn, steps: [{id: snakk, handover_to: skole.rektor, handover: {after: {hours: 1}}}]}]"
    )
    assert seen(shown(lacking)).count("ikke avtalt") == 4
    assert "ikke avtalt" not in seen(shown(lacking, Audience.PUBLIC))


def test_the_sheet_says_who_and_leaves_room_for_the_rest(told: Checked) -> None:
    edition = Edition(told.handbook)
    sheet = next(one for one in edition.sheets if one.path == SHEET)
    html = Printer(edition).html(sheet)
    text = seen(html)
    assert sheet.given
    assert sheet.sides == 1
    for said in ("Hvem har meg på mandag?", "Rektor", "Ja, i 3 måneder.", "Leder", "Det du skriver, blir ikke lagret"):
        assert said in text
    assert html.count('class="line"') >= 14
    assert "20" not in text.split("Hvor mye hjelp får jeg?")[1].split("Hvem bestemmer?")[0]


def test_there_is_no_sheet_where_nobody_goes_over(mini_checked: Checked) -> None:
    assert not [one for one in Edition(mini_checked.handbook).sheets if one.path.startswith("hvem-har-meg")]


def test_the_self_check_counts_what_is_agreed_on(told: Checked) -> None:
    roles = next(one for one in self_check(told.handbook).criteria if one.id == "rolleavklaring")
    said = [one.message.text() for one in roles.statements]
    assert "1 av 1 overganger har en som tar over, en tid der begge er med, og en som kan avgjøre" in said
