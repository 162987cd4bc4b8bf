"""Days nobody works: public holidays in Norway, from a kept library, weekends, and where it matters school breaks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from dateutil.easter import easter

from builder.i18n import N_
from builder.memoize import memoize_by_value
from builder.model.school_break import SchoolBreak
from builder.model.vocabulary import Eve

SATURDAY = 5
_DAY = dt.timedelta(days=1)
_FROM_WEDNESDAY_TO_EASTER = dt.timedelta(days=4)
#: What the library calls the holidays, and what they are called in a sentence.
_NAMES = {
    "Første nyttårsdag": N_("første nyttårsdag"),
    "Skjærtorsdag": N_("skjærtorsdag"),
    "Langfredag": N_("langfredag"),
    "Første påskedag": N_("første påskedag"),
    "Andre påskedag": N_("andre påskedag"),
    "Arbeidernes dag": N_("arbeidernes dag"),
    "Grunnlovsdag": N_("grunnlovsdagen"),
    "Kristi himmelfartsdag": N_("Kristi himmelfartsdag"),
    "Første pinsedag": N_("første pinsedag"),
    "Andre pinsedag": N_("andre pinsedag"),
    "Første juledag": N_("første juledag"),
    "Andre juledag": N_("andre juledag"),
}


@dataclass(frozen=True, slots=True)
class DayOff:
    """Why nobody works on a day: the holidays it is, or the break the school has; neither on an ordinary weekend."""

    day: dt.date
    holidays: tuple[str, ...] = ()
    school_break: str = ""


@memoize_by_value
def _named_holidays(year: int) -> Mapping[dt.date, tuple[str, ...]]:
    # Imported where it is needed: it loads the calendars of the whole world.
    import holidays

    found = holidays.country_holidays("NO", years=year, language="no")
    return {day: tuple(_NAMES.get(name, name) for name in found.get_list(day)) for day in found}


@cache
def public_holidays(year: int) -> frozenset[dt.date]:
    """The public holidays of a year."""
    return frozenset(_named_holidays(year))


def is_working_day(day: dt.date) -> bool:
    """Monday to Friday, and no public holiday."""
    return day.weekday() < SATURDAY and day not in public_holidays(day.year)


def closed(day: dt.date, breaks: Iterable[SchoolBreak] = ()) -> DayOff | None:
    """Why a day is closed: a public holiday, or in one of these school breaks. A weekend alone closes nothing."""
    if named := _named_holidays(day.year).get(day):
        return DayOff(day, holidays=named)
    found = next((one for one in breaks if one.has(day)), None)
    return DayOff(day, school_break=found.name) if found else None


def day_off(day: dt.date, breaks: Iterable[SchoolBreak] = ()) -> DayOff | None:
    """Why nobody works on a day, also on weekends; None where somebody does."""
    return closed(day, breaks) or (None if is_working_day(day) else DayOff(day))


def working_day_beside(day: dt.date, breaks: Iterable[SchoolBreak] = (), *, after: bool = False) -> dt.date:
    """The last working day before a day, or the first one after it, outside these breaks."""
    known = tuple(breaks)
    day += _DAY if after else -_DAY
    while day_off(day, known):
        day += _DAY if after else -_DAY
    return day


def eves(year: int) -> dict[dt.date, Eve]:
    """The days before holidays of a year when offices often close early."""
    return {
        easter(year) - _FROM_WEDNESDAY_TO_EASTER: Eve.WEDNESDAY_BEFORE_EASTER,
        dt.date(year, 12, 24): Eve.CHRISTMAS_EVE,
        dt.date(year, 12, 31): Eve.NEW_YEARS_EVE,
    }
