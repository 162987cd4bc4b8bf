"""Calendars read back by two libraries that know nothing of each other, and compared with the pages' dates."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import recurring_ical_events
import vobject
from builder.edition.edition import Edition
from builder.feeds.files import files
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.schedule import Schedule
from builder.model.school_break import SchoolBreak
from builder.problem import Message
from icalendar import Calendar

from tests.support import TODAY, checked, varied

FORUM: dict[str, Any] = {
    "id": "team",
    "name": "Tverrfaglig team; «tirsdag», æøå",
    "kind": "standing",
    "purpose": "Drøfte **tidlig**.",
    "starts": "9:00",
    "minutes": 60,
    "place": "Rådhuset",
    "preparation": ["Spør [foreldrene](forms:samtykke)."],
}


WINTER = SchoolBreak.model_validate({"name": "Vinterferie", "from": "2027-02-22", "to": "2027-02-26"})


def handbook_with(mini: Handbook, today: dt.date = TODAY, website: str | None = None, **fields: Any) -> Handbook:
    """The miniature handbook with one forum."""
    forum = Forum.model_validate(FORUM | fields)
    municipality = mini.municipality.model_copy(update={"website": website, "school_breaks": (WINTER,)})
    services = {"services": {service.id: service for service in mini.services}}
    return Handbook(municipality, {"forums": {forum.id: forum}, **services}, today)


def calendar_of(handbook: Handbook, published: bytes | None = None) -> bytes:
    return files(Edition(handbook), calendar=published)["kalender/alle.ics"]


def events(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def by_first_reader(content: bytes, since: dt.date) -> list[dt.date]:
    """Days of the meetings as recurring-ical-events expands them."""
    found = recurring_ical_events.of(Calendar.from_ical(content)).between(since, since + dt.timedelta(days=800))
    return sorted(_day(event["DTSTART"].dt) for event in found if event.get("STATUS") != "CANCELLED")


def by_second_reader(content: bytes, since: dt.date) -> list[dt.date]:
    """Days of the meetings as vobject reads them and dateutil expands them, each single one taking its place."""
    found = vobject.readOne(content.decode()).vevent_list
    single = {(e.uid.value, _day(e.recurrence_id.value)): e for e in found if hasattr(e, "recurrence_id")}
    days = {key: _day(event.dtstart.value) for key, event in single.items()}
    for event in (event for event in found if event not in single.values()):
        moments = event.getrruleset(addRDate=True) or [event.dtstart.value]
        days = {(event.uid.value, _day(moment)): _day(moment) for moment in moments} | days
        off = {(event.uid.value, _day(moment)) for moment in moments} if event.status.value == "CANCELLED" else set()
        days = {key: day for key, day in days.items() if key not in off}
    off = {key for key, event in single.items() if event.status.value == "CANCELLED"}
    return sorted(day for key, day in days.items() if day >= since and key not in off)


def _day(moment: dt.date) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


RECURRENCES: dict[str, tuple[dict[str, Any], str | None]] = {
    "weekly": ({"every": 1, "unit": "week", "weekday": "monday"}, None),
    "fortnight": ({"every": 2, "unit": "week", "weekday": "tuesday"}, "2026-11-03"),
    "fortnight after a moved meeting": ({"every": 2, "unit": "week", "weekday": "tuesday"}, "2026-11-05"),
    "third Thursday": ({"every": 1, "unit": "month", "weekday": "thursday", "week": 3}, None),
    "last Friday": ({"every": 1, "unit": "month", "weekday": "friday", "week": -1, "not_in": [6, 12]}, None),
    "quarter": ({"every": 1, "unit": "quarter", "weekday": "wednesday", "week": 2}, "2026-09-09"),
    "dates": ({"dates": ["2026-12-01", "2027-03-31", "2026-08-20"]}, None),
    "school year": ({"every": 1, "unit": "week", "weekday": "monday", "school_year": True}, None),
    "moved on holidays": ({"every": 1, "unit": "week", "weekday": "monday", "on_holiday": "next"}, None),
    "a week later on holidays": (
        {"every": 1, "unit": "month", "weekday": "thursday", "week": 1, "on_holiday": "week-later"},
        None,
    ),
    "the day before in the breaks too": (
        {"every": 1, "unit": "month", "weekday": "monday", "week": 3, "on_holiday": "previous", "school_year": True},
        None,
    ),
    "exceptions": (
        {
            "every": 1,
            "unit": "week",
            "weekday": "tuesday",
            "exceptions": [
                {"date": "2026-12-01", "moved_to": "2026-12-03"},
                {"date": "2026-12-08", "cancelled": True},
                {"date": "2026-08-04", "cancelled": True},
                {"date": "2026-12-15", "starts": "8:15", "place": "Kafeen"},
            ],
        },
        None,
    ),
    "exceptions for dates": (
        {
            "dates": ["2026-12-01", "2027-03-31", "2027-04-14"],
            "exceptions": [
                {"date": "2026-12-01", "moved_to": "2026-11-30"},
                {"date": "2027-03-31", "cancelled": True},
            ],
        },
        None,
    ),
}


@pytest.mark.parametrize("starts", ["14:30", None])
@pytest.mark.parametrize("name", RECURRENCES)
def test_both_readers_find_the_days_of_the_pages(mini: Handbook, name: str, starts: str | None) -> None:
    recurrence, last = RECURRENCES[name]
    fields: dict[str, Any] = {"recurrence": recurrence, "starts": starts}
    handbook = handbook_with(mini, **fields, **({"standing": {"arranged": last}} if last else {}))
    content = calendar_of(handbook)
    (forum,) = handbook.forums
    meetings = Schedule(forum, TODAY, (WINTER,)).meetings
    expected = [meeting.day for meeting in meetings if meeting.day >= TODAY and not meeting.cancelled]
    assert len(expected) > 1
    assert by_first_reader(content, TODAY) == expected
    assert by_second_reader(content, TODAY) == expected


def test_holidays_and_months_off_are_exceptions(mini: Handbook) -> None:
    recurrence = {"every": 1, "unit": "week", "weekday": "monday", "not_in": [2]}
    event, *off = events(calendar_of(handbook_with(mini, recurrence=recurrence)))
    left_out = {moment.dt.date().isoformat() for moment in event["EXDATE"].dts}
    assert left_out == {"2027-02-01", "2027-02-08", "2027-02-15", "2027-02-22", "2027-03-29", "2027-05-17"}
    assert {moment.dt.time() for moment in event["EXDATE"].dts} == {dt.time(9)}
    assert [(one["RECURRENCE-ID"].dt.date().isoformat(), one["STATUS"]) for one in off] == [
        ("2027-03-29", "CANCELLED"),
        ("2027-05-17", "CANCELLED"),
    ]
    assert off[0]["DESCRIPTION"].startswith(
        "Møtet mandag 29. mars 2027 faller ut: andre påskedag, offentlig høytidsdag.\n\nDrøfte tidlig."
    )


def test_school_breaks_are_exceptions_too(mini: Handbook) -> None:
    recurrence = {"every": 1, "unit": "week", "weekday": "monday", "school_year": True}
    event, *off = events(calendar_of(handbook_with(mini, recurrence=recurrence)))
    assert dt.date(2027, 2, 22) in {_day(moment.dt) for moment in event["EXDATE"].dts}
    assert off[0]["DESCRIPTION"].startswith("Møtet mandag 22. februar 2027 faller ut: vinterferie.")


def test_a_meeting_that_is_moved_because_the_day_is_off_says_where_and_why(mini: Handbook) -> None:
    recurrence = {"every": 1, "unit": "week", "weekday": "monday", "on_holiday": "next"}
    series, _, moved = events(calendar_of(handbook_with(mini, recurrence=recurrence)))
    assert "EXDATE" not in series
    assert (_day(moved["RECURRENCE-ID"].dt), _day(moved["DTSTART"].dt)) == (dt.date(2027, 5, 17), dt.date(2027, 5, 18))
    assert moved["STATUS"] == "CONFIRMED"
    assert "er flyttet til tirsdag 18. mai 2027: " in moved["DESCRIPTION"]


def test_a_single_meeting_takes_the_place_of_one_in_the_series(mini: Handbook) -> None:
    exceptions = [
        {"date": "2026-12-02", "moved_to": "2026-12-04", "starts": "10:00", "place": "Kafeen", "why": "Kurs"},
        {"date": "2026-12-09", "cancelled": True},
    ]
    recurrence = WEEKLY["recurrence"] | {"exceptions": exceptions}
    series, moved, off = events(calendar_of(handbook_with(mini, recurrence=recurrence)))
    assert {series["UID"], moved["UID"], off["UID"]} == {"team@lillevik.handbok"}
    assert moved["RECURRENCE-ID"].dt.isoformat() == "2026-12-02T09:00:00+01:00"
    assert (moved["DTSTART"].dt.isoformat(), moved["LOCATION"]) == ("2026-12-04T10:00:00+01:00", "Kafeen")
    assert moved["DTEND"].dt.isoformat() == "2026-12-04T11:00:00+01:00"
    told = "Møtet onsdag 2. desember 2026 er flyttet til fredag 4. desember 2026, klokka 10:00, Kafeen: Kurs.\n\nDrøfte tidlig."
    assert moved["DESCRIPTION"].startswith(told)
    assert (off["RECURRENCE-ID"].dt, off["STATUS"]) == (off["DTSTART"].dt, "CANCELLED")
    assert off["DTSTART"].dt in {moment.dt for moment in series["EXDATE"].dts}


def test_the_number_of_a_series_grows_when_one_meeting_is_moved_and_moved_back(mini: Handbook) -> None:
    moved = WEEKLY["recurrence"] | {"exceptions": [{"date": "2026-12-02", "moved_to": "2026-12-04"}]}
    contents = [calendar_of(handbook_with(mini, **WEEKLY))]
    for recurrence in (moved, moved, WEEKLY["recurrence"], {"as_needed": "Når noen ber om det"}):
        contents.append(calendar_of(handbook_with(mini, recurrence=recurrence), contents[-1]))
    assert [[event["SEQUENCE"] for event in events(content)] for content in contents] == [[0], [1, 1], [1, 1], [2], [3]]
    assert contents[1] == contents[2]
    gone = calendar_of(handbook_with(mini, recurrence={"as_needed": "Når noen ber om det"}), contents[1])
    assert {event["STATUS"] for event in events(gone)} == {"CANCELLED"}
    assert by_first_reader(gone, TODAY) == by_second_reader(gone, TODAY) == []


def test_nine_o_clock_stays_nine_o_clock_when_the_clocks_change(mini: Handbook) -> None:
    content = calendar_of(handbook_with(mini, recurrence={"every": 1, "unit": "week", "weekday": "monday"}))
    found = recurring_ical_events.of(Calendar.from_ical(content)).between(dt.date(2026, 10, 19), dt.date(2026, 10, 27))
    assert [event["DTSTART"].dt.isoformat() for event in found] == [
        "2026-10-19T09:00:00+02:00",
        "2026-10-26T09:00:00+01:00",
    ]
    zone = Calendar.from_ical(content).walk("VTIMEZONE")[0].to_tz()
    assert [dt.datetime(2027, month, 1, tzinfo=zone).utcoffset() for month in (1, 7)] == [
        dt.timedelta(hours=1),
        dt.timedelta(hours=2),
    ]


def test_an_event_says_what_one_must_know(mini: Handbook) -> None:
    fields: dict[str, Any] = {
        "convener": "ppt.leder",
        "members": [{"actor": "skole"}, {"actor": "ppt", "attendance": "by-need"}],
        "sign_up": "To dager før",
        "co_conveners": ["skole.rektor"],
        "modes": [{"mode": "anonymised", "when": "første del"}],
        "recurrence": {"dates": ["2026-12-01"]},
    }
    handbook = handbook_with(mini, website="https://handbok.example/lillevik/", **fields)
    (event,) = vobject.readOne(calendar_of(handbook).decode()).vevent_list
    assert event.summary.value == FORUM["name"]
    assert event.location.value == "Rådhuset"
    assert event.url.value == "https://handbok.example/lillevik/moteplasser/team.html"
    assert event.description.value == (
        "Drøfte tidlig.\n\nSlik snakker vi om saker: Anonymt (første del).\n\n"
        "Innkaller: Leder, PPT; Rektor, Lillevik skole\nFaste deltakere: Lillevik skole\nVed behov: PP-tjenesten\n\n"
        "Meld saker: To dager før\n\nFør møtet:\n– Spør foreldrene.\n\nDemonstrasjonsdata, ikke kommunens egen håndbok. "
        "Datoene er eksempler."
    )


@pytest.mark.parametrize(
    ("recurrence", "first", "said"),
    [
        (
            {"every": 4, "to": 6, "unit": "week"},
            "2026-12-01",
            "mellom tirsdag 1. desember 2026 og tirsdag 15. desember 2026",
        ),
        ({"every": 2, "unit": "month"}, "2027-01-03", "omkring søndag 3. januar 2027"),
    ],
)
def test_a_range_becomes_a_reminder_that_says_it_is_not_a_meeting(
    mini: Handbook, recurrence: dict[str, Any], first: str, said: str
) -> None:
    (event,) = events(calendar_of(handbook_with(mini, recurrence=recurrence, standing={"arranged": "2026-11-03"})))
    assert event["SUMMARY"].startswith("Avtal neste møte: ")
    assert event["DTSTART"].dt == dt.date.fromisoformat(first)
    assert event["TRANSP"] == "TRANSPARENT"
    assert "en påminnelse, ikke et møte" in event["DESCRIPTION"]
    assert said in event["DESCRIPTION"]


@pytest.mark.parametrize(
    "recurrence",
    [
        {"as_needed": "Når noen ber om det"},
        {"times": 2, "per": "semester"},
        {"every": 4, "to": 6, "unit": "week"},
        {"dates": ["2025-03-03"]},
        None,
    ],
)
def test_what_has_no_day_has_no_calendar(mini: Handbook, recurrence: dict[str, Any] | None) -> None:
    assert not [path for path in files(Edition(handbook_with(mini, recurrence=recurrence))) if path.endswith(".ics")]


#: No Wednesday of the school year is a holiday.
WEEKLY: dict[str, Any] = {"recurrence": {"every": 1, "unit": "week", "weekday": "wednesday"}}


def test_what_is_unchanged_is_the_same_to_the_byte_also_on_another_day(mini: Handbook) -> None:
    first = calendar_of(handbook_with(mini, **WEEKLY))
    assert calendar_of(handbook_with(mini, **WEEKLY)) == first
    later = handbook_with(mini, TODAY + dt.timedelta(days=9), **WEEKLY)
    assert calendar_of(later, first) == first


@pytest.mark.parametrize(
    "change", [{"starts": "10:00"}, {"place": "Kulturhuset"}, {"preparation": ["Ta med tall."]}, {"name": "Teamet"}]
)
def test_the_number_grows_when_the_meeting_changes(mini: Handbook, change: dict[str, Any]) -> None:
    first = calendar_of(handbook_with(mini, **WEEKLY))
    day = TODAY + dt.timedelta(days=9)
    second = calendar_of(handbook_with(mini, day, **WEEKLY | change), first)
    third = calendar_of(handbook_with(mini, day, **WEEKLY | change), second)
    (before,), (after,) = events(first), events(second)
    assert (before["UID"], before["SEQUENCE"]) == (after["UID"], 0)
    assert after["SEQUENCE"] == 1
    assert after["DTSTAMP"].dt.date() == day
    assert third == second


def test_a_meeting_that_is_gone_is_called_off_until_it_would_have_been_over(mini: Handbook) -> None:
    dates = {"recurrence": {"dates": ["2026-12-01", "2027-03-31"]}}
    first = calendar_of(handbook_with(mini, **dates))
    moved = {"recurrence": {"dates": ["2026-12-01", "2027-04-07"]}}
    second = calendar_of(handbook_with(mini, **moved), first)
    assert [(e["DTSTART"].dt.date().isoformat(), e["STATUS"], e["SEQUENCE"]) for e in events(second)] == [
        ("2026-12-01", "CONFIRMED", 0),
        ("2027-04-07", "CONFIRMED", 0),
        ("2027-03-31", "CANCELLED", 1),
    ]
    assert calendar_of(handbook_with(mini, **moved), second) == second
    assert (
        files(Edition(handbook_with(mini, **moved)), calendar=second)["kalender/team.ics"].count(b"BEGIN:VEVENT") == 3
    )
    later = calendar_of(handbook_with(mini, dt.date(2027, 4, 1), **moved), second)
    assert "CANCELLED" not in later.decode()


def test_a_series_is_called_off_too(mini: Handbook) -> None:
    first = calendar_of(handbook_with(mini, **WEEKLY))
    second = calendar_of(handbook_with(mini, recurrence={"as_needed": "Når noen ber om det"}), first)
    assert [(e["STATUS"], e["SEQUENCE"]) for e in events(second)] == [("CANCELLED", 1)]
    assert by_first_reader(second, TODAY) == []


def test_a_broken_calendar_from_before_stops_nothing(mini: Handbook) -> None:
    told: list[Message] = []
    broken = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nhva?\r\n"
    content = files(Edition(handbook_with(mini, **WEEKLY)), broken, told.append)["kalender/alle.ics"]
    assert [event["SEQUENCE"] for event in events(content)] == [0]
    assert [one.text() for one in told] == [
        "kalenderen som var publisert før, er skadet: møtene nummereres på nytt, og noen kan få se de gamle en stund til"
    ]


def test_the_calendar_is_written_linked_and_continued(published: Path, tmp_path: Path) -> None:
    folder = published / "lillevik"
    calendar = (folder / "kalender/alle.ics").read_bytes()
    assert b"Avtal neste m" in calendar
    assert 'href="../kalender/team.ics"' in (folder / "moteplasser/team.html").read_text()
    moved = checked(varied(tmp_path, {"lillevik/forums.yml": None})).handbook
    assert b"STATUS:CANCELLED" in files(Edition(moved), calendar=calendar)["kalender/alle.ics"]
