"""Meetings that should have been, by the plan of a forum that keeps a pulse, and that nobody has noted.

Where the plan gives the days, each is looked for. Where it only says how often, too long a time without a note is one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from builder.facts.meetings import longest_gap_in_days
from builder.facts.pulse import Series
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.schedule import JULY, Schedule
from builder.model.vocabulary import Period

#: So long one has to write it down.
GRACE = dt.timedelta(weeks=2)
#: A note is of the planned meeting it lies nearest, where that is not further away than this.
_FIXED_DAYS = 7
#: One meeting may fall out for a holiday or illness; two in a row may not.
_INTERVALS = 2


def unnoted(handbook: Handbook, series: Series) -> tuple[dt.date, ...]:
    """The days of the plan, since the first note, of which nothing is noted."""
    schedule = handbook.schedule(series.held.at)
    reach = _reach(schedule)
    if reach is None:
        return ()
    first, last = series.notes[0].value.date, handbook.today - GRACE
    planned = [one.day for one in schedule.meetings if first < one.day <= last and not one.cancelled]
    return tuple(day for day in planned if not any(abs(day - one.value.date) <= reach for one in series.notes))


def _reach(schedule: Schedule) -> dt.timedelta | None:
    """How far from its day a meeting can have been; None where the plan does not give every day since autumn."""
    recurrence = schedule.forum.recurrence
    if recurrence is None:
        return None
    if recurrence.dates:
        return dt.timedelta(days=_FIXED_DAYS)
    gap = longest_gap_in_days(recurrence)
    each = recurrence.every == 1 and recurrence.unit in (Period.WEEK, Period.MONTH)
    return dt.timedelta(days=gap // 2) if gap and each and schedule.rule is not None else None


def silence(handbook: Handbook, series: Series) -> tuple[dt.date, dt.date] | None:
    """The last time that was too long without a note, where the plan only says how often."""
    schedule = handbook.schedule(series.held.at)
    gap = longest_gap_in_days(schedule.forum.recurrence)
    if gap is None or _reach(schedule) is not None:
        return None
    days = [*(one.value.date for one in series.notes), handbook.today]
    long = [(start, end) for start, end in pairwise(days) if _open_days(schedule, start, end) > _INTERVALS * gap]
    return long[-1] if long else None


def _open_days(schedule: Schedule, start: dt.date, end: dt.date) -> int:
    """The days between two that the forum may meet on: not July, its months without meetings, or school breaks."""
    return sum(1 for day in _days(start, end) if _may_meet(schedule.forum, day) and not _on_break(schedule, day))


def _days(start: dt.date, end: dt.date) -> Iterator[dt.date]:
    return (start + dt.timedelta(days=number) for number in range(1, (end - start).days + 1))


def _may_meet(forum: Forum, day: dt.date) -> bool:
    return day.month != JULY and day.month not in (forum.recurrence.not_in if forum.recurrence else ())


def _on_break(schedule: Schedule, day: dt.date) -> bool:
    return any(one.has(day) for one in schedule.closed_breaks)
