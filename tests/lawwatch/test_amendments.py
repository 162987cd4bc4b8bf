"""When a section was changed, and when it will be, from Lovdata's own notes below it."""

from __future__ import annotations

import datetime as dt

import pytest
from builder.lawwatch.amendments import Amendment, amendments
from hypothesis import given
from hypothesis import strategies as st


def told(note: str) -> list[tuple[str, str | None, bool]]:
    return [
        (one.adopted.isoformat(), one.in_force.isoformat() if one.in_force else None, one.done)
        for one in amendments(note)
    ]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Endret ved lov 17 juni 2022 nr. 45.", [("2022-06-17", "2022-06-17", True)]),
        (
            "Endret ved lov 19 des 2008 nr. 119 (ikr. 1 aug 2010 iflg. res. 18 juni 2010 nr. 828 ).",
            [("2008-12-19", "2010-08-01", True)],
        ),
        ("Endret ved forskrift 4 feb 2020 nr. 119 (i kraft 1 mars 2020).", [("2020-02-04", "2020-03-01", True)]),
        ("Endra med lov 15 des 2000 nr. 98 (ikr. 1 apr 2001).", [("2000-12-15", "2001-04-01", True)]),
        ("Føyd til med lov 9 des 2016 nr. 88 (ikr. 1 okt 2017).", [("2016-12-09", "2017-10-01", True)]),
        (
            "Tilføyd ved lov 18 juni 2010 nr. 26 (ikr. 1 aug 2010). Endres ved lov 20 juni 2025 nr. 100 (i kraft 1 aug 2026 iflg. res. 20 juni 2025 nr. 1100 ).",
            [("2010-06-18", "2010-08-01", True), ("2025-06-20", "2026-08-01", False)],
        ),
        (
            "Endres ved lov 19 juni 2026 nr. 35 (i kraft fra den tid Kongen bestemmer).",
            [("2026-06-19", None, False)],
        ),
        (
            "Endret ved lover 2 jan 2001 nr. 3 (ikr. 1 feb 2001, tidligere § 7), 3 mai 2002 nr. 4, 4. april 2003 nr. 5 (i kraft 1 mai 2003 iflg. res. 5 april 2003 nr. 6 (se også § 8), endring endret ved lov 1 jan 2004 nr. 1).",
            [
                ("2001-01-02", "2001-02-01", True),
                ("2002-05-03", "2002-05-03", True),
                ("2003-04-04", "2003-05-01", True),
            ],
        ),
        (
            "Endret ved lover 1 mai 2001 nr. 2 (ikr. 1 juni 2001 når barnet blir innlagt), 2 mai 2005 nr. 3 (ikr. 1 juni 2006).",
            [("2001-05-01", "2001-06-01", True), ("2005-05-02", "2006-06-01", True)],
        ),
        ("Endret ved lov 31 feb 2020 nr. 1.", []),
        ("Se lov om noe annet.", []),
        ("", []),
    ],
)
def test_a_note_tells_when_a_change_was_adopted_and_from_when_it_applies(
    note: str, expected: list[tuple[str, str | None, bool]]
) -> None:
    assert told(note) == expected


def test_a_change_can_be_read_when_it_is_both_adopted_and_in_force() -> None:
    early, late = dt.date(2026, 1, 1), dt.date(2026, 7, 1)
    assert Amendment(early, late, True).seen_from == late
    assert Amendment(late, early, True).seen_from == late  # applies from before it was adopted
    assert Amendment(early, None, False).seen_from is None


MONTHS = ["jan", "feb", "mars", "apr", "april", "mai", "juni", "juli", "aug", "sep", "okt", "nov", "des"]


@given(st.dates(dt.date(1900, 1, 1), dt.date(2090, 12, 31)), st.integers(1, 3000))
def test_every_date_there_is_can_be_read(day: dt.date, number: int) -> None:
    months = [name for name in MONTHS if MONTHS.index(name) >= 0 and name[:3] == _short(day.month)]
    for month in months:
        assert told(f"Endret ved lov {day.day} {month} {day.year} nr. {number}.") == [
            (day.isoformat(), day.isoformat(), True)
        ]


def _short(month: int) -> str:
    return ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")[month - 1]


@given(st.text(alphabet="Endretslov ved0123456789junikraft().,§ ", max_size=400))
def test_nothing_is_too_odd_to_be_read(note: str) -> None:
    assert isinstance(told(note), list)


def test_a_note_without_end_is_read_in_no_time() -> None:
    assert told("(" * 200_000) == []
    assert told("Endret ved lov 1 mai 2001 nr. 2 (" * 20_000) != []
