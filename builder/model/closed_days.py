"""Public holidays in Norway, from a kept library."""

from __future__ import annotations

import datetime as dt
from functools import cache

import holidays

SATURDAY = 5


@cache
def public_holidays(year: int) -> frozenset[dt.date]:
    """The public holidays of a year."""
    return frozenset(holidays.country_holidays("NO", years=year))


def is_working_day(day: dt.date) -> bool:
    """Monday to Friday, and no public holiday."""
    return day.weekday() < SATURDAY and day not in public_holidays(day.year)
