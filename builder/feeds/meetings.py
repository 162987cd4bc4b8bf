"""A forum to the events of a calendar.

A recurrence that a rule can say becomes one recurring event for the school year, with the days that have
no meeting taken out; fixed dates become one event each. Of «every 4–6 weeks» nobody knows the day: where
the last meeting is known, there is a reminder on the first day it is time for the next, and otherwise nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from icalendar import Event, vRecur
from icalendar.enums import STATUS, TRANSP

from builder.feeds.told import Told
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.recurrence import Recurrence, is_held, planned_days, planned_rule, start_of_school_year
from builder.model.vocabulary import Period

OSLO = ZoneInfo("Europe/Oslo")
#: How long each unit of an interval is.
_UNITS = {
    Period.DAY: relativedelta(days=1),
    Period.WEEK: relativedelta(weeks=1),
    Period.MONTH: relativedelta(months=1),
    Period.QUARTER: relativedelta(months=3),
    Period.SEMESTER: relativedelta(months=6),
    Period.YEAR: relativedelta(years=1),
}
_When = dt.date | dt.datetime


class Meetings:
    """The events of the forums of one handbook."""

    def __init__(self, handbook: Handbook) -> None:
        self.told = Told(handbook)
        self.today = handbook.today
        self.place = f"{handbook.municipality.id}.handbok"

    def of(self, forum: Forum) -> Iterator[Event]:
        """The events of one forum. No number of revision and no stamp yet."""
        recurrence = forum.recurrence
        if recurrence is None:
            return
        last = forum.standing.arranged if forum.standing else None
        yield from self._dated(forum, recurrence)
        yield from self._recurring(forum, recurrence, last)
        yield from self._reminder(forum, recurrence, last)

    def _dated(self, forum: Forum, recurrence: Recurrence) -> Iterator[Event]:
        for day in sorted(set(recurrence.dates)):
            if day >= start_of_school_year(self.today):
                yield self._meeting(forum, day, f"{forum.id}-{day.isoformat()}")

    def _recurring(self, forum: Forum, recurrence: Recurrence, last: dt.date | None) -> Iterator[Event]:
        since = max(start_of_school_year(self.today), forum.started or dt.date.min)
        days = list(planned_days(recurrence, self.today, since, last))
        held = [day for day in days if is_held(recurrence, day)]
        rule = planned_rule(recurrence, self.today, since, last)
        if rule is None or not held:
            return
        event = self._meeting(forum, held[0], forum.id)
        repeated = vRecur.from_ical(str(rule).partition("RRULE:")[2])
        repeated["UNTIL"] = [self._moment(forum, held[-1], utc=True)]
        event.add("rrule", repeated)
        left_out = [self._moment(forum, day) for day in days if held[0] < day < held[-1] and day not in held]
        if left_out:
            event.add("exdate", left_out, parameters={} if forum.starts else {"VALUE": "DATE"})
        yield event

    def _reminder(self, forum: Forum, recurrence: Recurrence, last: dt.date | None) -> Iterator[Event]:
        unit = _UNITS.get(recurrence.unit) if recurrence.unit else None
        known = recurrence.to is None and recurrence.weekday is not None
        if last is None or unit is None or recurrence.every is None or known:
            return
        first, latest = last + recurrence.every * unit, last + (recurrence.to or recurrence.every) * unit
        yield Event.new(
            uid=f"{forum.id}-avtal@{self.place}",
            summary=self.told.arrange(forum),
            description=self.told.window(forum, first, latest),
            start=first,
            end=first + dt.timedelta(days=1),
            transparency=TRANSP.TRANSPARENT,
            url=self.told.address(forum),
        )

    def _meeting(self, forum: Forum, day: dt.date, name: str) -> Event:
        start = self._moment(forum, day)
        return Event.new(
            uid=f"{name}@{self.place}",
            summary=forum.name,
            description=self.told.description(forum),
            location=forum.place,
            start=start,
            end=self._end(forum, start),
            status=STATUS.CONFIRMED,
            transparency=TRANSP.OPAQUE if forum.starts else TRANSP.TRANSPARENT,
            url=self.told.address(forum),
        )

    def _moment(self, forum: Forum, day: dt.date, *, utc: bool = False) -> _When:
        """When the meeting begins: a time in Norway, or only the day where the time is not given."""
        if forum.starts is None:
            return day
        begins = dt.datetime.combine(day, forum.starts, OSLO)
        return begins.astimezone(dt.UTC) if utc else begins

    def _end(self, forum: Forum, start: _When) -> _When | None:
        if not isinstance(start, dt.datetime):
            return start + dt.timedelta(days=1)
        return start + dt.timedelta(minutes=forum.minutes) if forum.minutes else None
