"""Whom to ring now, as the browser is given it."""

from __future__ import annotations

from builder.edition.edition import Edition
from builder.edition.ring_data import calendar, opening, ring_data
from builder.facts.ring_now import ring_now

from tests.facts.support import handbook
from tests.facts.test_ring_now import MOTTAK, VAKT

SERVICES = f"services:\n{MOTTAK}{VAKT}"


def test_rows_stand_as_they_are_shown_with_what_to_dial() -> None:
    made = handbook(SERVICES.replace("37 00 00 02", "00 00 00 00"))
    rows = ring_data(ring_now(made), Edition(made).language.phrases)["rows"]
    assert isinstance(rows, list)
    assert [(row["name"], row["phone"], row["tel"], row["said"]) for row in rows] == [
        ("Politi", "112", "tel:112", ""),
        ("Ambulanse", "113", "tel:113", ""),
        ("Brann", "110", "tel:110", ""),
        ("Barnevernet", "37 00 00 01", "tel:+47-37-00-00-01", "mandag 08:00–15:30"),
        ("Barnevernsvakta", "00 00 00 00", "", "når kontoret er stengt"),
        ("Alarmtelefonen for barn og unge", "116 111", "tel:116111", ""),
    ]
    assert rows[3] | {"answers": "in-hours", "of": "child-welfare", "hours": [(1, 480, 930)]} == rows[3]
    assert rows[4] | {"answers": "out-of-hours", "of": "child-welfare", "hours": []} == rows[4]


def test_a_number_that_is_still_to_be_written_is_nothing_to_dial() -> None:
    made = handbook(SERVICES.replace("phone: 37 00 00 02, ", ""))
    rows = ring_data(ring_now(made), Edition(made).language.phrases)["rows"]
    assert isinstance(rows, list)
    assert [(row["phone"], row["tel"]) for row in rows if row["name"] == "Barnevernsvakta"] == [("", "")]


def test_hours_are_days_from_monday_and_minutes_of_the_day() -> None:
    more = "phone_hours: [{days: [friday, tuesday], opens: 9:05, closes: 9:10}, {days: [sunday], opens: 0:00, closes: 23:59}]"
    found = ring_now(handbook(SERVICES.replace("phone_hours: [{days: [monday], opens: 8:00, closes: 15:30}]", more)))
    assert opening(found.contacts[0]) == [(2, 545, 550), (5, 545, 550), (7, 0, 1439)]


def test_days_that_differ_say_the_minute_offices_close_and_which_days_nobody_has_said() -> None:
    short = "municipality: [{id: lillevik, short_days: [{day: wednesday-before-easter, closes: 12:00}, {day: christmas-eve}]}]"
    found = calendar(ring_now(handbook(short)))
    closed = found["closed"]
    assert isinstance(closed, dict)
    days = ("2026-12-24", "2026-12-25", "2026-12-31", "2027-03-24")
    assert [closed[day] for day in days] == [0, 0, None, 720]
    assert list(closed) == sorted(closed)
    assert found["until"] == "2028-12-31"
