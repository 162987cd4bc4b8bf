"""What the self-check says of forums: whom what is decided reaches, and which places they leave out."""

from __future__ import annotations

import pytest
from builder.model.handbook import Handbook
from builder.selfcheck.criteria import self_check
from builder.selfcheck.editions import figures

from tests.rules.test_rules import with_fragment
from tests.selfcheck.support import said_with
from tests.support import Document, site_html

DOWN, UP = "faste møteplasser sier", "faste møteplasser om system sier"
LEADERS = "hvordan det som bestemmes, når ledelsen"


@pytest.mark.parametrize(
    ("decisions", "status", "word"),
    [
        ("{reported_up: Til kommunalsjefen.}", "covered", ""),
        ("{reported_up: null, reported_down: På personalmøtet.}", "missing", "ikke "),
        ("null", "missing", "ikke "),
    ],
)
def test_a_forum_about_the_system_says_how_leaders_come_to_know(decisions: str, status: str, word: str) -> None:
    found = said_with(f"forums: [{{id: team, purposes: [system], decisions: {decisions}}}]", "forankring")
    assert found[f"1 av 1 {UP} {word}{LEADERS}"] == (status, ["team"])


@pytest.mark.parametrize("fields", ["purposes: [guidance, cases]", "purposes: [system], kind: informal"])
def test_another_forum_is_not_asked_for_it(fields: str) -> None:
    found = said_with(f"forums: [{{id: team, decisions: null, {fields}}}]", "forankring")
    assert not [sentence for sentence in found if LEADERS in sentence]


def test_whether_staff_come_to_know_is_counted_as_the_rule_finds_it() -> None:
    sentence = "hvordan det som bestemmes, når de ansatte"
    assert said_with("services: []", "forankring")[f"1 av 1 {DOWN} {sentence}"] == ("covered", ["team"])
    silent = said_with("forums: [{id: team, decisions: null}]", "forankring")
    assert silent[f"1 av 1 {DOWN} ikke {sentence}"] == ("missing", ["team"])


PLACES = """
places:
  - {id: bakken, name: Bakken, type: kindergarten, service: skole}
  - {id: lia, name: Lia, type: kindergarten, service: skole}
  - {id: myra, name: Myra, type: kindergarten, service: skole}
forums: [{id: team, places: [{place: bakken}, {place: lia}]}]
"""


def test_the_places_a_forum_leaves_out_are_named_and_can_be_read(mini_html: dict[str, str]) -> None:
    left_out = "1 av 3 steder av samme type i samme område har ikke «Tverrfaglig team»"
    assert said_with(PLACES, "samhandlingsarenaer")[left_out] == ("missing", ["myra"])
    page = Document(site_html(with_fragment(PLACES).handbook)["egenkontroll"])
    assert left_out in page.text
    assert "steder/myra.html" in page.addresses
    assert "går fra sted til sted" not in Document(mini_html["egenkontroll"]).text


def test_a_forum_that_comes_to_all_is_counted() -> None:
    found = said_with(PLACES.replace("{place: lia}", "{place: lia}, {place: myra}"), "samhandlingsarenaer")
    whole = "1 av 1 møteplasser som går fra sted til sted, har med alle av samme type i samme område"
    assert found[whole] == ("covered", ["team"])
    assert not [sentence for sentence in found if "steder av samme type" in sentence]


@pytest.mark.parametrize(("held", "figure"), [("{place: lia}", (0, 1)), ("{place: lia}, {place: myra}", (1, 1))])
def test_it_is_kept_from_edition_to_edition(held: str, figure: tuple[int, int]) -> None:
    handbook = with_fragment(PLACES.replace("{place: lia}", held)).handbook
    (found,) = [one for one in figures(self_check(handbook)) if one.line == "forum-left-out"]
    assert (found.held, found.total) == figure


def test_where_no_forum_goes_from_place_to_place_there_is_nothing_to_keep(mini: Handbook) -> None:
    assert "forum-left-out" not in {one.line for one in figures(self_check(mini))}
