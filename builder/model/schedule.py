"""The dates of a forum's meetings in the school year: not on public holidays, not in July, with single exceptions.

Only what follows from the data is given a date. A range («every 4–6 weeks»), a number of times, or an
interval longer than one period without a known last meeting, has none.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from dateutil.rrule import FR, MO, MONTHLY, SA, SU, TH, TU, WE, WEEKLY, rrule

from builder.model.closed_days import public_holidays
from builder.model.forum import Forum
from builder.model.recurrence import MeetingException, Recurrence
from builder.model.school_break import SchoolBreak
from builder.model.vocabulary import Period, Weekday

#: How many of the next meetings are worth showing.
COUNT = 3
JULY = 7
_DAYS = dict(zip(Weekday, (MO, TU, WE, TH, FR, SA, SU), strict=True))
_MONTHS = {Period.MONTH: 1, Period.QUARTER: 3, Period.SEMESTER: 6, Period.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting as it will be. `planned` is the day the recurrence gives, and stays when the meeting is moved."""

    planned: dt.date
    day: dt.date
    starts: dt.time | None
    place: str | None
    exception: MeetingException | None

    @property
    def cancelled(self) -> bool:
        """Whether it is not held after all."""
        return self.exception is not None and self.exception.cancelled


@dataclass(frozen=True)
class Schedule:
    """When a forum meets, as seen on a day, where the schools have these breaks."""

    forum: Forum
    today: dt.date
    breaks: tuple[SchoolBreak, ...] = ()

    @cached_property
    def since(self) -> dt.date:
        """The first day that counts: of the school year, or when the forum started."""
        return max(
            min(start_of_school_year(self.today), self.today),
            self.forum.started.first if self.forum.started else dt.date.min,
        )

    @cached_property
    def rule(self) -> rrule | None:
        """The recurrence as a rule of dates to the end of the school year, or None where it does not say which.

        It is counted from the first day where every week or month has a meeting, and otherwise from the last one.
        """
        recurrence, standing = self.forum.recurrence, self.forum.standing
        if recurrence is None or recurrence.every is None or recurrence.to is not None or recurrence.weekday is None:
            return None
        each = recurrence.every == 1 and recurrence.unit in (Period.WEEK, Period.MONTH)
        start = self.since if each else standing.arranged if standing else None
        return _rule(recurrence, recurrence.every, recurrence.weekday, start, self.today) if start else None

    @cached_property
    def planned(self) -> tuple[dt.date, ...]:
        """The days that are decided, or that the rule gives, also those without a meeting."""
        recurrence = self.forum.recurrence
        fixed = recurrence.dates if recurrence else ()
        days = sorted(set(fixed)) if fixed else [moment.date() for moment in self.rule or ()]
        return tuple(day for day in days if day >= self.since)

    @cached_property
    def held(self) -> tuple[dt.date, ...]:
        """The planned days that have a meeting, before any exception. Who decided a day has looked in the calendar."""
        recurrence = self.forum.recurrence
        if recurrence is None or recurrence.dates:
            return self.planned
        return tuple(day for day in self.planned if self._is_held(recurrence, day))

    def _is_held(self, recurrence: Recurrence, day: dt.date) -> bool:
        if day in public_holidays(day.year) or day.month == JULY or day.month in recurrence.not_in:
            return False
        return not (recurrence.school_year and any(closed.has(day) for closed in self.breaks))

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """Every meeting, also those that are cancelled, by the day they are held."""
        exceptions = {found.date: found for found in self.forum.recurrence.exceptions} if self.forum.recurrence else {}
        found = (self._meeting(day, exceptions.get(day)) for day in self.held)
        return tuple(sorted(found, key=lambda meeting: (meeting.day, meeting.planned)))

    def _meeting(self, day: dt.date, exception: MeetingException | None) -> Meeting:
        starts, place = self.forum.starts, self.forum.place
        if exception is None:
            return Meeting(day, day, starts, place, None)
        return Meeting(day, exception.moved_to or day, exception.starts or starts, exception.place or place, exception)

    @cached_property
    def coming(self) -> tuple[Meeting, ...]:
        """The next meetings that are held, not more than are worth showing."""
        return tuple(m for m in self.meetings if m.day >= self.today and not m.cancelled)[:COUNT]

    @cached_property
    def changes(self) -> tuple[MeetingException, ...]:
        """The exceptions that still matter to somebody, in the order of the planned days."""
        told = [m for m in self.meetings if m.exception and max(m.planned, m.day) >= self.today]
        return tuple(m.exception for m in sorted(told, key=lambda m: m.planned) if m.exception)


def end_of_school_year(today: dt.date) -> dt.date:
    """The last day of June in the school year of a day; July belongs to the year that begins."""
    return dt.date(today.year + (today.month >= JULY), 6, 30)


def start_of_school_year(today: dt.date) -> dt.date:
    """The first day of August in the school year of a day."""
    return dt.date(end_of_school_year(today).year - 1, JULY + 1, 1)


def _rule(recurrence: Recurrence, every: int, weekday: Weekday, start: dt.date, today: dt.date) -> rrule | None:
    until = _midnight(end_of_school_year(today))
    day = _DAYS[weekday]
    if recurrence.unit is Period.WEEK:
        return rrule(WEEKLY, interval=every, byweekday=day, dtstart=_midnight(start), until=until)
    if recurrence.unit in _MONTHS and recurrence.week:
        first = _midnight(start.replace(day=1))
        months = every * _MONTHS[recurrence.unit]
        return rrule(MONTHLY, interval=months, byweekday=day(recurrence.week), dtstart=first, until=until)
    return None


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())
