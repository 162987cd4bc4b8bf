"""iCalendar files: one for each forum whose meetings have dates, and one with all of them (RFC 5545, RFC 7986)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from builder.edition.edition import Edition
from builder.feeds.events import Meetings
from builder.feeds.revision import revised
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.views import urls

PRODUCT = "-//Handbok//Praksishandbok//NO"
REFRESH = dt.timedelta(days=1)
#: Norway's clocks since 1996, as in the rest of the EEA: summer time from the last Sunday of March to that of October.
_CLOCKS = (
    (TimezoneDaylight, "CEST", 3, dt.datetime(1996, 3, 31, 2), 1, 2),
    (TimezoneStandard, "CET", 10, dt.datetime(1996, 10, 27, 3), 2, 1),
)


def calendars(edition: Edition, published: bytes | None) -> dict[str, bytes]:
    """Path -> calendar. `published` is the calendar of all forums as it was before, whose numbers are continued."""
    handbook, meetings = edition.handbook, Meetings(edition)
    found = {forum.id: list(meetings.of(forum)) for forum in handbook.forums}
    every = list(revised((event for events in found.values() for event in events), published, handbook.today))
    if not every:
        return {}
    title = handbook.municipality.title
    named = edition.language.translate(N_("Møter – {title}")).format(title=title)
    made = {urls.CALENDARS: _calendar(handbook, urls.CALENDARS, named, every)}
    for forum in handbook.forums:
        own = [event for event in every if _belongs(event, forum.id, found)]
        if own:
            path = urls.calendar(forum.id)
            made[path] = _calendar(handbook, path, f"{forum.name} – {title}", own)
    return made


def _belongs(event: Event, forum_id: str, found: dict[str, list[Event]]) -> bool:
    """Whether an event is the forum's: one of its own now, or one it had before that is called off."""
    uid = str(event.uid)
    if any(uid == str(own.uid) for own in found[forum_id]):
        return True
    name = uid.partition("@")[0]
    owners = [other for other in found if name == other or name.startswith(f"{other}-")]
    return bool(owners) and max(owners, key=len) == forum_id


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
