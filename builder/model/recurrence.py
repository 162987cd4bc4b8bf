"""When a meeting recurs, and its next dates in the school year: not on public holidays, and not in July.

Only what follows from the data is given a date. A range («every 4–6 weeks»), a number of times, or an
interval longer than one period without a known last meeting, has none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Self

from dateutil.rrule import FR, MO, MONTHLY, SA, SU, TH, TU, WE, WEEKLY, rrule
from pydantic import Field, model_validator

from builder.model.base import Part
from builder.model.closed_days import public_holidays
from builder.model.fields import Date, Text, reject
from builder.model.vocabulary import Period, Weekday
from builder.problem import Message

#: How many are worth showing.
COUNT = 3
JULY = 7
_DAYS = dict(zip(Weekday, (MO, TU, WE, TH, FR, SA, SU), strict=True))
_MONTHS = {Period.MONTH: 1, Period.QUARTER: 3, Period.SEMESTER: 6, Period.YEAR: 12}


class Recurrence(Part):
    """When the forum meets. One of: `every` (with `unit`), `times` (with `per`), `dates`, or `as_needed`."""

    every: int | None = Field(None, title="Hver", ge=1, le=60, description="every: 2 og unit: week betyr hver 14. dag.")
    to: int | None = Field(
        None, title="Til hver", ge=2, le=60, description="every: 4, to: 6, unit: week betyr hver 4.–6. uke."
    )
    unit: Period | None = Field(None, title="Enhet", description="Det every telles i: uke, måned, halvår og så videre.")
    times: int | None = Field(
        None, title="Antall ganger", ge=1, le=60, description="times: 2 og per: semester betyr to ganger i halvåret."
    )
    per: Period | None = Field(None, title="Per", description="Tiden times gjelder for. Brukes bare sammen med times.")
    dates: tuple[Date, ...] = Field(
        (),
        title="Faste datoer",
        description="Når møtedagene er bestemt på forhånd. Brukes i stedet for every og times.",
    )
    as_needed: Text | None = Field(
        None,
        title="Ved behov",
        description="Hva som utløser et møte, for eksempel «når en tjeneste er uenig i en henvisning».",
    )
    weekday: Weekday | None = Field(
        None, title="Ukedag", description="Dagen møtet holdes. Med den kan håndboka vise datoen for neste møte."
    )
    week: int | None = Field(
        None,
        title="Uke i måneden",
        description="1 til 4, eller -1 for siste. week: 3 og weekday: tuesday betyr tredje tirsdag i måneden.",
    )
    not_in: tuple[Annotated[int, Field(ge=1, le=12)], ...] = Field(
        (), title="Ikke i månedene", description="Måneder uten møter, som tall: [6, 7, 12]. Juli er alltid fri."
    )
    note: Text | None = Field(
        None, title="Merknad", description="Det reglene over ikke sier, for eksempel «ikke i skoleferien»."
    )

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        ways = [self.every is not None, self.times is not None, bool(self.dates), self.as_needed is not None]
        if sum(ways) != 1:
            raise reject(Message("skal ha nøyaktig én av every, times, dates og as_needed"))
        if self.every is not None and self.unit is None:
            raise reject(Message("har every, men mangler unit (day, week, month …)"))
        if self.times is not None and self.per is None:
            raise reject(Message("har times, men mangler per (month, semester, year …)"))
        if self.to is not None and (self.every is None or self.to <= self.every):
            raise reject(Message("feltet «to» skal være større enn «every»"))
        if self.week is not None and self.week not in (1, 2, 3, 4, -1):
            raise reject(Message("feltet «week» kan bare være 1, 2, 3, 4 eller -1 (siste)"))
        return self


def next_meetings(
    recurrence: Recurrence, today: dt.date, last: dt.date | None = None, count: int = COUNT
) -> tuple[dt.date, ...]:
    """The next dates from today on, at most `count`. `last` is when the forum last met: what intervals count from."""
    if recurrence.dates:
        return tuple(sorted(date for date in recurrence.dates if date >= today))[:count]
    days = planned_days(recurrence, today, today, last)
    held = (day for day in days if day >= today and is_held(recurrence, day))
    return tuple(day for day, _ in zip(held, range(count), strict=False))


def end_of_school_year(today: dt.date) -> dt.date:
    """The last day of June in the school year of a day; July belongs to the year that begins."""
    return dt.date(today.year + (today.month >= JULY), 6, 30)


def start_of_school_year(today: dt.date) -> dt.date:
    """The first day of August in the school year of a day."""
    return dt.date(end_of_school_year(today).year - 1, JULY + 1, 1)


def is_held(recurrence: Recurrence, day: dt.date) -> bool:
    """Whether a planned day has a meeting: not on a public holiday, in July or in a month the forum leaves out."""
    return day not in public_holidays(day.year) and day.month != JULY and day.month not in recurrence.not_in


def planned_days(recurrence: Recurrence, today: dt.date, since: dt.date, last: dt.date | None) -> Iterator[dt.date]:
    """The days a rule gives until the school year of `today` ends, also those without a meeting; none without a rule.

    The rule is counted from `since` where every week or month has a meeting, and otherwise from the last one.
    """
    rule = planned_rule(recurrence, today, since, last)
    return (moment.date() for moment in rule or ())


def planned_rule(recurrence: Recurrence, today: dt.date, since: dt.date, last: dt.date | None) -> rrule | None:
    """The recurrence as a rule of dates, or None where it does not say which."""
    if recurrence.every is None or recurrence.to is not None or recurrence.weekday is None:
        return None
    start = since if recurrence.every == 1 and recurrence.unit in (Period.WEEK, Period.MONTH) else last
    if start is None:
        return None
    until = _midnight(end_of_school_year(today))
    day = _DAYS[recurrence.weekday]
    if recurrence.unit is Period.WEEK:
        return rrule(WEEKLY, interval=recurrence.every, byweekday=day, dtstart=_midnight(start), until=until)
    if recurrence.unit in _MONTHS and recurrence.week:
        interval = recurrence.every * _MONTHS[recurrence.unit]
        first = _midnight(start.replace(day=1))
        return rrule(MONTHLY, interval=interval, byweekday=day(recurrence.week), dtstart=first, until=until)
    return None


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())
