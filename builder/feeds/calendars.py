"""iCalendar files (RFC 5545, RFC 7986): one with all meetings that have dates, and one for each forum and each place.

A forum that is held in many places has one with all of them, and one for each.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from builder.edition.edition import Edition
from builder.facts.held import every_held, held_at, held_of
from builder.feeds.events import Meetings
from builder.feeds.revision import revised
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.problem import Tell, silently
from builder.views import urls

PRODUCT = "-//Handbok//Praksishandbok//NO"
REFRESH = dt.timedelta(days=1)
#: Norway's clocks since 1996, as in the rest of the EEA: summer time from the last Sunday of March to that of October.
_CLOCKS = (
    (TimezoneDaylight, "CEST", 3, dt.datetime(1996, 3, 31, 2), 1, 2),
    (TimezoneStandard, "CET", 10, dt.datetime(1996, 10, 27, 3), 2, 1),
)


def calendars(edition: Edition, published: bytes | None, tell: Tell = silently) -> dict[str, bytes]:
    """Path -> calendar. `published` is the calendar of all forums as it was before, whose numbers are continued."""
    handbook, meetings = edition.handbook, Meetings(edition)
    found = (event for one in every_held(handbook) for event in meetings.of(one.at))
    every = list(revised(found, published, handbook.today, tell))
    if not every:
        return {}
    title = edition.named(handbook.municipality.title)
    named = edition.language.translate(N_("Møter – {title}")).format(title=title)
    made = {urls.CALENDARS: _calendar(handbook, urls.CALENDARS, named, every)}
    by_key = _by_key(handbook, every)
    for path, name, keys in _wanted(handbook):
        own = [event for key in keys for event in by_key.get(key, ())]
        if own:
            made[path] = _calendar(handbook, path, f"{name} – {title}", own)
    return made


def _wanted(handbook: Handbook) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Each calendar: its path, its name, and what is held that is in it."""
    for forum in handbook.forums:
        held = held_of(handbook, forum)
        keys = tuple(dict.fromkeys((forum.id, *(one.key for one in held))))
        yield urls.calendar(forum.id), forum.name, keys
        yield from ((urls.calendar(one.key), one.at.name, (one.key,)) for one in held if one.place)
    for place in handbook.places:
        yield urls.calendar_of_place(place.id), place.name, [one.key for one in held_at(handbook, place)]


def _by_key(handbook: Handbook, events: Iterable[Event]) -> Mapping[str, Sequence[Event]]:
    """The events by what is held: those it has now, and those it had before that are called off."""
    keys = {forum.id for forum in handbook.forums} | {one.key for one in every_held(handbook)}
    found: dict[str, list[Event]] = {}
    for event in events:
        name = str(event.uid).partition("@")[0]
        owners = [key for key in keys if name == key or name.startswith((f"{key}-", f"{key}/"))]
        if owners:
            found.setdefault(max(owners, key=len), []).append(event)
    return found


def _calendar(handbook: Handbook, path: str, name: str, events: Iterable[Event]) -> bytes:
    municipality = handbook.municipality
    address = urls.address(municipality.website, path)
    calendar = Calendar.new(
        prodid=PRODUCT,
        name=name,
        uid=f"{path}@{municipality.id}.handbok",
        language=str(municipality.written_standard),
        refresh_interval=REFRESH,
        url=address,
        source=address,
        subcomponents=[_norway(), *events],
    )
    calendar.add("x-wr-timezone", "Europe/Oslo")
    return bytes(calendar.to_ical())


def _norway() -> Timezone:
    zone = Timezone()
    zone.add("tzid", "Europe/Oslo")
    for kind, name, month, start, before, after in _CLOCKS:
        clock = kind()
        clock.add("tzname", name)
        clock.add("dtstart", start)
        clock.add("tzoffsetfrom", dt.timedelta(hours=before))
        clock.add("tzoffsetto", dt.timedelta(hours=after))
        clock.add("rrule", {"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": "-1SU"})
        zone.add_component(clock)
    return zone
