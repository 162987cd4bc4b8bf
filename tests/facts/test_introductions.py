"""Where the handbook is introduced: which workplaces are asked, what counts, when it is due, and how the share moves."""

from __future__ import annotations

import datetime as dt

import pytest
from builder.facts.introductions import (
    Share,
    expected,
    in_the_year_before,
    introduced,
    is_expected,
    others,
    shares,
    within,
    workplaces,
)
from builder.model.handbook import Handbook
from builder.model.service import SERVICES

from tests.facts.support import handbook, of_rule

OWN = "municipality: [{id: lillevik, demonstration: null, approved: 2026-09-01}]\n"
BUP = "services: [{id: bup, name: BUP, category: bup, government: health-trust, summary: S}]\n"
HOUSE = """
services:
  - {id: huset, name: Familiens hus, category: administration, government: municipality, summary: S}
  - {id: ppt, part_of: huset}
"""


def event(fields: str, name: str = "a") -> str:
    return f"  - {{id: {name}, title: Personalmøte, by: ppt.leder, {fields}}}\n"


def register(*events: str, before: str = "") -> Handbook:
    told = "".join(event(fields, f"e{number}") for number, fields in enumerate(events))
    return handbook(f"{before}introductions:\n{told}")


def last_and_next(found: Handbook, name: str) -> tuple[dt.date | None, dt.date | None, bool]:
    known = next(introduced(found, one) for one in workplaces(found) if one.id == name)
    return known.last.date if known.last else None, known.next, known.late


def test_a_handbook_nobody_has_approved_or_introduced_is_asked_of_nobody() -> None:
    assert not is_expected(handbook())
    assert expected(handbook()) == ()
    assert shares(handbook()) == ()
    assert [one.id for one in workplaces(handbook())] == ["barneskolen", "ppt"]
    assert is_expected(handbook(OWN))


def test_a_service_with_places_is_its_places_and_a_unit_its_teams() -> None:
    found = handbook(HOUSE)
    assert [one.id for one in workplaces(found)] == ["barneskolen", "ppt"]
    house = found.find(SERVICES, "huset")
    assert house
    assert [one.id for one in within(found, house)] == ["ppt"]


def test_what_is_introduced_in_a_unit_or_a_service_is_so_in_all_that_belongs_to_it() -> None:
    day = dt.date(2026, 9, 15)
    found = register("date: 2026-09-15, services: [huset]", before=HOUSE)
    assert last_and_next(found, "ppt")[0] == day
    assert last_and_next(found, "barneskolen")[0] is None
    assert last_and_next(register("date: 2026-09-15, services: [skole]"), "barneskolen")[0] == day
    assert last_and_next(register("date: 2026-09-15, places: [barneskolen]"), "barneskolen")[0] == day


def test_partners_are_shown_when_they_have_had_it_and_never_asked() -> None:
    found = register("date: 2026-09-15, services: [bup]", before=BUP)
    assert [one.id for one in others(found)] == ["bup"]
    assert "bup" not in [one.id for one in expected(found)]
    assert others(register("date: 2026-09-15, services: [ppt]", before=BUP)) == ()


def test_what_was_shown_before_the_first_approval_does_not_count() -> None:
    edition = 'editions: [{id: "1", version: "1", status: superseded, by: Leder, date: 2025-12-01}]\n'
    assert last_and_next(register("date: 2026-08-31, services: [ppt]", before=OWN), "ppt")[0] is None
    assert last_and_next(register("date: 2026-09-01, services: [ppt]", before=OWN), "ppt")[0] is not None
    approved_anew = register("date: 2026-03-01, services: [ppt]", before=OWN + edition)
    assert last_and_next(approved_anew, "ppt")[0] == dt.date(2026, 3, 1), "a new edition takes nothing away"


@pytest.mark.parametrize(
    ("events", "expected_next", "late"),
    [
        (["date: 2026-03-03, services: [ppt]"], dt.date(2027, 3, 3), False),
        (["date: 2025-11-22, services: [ppt]"], dt.date(2026, 11, 22), False),
        (["date: 2025-11-21, services: [ppt]"], dt.date(2026, 11, 21), True),
        (["date: 2026-03-03, next: 2026-11-22, services: [ppt]"], dt.date(2026, 11, 22), False),
        (["date: 2026-03-03, next: 2026-11-21, services: [ppt]"], dt.date(2026, 11, 21), True),
        # A day that is agreed later moves what is next, and not how old the last one may be.
        (["date: 2025-11-21, next: 2027-01-10, services: [ppt]"], dt.date(2027, 1, 10), True),
        (["date: 2026-03-03, services: [ppt]", "next: 2027-01-10, services: [ppt]"], dt.date(2027, 1, 10), False),
        # One that was agreed and not written as done is late, until another day is agreed.
        (["next: 2026-10-01, services: [ppt]"], dt.date(2026, 10, 1), True),
        (["next: 2026-10-01, services: [ppt]", "next: 2027-01-10, services: [ppt]"], dt.date(2027, 1, 10), False),
        # What was agreed before the last time has been done.
        (["date: 2026-10-08, services: [ppt]", "next: 2026-10-01, services: [ppt]"], dt.date(2027, 10, 8), False),
        # What is dated ahead is nothing that was done.
        (["date: 2026-11-23, services: [ppt]"], None, False),
    ],
)
def test_what_is_next_and_when_it_is_late(events: list[str], expected_next: dt.date | None, late: bool) -> None:
    assert last_and_next(register(*events), "ppt")[1:] == (expected_next, late)


def test_the_municipality_sets_how_long_it_lasts() -> None:
    longer = "municipality: [{id: lillevik, introduction_months: 24}]\n"
    found = register("date: 2024-11-22, services: [ppt]", before=longer)
    assert last_and_next(found, "ppt")[1:] == (dt.date(2026, 11, 22), False)


def test_the_share_is_told_for_each_edition_that_was_approved_and_for_today() -> None:
    editions = (
        "editions:\n"
        '  - {id: "3", version: "3", status: draft}\n'
        '  - {id: "2", version: "2", status: approved, by: Leder, date: 2026-09-01}\n'
        '  - {id: "1", version: "1", status: superseded, by: Leder, date: 2025-06-01}\n'
    )
    found = register(
        "date: 2026-11-01, places: [barneskolen]", "date: 2025-09-15, services: [ppt, skole]", before=editions
    )
    assert shares(found) == (
        Share("1", dt.date(2025, 6, 1), 0, 2),
        Share("2", dt.date(2026, 9, 1), 2, 2),
        Share("", dt.date(2026, 11, 22), 1, 2),
    )
    assert [one.id for one in in_the_year_before(found, found.today)] == ["barneskolen"]


def test_a_share_is_never_said_to_be_more_than_it_is() -> None:
    assert Share("", dt.date(2026, 11, 22), 199, 200).percent == 99
    assert Share("", dt.date(2026, 11, 22), 200, 200).percent == 100


def test_one_finding_names_those_that_are_left_and_how_many_more() -> None:
    schools = "".join(f"  - {{id: s{n}, name: Skole {n}, type: primary-school, service: skole}}\n" for n in range(1, 8))
    (message,) = of_rule("workplace-never-introduced", f"{OWN}places:\n{schools}")
    assert message.startswith(
        "håndboka er ikke innført på 9 av 9 arbeidsplasser etter at den ble godkjent 2026-09-01: "
    )
    assert message.count("«") == 5
    assert " og 4 til; avtal en dag" in message


def test_nobody_is_told_of_workplaces_when_some_could_not_be_read() -> None:
    broken = "services: [{id: ppt, government: [nonsense]}]\n"
    assert of_rule("workplace-never-introduced", OWN + broken) == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("date: 2026-09-15", "skal ha services eller places, ellers er ingen arbeidsplass innført"),
        ("services: [ppt]", "skal ha date når det er gjort, eller next når det er avtalt"),
        ("date: 2026-09-15, next: 2026-09-14, services: [ppt]", "neste er 2026-09-14, før det ble gjort 2026-09-15"),
    ],
)
def test_an_introduction_says_where_and_when_in_order(fields: str, message: str) -> None:
    assert [one for one in of_rule("shape", f"introductions:\n{event(fields)}") if message in one]


@pytest.mark.parametrize(
    ("fields", "meant"),
    [
        ("services: [ptt]", "ppt"),
        ("places: [barneskole]", "barneskolen"),
        ("services: [ppt], exercises: [stille-bran]", "stille-barn"),
    ],
)
def test_an_exercise_or_a_workplace_that_does_not_exist_is_told_with_what_was_meant(fields: str, meant: str) -> None:
    (message,) = of_rule("unknown-reference", f"introductions:\n{event('date: 2026-09-15, ' + fields)}")
    assert f"«{meant}»" in message


def test_somebody_by_name_is_no_role() -> None:
    assert of_rule(
        "unknown-reference", "introductions:\n  - {id: a, title: T, by: kari, date: 2026-09-15, services: [ppt]}"
    )
