"""What a family is told after a meeting: on the page, the sheet and in the book, and asked of meetings around one child."""

from __future__ import annotations

import pytest
from builder.check.checker import Checked
from builder.edition.edition import Edition
from builder.model.forum import FORUMS, Forum
from builder.model.handbook import Handbook
from builder.pdf.book import book_html
from builder.pdf.sheets import Printer
from builder.selfcheck.criteria import self_check
from builder.views.sheets.meetings import _height_after

from tests.rules.test_rules import with_fragment
from tests.support import Document, site_html

RULE = "forum-family-told"
LABEL = "Slik får barnet og foreldrene vite det"
DOWN = "Slik når det de ansatteRektor tar det opp på personalmøtet."


SEEN = f"{LABEL}Den som kjenner barnet, ringer foreldrene samme dag."
TOLD = """
    forums:
      - id: team
        kind: case
        decisions:
          reported_family: Den som kjenner barnet, ringer foreldrene **samme dag**.
          reported_down: Rektor tar det opp på personalmøtet.
    """


@pytest.fixture(scope="module")
def told() -> Checked:
    return with_fragment(TOLD)


def seen(html: str) -> str:
    return " ".join(Document(html).text.split())


def of_rule(found: Checked) -> list[str]:
    return [problem.message.text() for problem in found.problems if problem.rule == RULE]


def counted(handbook: Handbook) -> dict[str, list[str]]:
    """The sentences of the self-check on what families are told, with what shows them."""
    criterion = next(one for one in self_check(handbook).criteria if one.id == "brukermedvirkning")
    found = ((one.message.text(), [evidence.id for evidence in one.evidence]) for one in criterion.statements)
    return {text: shown for text, shown in found if "familien får vite" in text}


def test_it_is_on_the_page_the_sheet_and_in_the_book_before_what_others_are_told(told: Checked) -> None:
    edition = Edition(told.handbook)
    sheet = next(one for one in edition.sheets if one.path == "moteark/team")
    for html in (
        site_html(told.handbook)["moteplasser/team"],
        Printer(edition).html(sheet),
        book_html(edition),
    ):
        assert f"{SEEN} {DOWN}" in seen(html)


def test_where_nobody_has_said_it_there_is_no_empty_row(mini: Handbook) -> None:
    assert LABEL not in seen(site_html(mini)["moteplasser/team"])


def test_the_sheet_leaves_less_room_to_write_where_more_is_said(told: Checked, mini: Handbook) -> None:
    def taken(handbook: Handbook) -> float:
        forum = handbook.find(FORUMS, "team")
        assert isinstance(forum, Forum)
        return _height_after(forum)

    assert taken(told.handbook) > taken(mini)


@pytest.mark.parametrize(
    ("kind", "decisions", "asked"),
    [
        ("case", "null", True),
        ("case", "{reported_family: null, reported_down: Alle får referatet.}", True),
        ("case", "{reported_family: Rektor ringer foreldrene.}", False),
        ("standing", "{reported_down: Alle får referatet.}", False),
        ("informal", "null", False),
    ],
)
def test_only_a_meeting_around_one_child_is_asked(kind: str, decisions: str, asked: bool) -> None:
    found = with_fragment(f"forums:\n  - id: team\n    kind: {kind}\n    decisions: {decisions}\n")
    sentence = "«Tverrfaglig team» sier ikke hva barnet og foreldrene får vite etter møtet (decisions: reported_family)"
    assert of_rule(found) == ([sentence] if asked else [])


def test_leaders_are_told_how_many_say_it(told: Checked, mini: Handbook) -> None:
    assert counted(told.handbook) == {"1 av 1 møter rundt ett barn sier hva familien får vite etterpå": ["team"]}
    silent = with_fragment("forums:\n  - {id: team, kind: case, decisions: null}\n").handbook
    assert counted(silent) == {"1 av 1 møter rundt ett barn sier ikke hva familien får vite etterpå": ["team"]}
    assert counted(mini) == {}
