"""The dates of a forum's meetings in the school year, with single exceptions, and what becomes of those on days off.

Only what follows from the data is given a date. A range («every 4–6 weeks»), a number of times, or an
interval longer than one period without a known last meeting, has none.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from dateutil.rrule import FR, MO, MONTHLY, SA, SU, TH, TU, WE, WEEKLY, rrule

from builder.model.closed_days import DayOff, closed, working_day_beside
from builder.model.forum import Forum
from builder.model.recurrence import MeetingException, Recurrence
from builder.model.school_break import SchoolBreak
from builder.model.vocabulary import OnDayOff, Period, Weekday

#: How many of the next meetings are worth showing.
COUNT = 3
JULY = 7
_WEEK = dt.timedelta(weeks=1)
_DAYS = dict(zip(Weekday, (MO, TU, WE, TH, FR, SA, SU), strict=True))
_MONTHS = {Period.MONTH: 1, Period.QUARTER: 3, Period.SEMESTER: 6, Period.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting as it will be. `planned` is the day the recurrence gives, and stays when the meeting is moved.

    `off` is why nobody meets on the planned day; then it is moved by rule, or falls out.
    """

    planned: dt.date
    day: dt.date
    starts: dt.time | None
    place: str | None
    exception: MeetingException | None
    off: DayOff | None = None

    @property
    def falls_out(self) -> bool:
        """Whether it is not held because the day is off, and nobody has said anything else."""
        return self.exception is None and self.off is not None and self.day == self.planned

    @property
    def cancelled(self) -> bool:
        """Whether it is not held after all."""
        return self.falls_out or (self.exception is not None and self.exception.cancelled)

    @property
    def changed(self) -> bool:
        """Whether anything is different from what the recurrence says."""
        return self.exception is not None or self.off is not None


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
    def occurrences(self) -> tuple[dt.date, ...]:
        """The planned days in the months it meets, also those that turn out to be off."""
        recurrence = self.forum.recurrence
        if recurrence is None or recurrence.dates:
            return self.planned
        return tuple(day for day in self.planned if self._meets_in(day, recurrence))

    @staticmethod
    def _meets_in(day: dt.date, recurrence: Recurrence) -> bool:
        return day.month != JULY and day.month not in recurrence.not_in

    @cached_property
    def closed_breaks(self) -> tuple[SchoolBreak, ...]:
        """The school breaks it keeps to."""
        return self.breaks if self.forum.recurrence and self.forum.recurrence.school_year else ()

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """Every meeting, also those that are cancelled or fall out, by the day they are held."""
        exceptions = {found.date: found for found in self.forum.recurrence.exceptions} if self.forum.recurrence else {}
        days = self.occurrences
        found = (self._meeting(day, following, exceptions.get(day)) for day, following in zip_longest(days, days[1:]))
        return tuple(sorted(found, key=lambda meeting: (meeting.day, meeting.planned)))

    def _meeting(self, day: dt.date, following: dt.date | None, exception: MeetingException | None) -> Meeting:
        starts, place, off = self.forum.starts, self.forum.place, self._off(day)
        if exception is None:
            return Meeting(day, self._beside(day, following) if off else day, starts, place, None, off)
        moved = exception.moved_to or day
        return Meeting(day, moved, exception.starts or starts, exception.place or place, exception, off)

    def _off(self, day: dt.date) -> DayOff | None:
        """Why nobody meets on a planned day. Who decided on single dates has looked in the calendar."""
        fixed = self.forum.recurrence is None or self.forum.recurrence.dates
        return None if fixed else closed(day, self.closed_breaks)

    def _beside(self, day: dt.date, following: dt.date | None) -> dt.date:
        """Where the recurrence moves a meeting on a day off: never to the next one, or to a month without meetings."""
        recurrence = self.forum.recurrence
        match recurrence.on_holiday if recurrence else None:
            case OnDayOff.PREVIOUS | OnDayOff.NEXT as way:
                moved = working_day_beside(day, self.closed_breaks, after=way is OnDayOff.NEXT)
            case OnDayOff.WEEK_LATER:
                moved = day + _WEEK
                while closed(moved, self.closed_breaks):
                    moved += _WEEK
            case _:
                return day
        allowed = recurrence is not None and self._meets_in(moved, recurrence)
        return moved if allowed and (following is None or moved < following) else day

    @cached_property
    def coming(self) -> tuple[Meeting, ...]:
        """The next meetings that are held, not more than are worth showing."""
        return tuple(m for m in self.meetings if m.day >= self.today and not m.cancelled)[:COUNT]

    @cached_property
    def changes(self) -> tuple[Meeting, ...]:
        """The meetings that somebody has moved or cancelled, and those a day off does it to among the next ones."""
        told = [meeting for meeting in self.meetings if meeting.changed and self._matters(meeting)]
        return tuple(sorted(told, key=lambda meeting: meeting.planned))

    def _matters(self, meeting: Meeting) -> bool:
        near = meeting.exception or len(self.coming) < COUNT or meeting.planned <= self.coming[-1].day
        return bool(near) and max(meeting.planned, meeting.day) >= self.today


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
