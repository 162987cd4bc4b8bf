"""Places left out: those alike the ones a forum goes round to, that neither it nor another of its sort comes to."""

from __future__ import annotations

import pytest
from builder.facts.left_out import rounds

from tests.facts.support import handbook

NORTH = "municipality: [{id: lillevik, districts: [{id: nord, name: Nord}, {id: sor, name: Sør}]}]\n"


def place(name: str, **fields: str) -> str:
    said = {"type": "kindergarten", "service": "skole", "leader": "skole.rektor"} | fields
    return f"  - {{id: {name}, name: {name.title()}, {', '.join(f'{key}: {value}' for key, value in said.items())}}}\n"


def going(places: str, *held: str, more: str = "") -> dict[str, list[str]]:
    """Forum -> the places it leaves out, for those that go from place to place."""
    there = ", ".join(f"{{place: {name}}}" for name in held)
    book = handbook(f"places:\n{places}forums:\n  - {{id: team, places: [{there}]}}\n{more}")
    return {one.forum.id: [place.id for place in one.left_out] for one in rounds(book)}


ALIKE = place("bakken") + place("lia") + place("myra")


def test_a_kindergarten_that_nobody_goes_to_is_named_and_not_a_school() -> None:
    assert going(ALIKE, "bakken", "lia") == {"team": ["myra"]}


def test_where_all_are_visited_nothing_is_left_out() -> None:
    assert going(ALIKE, "bakken", "lia", "myra") == {"team": []}


@pytest.mark.parametrize("held", [(), ("bakken",), ("bakken", "barneskolen")], ids=["none", "one", "one of each type"])
def test_a_forum_that_does_not_go_from_place_to_place_is_asked_nothing(held: tuple[str, ...]) -> None:
    assert going(ALIKE, *held) == {}


def test_another_district_is_no_matter_and_a_place_in_an_unknown_one_is_left_to_its_own_rule() -> None:
    places = (
        place("bakken", district="nord")
        + place("lia", district="nord")
        + place("myra", district="nord")
        + place("strand", district="sor")
        + place("vik")
    )
    assert going(places, "bakken", "lia", more=NORTH) == {"team": ["myra"]}


def test_a_forum_for_each_district_is_for_all_in_it() -> None:
    places = "".join(place(f"{where}{number}", district=where) for where in ("nord", "sor") for number in (1, 2))
    assert going(places, "nord1", "sor1", more=NORTH) == {}
    assert going(places, "nord1", "sor1", "sor2", more=NORTH) == {"team": ["nord2"]}


OTHER = "  - {{id: annet, name: Annet, kind: standing, purpose: P, type: {type}, places: [{{place: myra}}]}}\n"


@pytest.mark.parametrize(
    ("sort", "left_out"), [("consultation-team", []), ("dialogue-meeting", ["myra"])], ids=["of its sort", "of another"]
)
def test_a_place_that_has_another_forum_of_the_same_sort_is_not_left_out(sort: str, left_out: list[str]) -> None:
    assert going(ALIKE, "bakken", "lia", more=OTHER.format(type=sort)) == {"team": left_out}


def test_a_forum_that_says_no_sort_is_the_same_as_no_other() -> None:
    book = handbook(
        f"places:\n{ALIKE}forums:\n  - {{id: team, type: null, places: [{{place: bakken}}, {{place: lia}}]}}\n"
        + OTHER.replace("type: {type}, ", "").format()
    )
    assert [[place.id for place in one.left_out] for one in rounds(book)] == [["myra"]]


def test_a_place_that_is_not_there_is_another_finding() -> None:
    assert going(ALIKE, "bakken", "lia", "borte") == {"team": ["myra"]}
