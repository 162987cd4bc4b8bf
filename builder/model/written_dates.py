"""Dates as Norwegians write them, for proposing how they are written in a file."""

from __future__ import annotations

import datetime as dt
import re

#: The first letters of each month, the same in bokmål and nynorsk.
_MONTHS = {name: number for number, name in enumerate(re.findall("...", "janfebmaraprmaijunjulaugsepoktnovdes"), 1)}
_CENTURY = 2000

#: A short year only after a point or a stroke: «26-03-31» may be any of three days.
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})[. /-]\s*(?P<month>\d{1,2}|[a-z]{3,9})(?:[. /-]\s*(?P<year>\d{4})|[./]\s?(?P<short>\d{2}))"
)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[./-](?P<month>\d{1,2})[./-](?P<day>\d{1,2})")


def understood(written: str) -> dt.date | None:
    """The day somebody meant: «01.02.2026», «1. februar 2026», «1.2.26», «2026.2.1»; None where it is none."""
    text = written.strip().casefold()
    found = _YEAR_FIRST.fullmatch(text) or _DAY_FIRST.fullmatch(text)
    if found is None:
        return None
    month = found["month"]
    number = int(month) if month.isdecimal() else _MONTHS.get(month[:3], 0)
    year = found["year"] or str(_CENTURY + int(found["short"]))
    try:
        return dt.date(int(year), number, int(found["day"]))
    except ValueError:
        return None
