"""The pulse of meetings: what is noted of them afterwards, put in order and counted, one way for all who ask.

Counted are held and cancelled meetings, whether the services that are always to come did, and how much of what was
decided was done by the next meeting. Of a meeting where nobody has noted who came, nobody is said to have stayed away.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from builder.facts.due import oldest_review
from builder.facts.held import Held, held_of
from builder.facts.meetings import must_come
from builder.facts.membership import services_behind
from builder.facts.parts import Within
from builder.facts.units import units_of
from builder.memoize import memoize
from builder.model.base import Record
from builder.model.collation import alphabetical
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.meeting_log import MEETINGS, MeetingLog, MeetingNote
from builder.model.recurrence import MeetingException
from builder.model.references import Path
from builder.model.service import SERVICES

#: Under so many per cent of the meetings were cancelled where they had come to hold (NOVA report 18/2011).
CRITERION = 10
#: With fewer meetings than this, a single one that is cancelled is over the criterion.
ENOUGH = 10
#: Cancelled so many times in a row, a forum is about to stop.
IN_A_ROW = 3
#: A service is not said to come seldom before it has been expected so often.
OFTEN_ENOUGH = 4

#: A note, where it stands: in a log, or in the forum where a meeting was called off beforehand.
NoteIn = Within[Record, MeetingNote]


@dataclass(frozen=True, slots=True)
class Series:
    """The meetings of a forum in one place, up to today, by day."""

    held: Held
    notes: tuple[NoteIn, ...]

    @property
    def in_a_row(self) -> int:
        """How many of the last ones were cancelled, one after the other."""
        return sum(1 for _ in takewhile(lambda one: one.value.cancelled, reversed(self.notes)))

    def within(self, since: dt.date, until: dt.date) -> tuple[MeetingNote, ...]:
        """The meetings after one day, to and with another."""
        return tuple(one.value for one in self.notes if since < one.value.date <= until)


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many of the meetings a service was expected in, it came to."""

    service: str
    came: int
    expected: int

    @property
    def seldom(self) -> bool:
        """Whether it was there less than half of the times, where there were enough of them to say so."""
        return self.expected >= OFTEN_ENOUGH and self.came * 2 < self.expected


@dataclass(frozen=True, slots=True)
class Pulse:
    """What meetings have come to. `followed` are the decisions somebody has looked after, and `done` those in place."""

    noted: int
    cancelled: int
    followed: int
    done: int
    turnout: tuple[Turnout, ...]

    @property
    def percent(self) -> int:
        """The share that was cancelled, never rounded up to the criterion."""
        return 100 * self.cancelled // self.noted if self.noted else 0

    @property
    def measurable(self) -> bool:
        """Whether there are enough meetings to be held against the criterion."""
        return self.noted >= ENOUGH

    @property
    def holds(self) -> bool:
        """Whether less is cancelled than the criterion."""
        return self.cancelled * 100 < CRITERION * self.noted


def notes(handbook: Handbook) -> Iterator[Within[MeetingLog, MeetingNote]]:
    """Every note as it is written, also of days that have not come."""
    for log in handbook.of(MEETINGS):
        yield from (Within(log, ("meetings", number), note) for number, note in enumerate(log.meetings))


@memoize
def keeping(handbook: Handbook) -> tuple[Forum, ...]:
    """The forums that keep a pulse, by name."""
    named = {log.forum for log in handbook.of(MEETINGS)}
    return tuple(forum for forum in handbook.forums if forum.id in named)


def series_of(handbook: Handbook, forum: str, place: str | None = None) -> tuple[Series, ...]:
    """What is noted of a forum: in each of its places, or in one of them."""
    found = _series(handbook).get(forum, ())
    return tuple(one for one in found if place is None or (one.held.place and one.held.place.id == place))


def every_series(handbook: Handbook) -> tuple[Series, ...]:
    """What is noted of all forums, by name."""
    return tuple(one for forum in keeping(handbook) for one in series_of(handbook, forum.id))


@memoize
def _series(handbook: Handbook) -> Mapping[str, tuple[Series, ...]]:
    return {forum.id: tuple(_of_forum(handbook, forum)) for forum in keeping(handbook)}


def _of_forum(handbook: Handbook, forum: Forum) -> Iterator[Series]:
    noted: dict[str | None, list[NoteIn]] = defaultdict(list)
    for one in notes(handbook):
        if one.record.forum == forum.id and one.value.date <= handbook.today:
            noted[one.value.place].append(Within(one.record, one.path, one.value))
    for place, found in noted.items():
        held = held_in(handbook, forum, place)
        days = {one.value.date for one in found}
        off = (one for one in _called_off(held, min(days), handbook.today) if one.value.date not in days)
        yield Series(held, tuple(sorted((*found, *off), key=lambda one: one.value.date)))


def last_held(handbook: Handbook, forum: str, place: str | None, written: dt.date | None) -> dt.date | None:
    """The day a forum was last held: as it is written, or as its pulse knows, whichever is later."""
    series = series_of(handbook, forum, place)
    noted = (one.value.date for some in series for one in some.notes if not one.value.cancelled)
    return max((*((written,) if written else ()), *noted), default=None)


def held_in(handbook: Handbook, forum: Forum, place: str | None) -> Held:
    """A forum as it is held in a place; the forum itself where it is not held there."""
    there = (one for one in held_of(handbook, forum) if one.place and one.place.id == place)
    return next(there, Held(forum, forum))


def _called_off(held: Held, first: dt.date, today: dt.date) -> Iterator[NoteIn]:
    """Meetings that were cancelled beforehand, in the plan: nobody has to note them once more."""
    recurrence = held.at.recurrence
    for number, exception in enumerate(recurrence.exceptions if recurrence else ()):
        if exception.cancelled and first <= exception.date <= today:
            yield Within(held.forum, _path(held, exception, number), MeetingNote(date=exception.date, cancelled=True))


def _path(held: Held, exception: MeetingException, number: int) -> Path:
    """Where an exception stands: in the plan of the place, where it has one."""
    common = held.forum.recurrence
    own = common is None or exception not in common.exceptions
    return (*(held.path if own else ()), "recurrence", "exceptions", number)


def came(handbook: Handbook, note: MeetingNote) -> frozenset[str]:
    """The services that were there; where a unit came, what it is part of did."""
    services = (handbook.find(SERVICES, name) for name in note.came)
    units = (unit.id for service in services if service for unit in units_of(handbook, service))
    return frozenset((*note.came, *units))


def last_year(handbook: Handbook, series: Iterable[Series]) -> Pulse:
    """What the meetings of the last twelve months have come to."""
    return pulse(handbook, series, oldest_review(handbook.today), handbook.today)


def pulse(handbook: Handbook, series: Iterable[Series], since: dt.date, until: dt.date) -> Pulse:
    """What the meetings after one day, to and with another, have come to."""
    found = [(one, one.within(since, until)) for one in series]
    meetings = [note for _, some in found for note in some]
    followed = [note for note in meetings if note.done is not None]
    return Pulse(
        noted=len(meetings),
        cancelled=sum(note.cancelled for note in meetings),
        followed=sum(note.decided or 0 for note in followed),
        done=sum(note.done or 0 for note in followed),
        turnout=tuple(_turnout(handbook, found)),
    )


def _turnout(handbook: Handbook, found: Iterable[tuple[Series, Iterable[MeetingNote]]]) -> Iterator[Turnout]:
    there, expected = Counter[str](), Counter[str]()
    for one, meetings in found:
        always = _always_there(handbook, one.held.at)
        for note in meetings:
            present = came(handbook, note)
            expected.update(always if present else ())
            there.update(always & present)
    for service in sorted(expected, key=lambda name: alphabetical(handbook.called(name))):
        yield Turnout(service, there[service], expected[service])


def _always_there(handbook: Handbook, forum: Forum) -> frozenset[str]:
    """The services that are to come each time. Of a role that several services have, nobody knows whose turn it was."""
    behind = (services_behind(handbook, actor) for actor in must_come(forum))
    return frozenset().union(*(services for services in behind if len(services) == 1))
