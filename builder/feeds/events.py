"""A forum to the events of a calendar.

A recurrence that a rule can say becomes one recurring event for the school year, with the days that have
no meeting taken out, and an event of its own, which takes the place of one of them and says why, for each
that is moved, cancelled, or falls out because the day is off. Fixed dates become one event each. Of «every
4–6 weeks» nobody knows the day: where the last meeting is known, there is a reminder on the first day it is
time for the next, and otherwise nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrule
from icalendar import Event, vRecur
from icalendar.enums import STATUS, TRANSP

from builder.edition.edition import Edition
from builder.facts.held import every_held
from builder.feeds.event_texts import EventTexts
from builder.model.forum import Forum
from builder.model.recurrence import Recurrence
from builder.model.schedule import Meeting, Schedule
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
    """The events of the forums of one edition, as they are held."""

    def __init__(self, edition: Edition) -> None:
        handbook = edition.handbook
        self.texts = EventTexts(edition)
        self.schedule = handbook.schedule
        self.today = handbook.today
        #: Of a forum that is held in many places, each place has names of its own.
        self.keys = {one.at: one.key for one in every_held(handbook)}
        self.place = f"{handbook.municipality.id}.handbok"

    def of(self, forum: Forum) -> Iterator[Event]:
        """The events of one forum. No number of revision and no stamp yet."""
        recurrence = forum.recurrence
        if recurrence is None:
            return
        schedule = self.schedule(forum)
        series = _series_of(schedule)
        if schedule.rule and series:
            yield self._series(schedule, schedule.rule, series)
            yield from (self._instead(forum, meeting) for meeting in series if meeting.changed)
        else:
            yield from (
                self._meeting(forum, meeting, f"{self.keys[forum]}-{meeting.planned.isoformat()}")
                for meeting in sorted(schedule.meetings, key=lambda meeting: meeting.planned)
            )
        yield from self._reminder(forum, recurrence, forum.standing.arranged if forum.standing else None)

    def _series(self, schedule: Schedule, rule: rrule, meetings: Sequence[Meeting]) -> Event:
        """The meetings of the rule, as they are without exceptions but for those that are cancelled or fall out."""
        forum, days = schedule.forum, [meeting.planned for meeting in meetings]
        event = self._meeting(forum, Meeting(days[0], days[0], forum.starts, forum.place, None), self.keys[forum])
        repeated = vRecur.from_ical(str(rule).partition("RRULE:")[2])
        repeated["UNTIL"] = [_moment(days[-1], forum.starts, utc=True)]
        event.add("rrule", repeated)
        never = {day for day in schedule.planned if days[0] < day < days[-1]} - set(days)
        cancelled = {meeting.planned for meeting in meetings if meeting.cancelled}
        if never | cancelled:
            left_out = [_moment(day, forum.starts) for day in sorted(never | cancelled)]
            event.add("exdate", left_out, parameters={} if forum.starts else {"VALUE": "DATE"})
        return event

    def _instead(self, forum: Forum, meeting: Meeting) -> Event:
        """What takes the place of one meeting in the series."""
        event = self._meeting(forum, meeting, self.keys[forum])
        event.add("recurrence-id", _moment(meeting.planned, forum.starts))
        return event

    def _reminder(self, forum: Forum, recurrence: Recurrence, last: dt.date | None) -> Iterator[Event]:
        unit = _UNITS.get(recurrence.unit) if recurrence.unit else None
        known = recurrence.to is None and recurrence.weekday is not None
        if last is None or unit is None or recurrence.every is None or known:
            return
        first, latest = last + recurrence.every * unit, last + (recurrence.to or recurrence.every) * unit
        yield Event.new(
            uid=f"{self.keys[forum]}-avtal@{self.place}",
            summary=self.texts.arrange(forum),
            description=self.texts.window(forum, first, latest),
            start=first,
            end=first + dt.timedelta(days=1),
            transparency=TRANSP.TRANSPARENT,
            url=self.texts.address(forum),
        )

    def _meeting(self, forum: Forum, meeting: Meeting, name: str) -> Event:
        start = _moment(meeting.day, meeting.starts)
        return Event.new(
            uid=f"{name}@{self.place}",
            summary=forum.name,
            description=self.texts.description(forum, meeting),
            location=meeting.place,
            start=start,
            end=_end(forum, start),
            status=STATUS.CANCELLED if meeting.cancelled else STATUS.CONFIRMED,
            transparency=TRANSP.OPAQUE if meeting.starts and not meeting.cancelled else TRANSP.TRANSPARENT,
            url=self.texts.address(forum),
        )


def _series_of(schedule: Schedule) -> list[Meeting]:
    """The meetings of a rule in the order they are planned, from the first that is not off to the last."""
    found = sorted(schedule.meetings, key=lambda meeting: meeting.planned)
    held = [number for number, meeting in enumerate(found) if not meeting.falls_out]
    return found[held[0] : held[-1] + 1] if held else []


def _moment(day: dt.date, starts: dt.time | None, *, utc: bool = False) -> _When:
    """When a meeting begins: a time in Norway, or only the day where the time is not given."""
    if starts is None:
        return day
    begins = dt.datetime.combine(day, starts, OSLO)
    return begins.astimezone(dt.UTC) if utc else begins


def _end(forum: Forum, start: _When) -> _When | None:
    if not isinstance(start, dt.datetime):
        return start + dt.timedelta(days=1)
    return start + dt.timedelta(minutes=forum.minutes) if forum.minutes else None
