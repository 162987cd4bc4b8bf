"""Public holidays in Norway, from a kept library."""

from __future__ import annotations

import datetime as dt
from functools import cache

import holidays
from dateutil.easter import easter

from builder.model.vocabulary import Eve

SATURDAY = 5
_FROM_WEDNESDAY_TO_EASTER = dt.timedelta(days=4)


@cache
def public_holidays(year: int) -> frozenset[dt.date]:
    """The public holidays of a year."""
    return frozenset(holidays.country_holidays("NO", years=year))


def is_working_day(day: dt.date) -> bool:
    """Monday to Friday, and no public holiday."""
    return day.weekday() < SATURDAY and day not in public_holidays(day.year)


def eves(year: int) -> dict[dt.date, Eve]:
    """The days before holidays of a year when offices often close early."""
    return {
        easter(year) - _FROM_WEDNESDAY_TO_EASTER: Eve.WEDNESDAY_BEFORE_EASTER,
        dt.date(year, 12, 24): Eve.CHRISTMAS_EVE,
        dt.date(year, 12, 31): Eve.NEW_YEARS_EVE,
    }
