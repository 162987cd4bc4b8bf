"""Deadlines: what may be written, and the date each falls on."""

from __future__ import annotations

import datetime as dt

import pytest
from builder.edition.localization import localization
from builder.model.closed_days import is_working_day
from builder.model.deadline import Deadline, due, last_day, working_days
from builder.model.school_break import SchoolBreak
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2060, 12, 31))
FRIDAY = dt.date(2026, 11, 20)


def deadline(**fields: str) -> Deadline:
    return Deadline.model_validate(fields)


@pytest.mark.parametrize(
    ("fields", "day", "last"),
    [
        ({"at_once": "true"}, FRIDAY, FRIDAY),
        ({"amount": "7", "unit": "days"}, FRIDAY, dt.date(2026, 11, 27)),
        ({"amount": "2", "unit": "weeks"}, FRIDAY, dt.date(2026, 12, 4)),
        ({"amount": "1", "unit": "working-days"}, FRIDAY, dt.date(2026, 11, 23)),
        ({"amount": "3", "unit": "working-days"}, FRIDAY, dt.date(2026, 11, 25)),
        ({"amount": "1", "unit": "months"}, dt.date(2026, 1, 31), dt.date(2026, 2, 28)),
        ({"amount": "6", "unit": "months", "before": "18 år"}, dt.date(2027, 6, 15), dt.date(2026, 12, 15)),
        ({"amount": "5", "unit": "working-days", "before": "møtet"}, dt.date(2026, 11, 25), dt.date(2026, 11, 18)),
    ],
)
def test_the_date_it_falls_on(fields: dict[str, str], day: dt.date, last: dt.date) -> None:
    assert due(deadline(**fields), day) == last


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (dt.date(2026, 4, 1), dt.date(2026, 4, 7)),  # Easter: Wednesday, and Thursday to Monday are closed
        (dt.date(2026, 4, 30), dt.date(2026, 5, 4)),  # the first of May is a Friday
        (dt.date(2026, 5, 13), dt.date(2026, 5, 15)),  # Ascension Day
        (dt.date(2026, 12, 24), dt.date(2026, 12, 28)),  # Christmas days, and a weekend
    ],
)
def test_the_next_working_day_is_after_the_holidays(day: dt.date, last: dt.date) -> None:
    assert working_days(day, 1) == last


def test_hours_make_no_date() -> None:
    assert due(deadline(amount="24", unit="hours"), FRIDAY) is None


BREAK = SchoolBreak.model_validate({"name": "Høstferie", "from": "2026-10-05", "to": "2026-10-09"})


@pytest.mark.parametrize(
    ("day", "breaks", "said"),
    [
        ("2026-12-10", (), "senest mandag 7. desember 2026"),
        ("2026-12-09", (), "fristen er søndag 6. desember 2026; siste arbeidsdag før er fredag 4. desember 2026"),
        (
            "2027-05-20",
            (),
            "fristen er mandag 17. mai 2027 (andre pinsedag og grunnlovsdagen, offentlig høytidsdag); "
            "siste arbeidsdag før er fredag 14. mai 2027",
        ),
        ("2026-10-09", (), "senest tirsdag 6. oktober 2026"),
        (
            "2026-10-09",
            (BREAK,),
            "fristen er tirsdag 6. oktober 2026 (høstferie); siste arbeidsdag før er fredag 2. oktober 2026",
        ),
    ],
)
def test_a_deadline_on_a_day_off_says_so_and_is_never_moved(day: str, breaks: tuple[SchoolBreak], said: str) -> None:
    found = last_day(deadline(amount="3", unit="days", before="møtet"), dt.date.fromisoformat(day), breaks)
    assert found is not None
    assert localization("nb").phrases.last_day(found) == said
    assert found.falls == dt.date.fromisoformat(day) - dt.timedelta(days=3)


def test_hours_have_no_last_day() -> None:
    assert last_day(deadline(amount="24", unit="hours"), FRIDAY) is None


@given(DAYS, st.integers(1, 40))
def test_it_ends_on_a_working_day_after_so_many_of_them(day: dt.date, amount: int) -> None:
    last = working_days(day, amount)
    between = [day + dt.timedelta(days=passed) for passed in range(1, (last - day).days + 1)]
    assert is_working_day(last)
    assert sum(map(is_working_day, between)) == amount


@given(DAYS, st.integers(1, 40))
def test_counting_back_undoes_counting_on_from_a_working_day(day: dt.date, amount: int) -> None:
    start = working_days(day, 1)
    assert working_days(working_days(start, amount), -amount) == start


@given(DAYS, st.integers(1, 20), st.integers(1, 20))
def test_two_deadlines_after_each_other_are_one(day: dt.date, one: int, two: int) -> None:
    assert working_days(working_days(day, one), two) == working_days(day, one + two)


@given(DAYS, st.integers(1, 400), st.sampled_from(["days", "working-days", "weeks", "months"]))
def test_what_is_before_comes_before_and_what_is_after_comes_after(day: dt.date, amount: int, unit: str) -> None:
    after = due(deadline(amount=str(amount), unit=unit), day)
    before = due(deadline(amount=str(amount), unit=unit, before="det"), day)
    assert before is not None
    assert after is not None
    assert before < day < after


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"amount": "1", "unit": "days", "from": "a", "before": "b"}, "skal ha bare én av from"),
        ({"at_once": "true", "before": "b"}, "kan ikke ha before sammen med at_once"),
        ({"before": "b"}, "skal ha enten at_once: true eller amount med unit"),
        ({"amount": "1", "before": "b"}, "har amount, men mangler unit"),
    ],
)
def test_what_may_not_stand_together(fields: dict[str, str], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        deadline(**fields)
