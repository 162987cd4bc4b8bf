"""Events compared with those that were published before: what is unchanged, changed, or called off.

A calendar program keeps the event with the highest number. So the number of an event grows by one each
time it is published with something changed, and an event that is gone is called off until it would have
been over. A series and the single meetings that are moved out of it are one, and have the same number.
What is unchanged keeps its number and its date, so it stays the same to the byte.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from icalendar import Calendar, Event

from builder.i18n import N_
from builder.problem import Message, Tell

_BEGIN_ANEW = N_(
    "kalenderen som var publisert før, er skadet: møtene nummereres på nytt, og noen kan få se de gamle en stund til"
)
#: What the library raises, sooner or later, about a calendar that is damaged.
_DAMAGED = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
#: What says which edition of the event this is, rather than when and where the meeting is.
_EDITION = ("SEQUENCE", "DTSTAMP", "LAST-MODIFIED")
CANCELLED = "CANCELLED"


def revised(events: Iterable[Event], published: bytes | None, today: dt.date, tell: Tell) -> Iterator[Event]:
    """The events with their numbers and dates, and then those that are called off, as cancelled."""
    before = _published(published, tell)
    for uid, series in _by_uid(events).items():
        yield from _numbered(series, before.pop(uid, []), today)
    for series in before.values():
        if max(map(_last_day, series)) >= today:
            off = all(event.get("STATUS") == CANCELLED for event in series)
            yield from series if off else _called_off(series, today)


def _by_uid(events: Iterable[Event]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(str(event.uid), []).append(event)
    return found


def _published(calendar: bytes | None, tell: Tell) -> dict[str, list[Event]]:
    """UID -> events. A calendar that cannot be read is told of, and the numbers begin anew."""
    if calendar is None:
        return {}
    try:
        found = Calendar.from_ical(calendar).walk("VEVENT")
    except _DAMAGED:
        tell(Message(_BEGIN_ANEW))
        return {}
    whole = [event for event in found if isinstance(event, Event) and _is_whole(event)]
    if len(whole) < len(found):
        tell(Message(_BEGIN_ANEW))
    return _by_uid(whole)


def _is_whole(event: Event) -> bool:
    """Whether all that is asked of a published event can be read; the library reads each value when it is asked for."""
    try:
        return bool(event.uid and _content(event)) and event.sequence >= 0 and _last_day(event) >= dt.date.min
    except _DAMAGED:
        return False


def _numbered(series: list[Event], before: list[Event], today: dt.date) -> list[Event]:
    if list(map(_content, before)) == list(map(_content, series)):
        return before
    number = max((event.sequence + 1 for event in before), default=0)
    return [_edition(event, number, today) for event in series]


def _content(event: Event) -> bytes:
    plain = event.copy(recursive=True)
    for name in _EDITION:
        plain.pop(name, None)
    return bytes(plain.to_ical())


def _edition(event: Event, number: int, today: dt.date) -> Event:
    for name in _EDITION:
        event.pop(name, None)
    moment = dt.datetime.combine(today, dt.time(), dt.UTC)
    event.add("sequence", number)
    event.add("dtstamp", moment)
    event.add("last-modified", moment)
    return event


def _called_off(series: list[Event], today: dt.date) -> list[Event]:
    number = max(event.sequence for event in series) + 1
    for event in series:
        event.pop("STATUS", None)
        event.add("status", CANCELLED)
    return [_edition(event, number, today) for event in series]


def _last_day(event: Event) -> dt.date:
    """The day the event is over: of the last meeting, where it recurs."""
    repeated = event.get("RRULE")
    until: dt.date = repeated["UNTIL"][0] if repeated and "UNTIL" in repeated else event.start
    return until.date() if isinstance(until, dt.datetime) else until
