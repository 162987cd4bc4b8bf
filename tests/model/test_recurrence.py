"""The next dates of a meeting: only what follows from the data, never on a holiday or in July."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from builder.edition.edition import Edition
from builder.edition.localization import localization
from builder.model.forum import Forum
from builder.model.schedule import Schedule, end_of_school_year
from builder.model.school_break import SchoolBreak
from builder.pdf.sheets import Printer

from tests.support import TODAY, Document, checked, mini_file, site_html, varied

WINTER = SchoolBreak.model_validate({"name": "Vinterferie", "from": "2027-02-22", "to": "2027-02-26"})


def schedule(recurrence: dict[str, object], today: str, last: str | None = None, **fields: object) -> Schedule:
    data = {"id": "team", "name": "Team", "kind": "standing", "purpose": "Møtes.", "recurrence": recurrence, **fields}
    standing = {"standing": {"arranged": last}} if last else {}
    return Schedule(Forum.model_validate(data | standing), dt.date.fromisoformat(today), (WINTER,))


def dates(recurrence: dict[str, object], today: str, last: str | None = None) -> list[str]:
    return [meeting.day.isoformat() for meeting in schedule(recurrence, today, last).coming]


MONTHLY = {"every": "1", "unit": "month", "weekday": "thursday", "week": "1"}


@pytest.mark.parametrize(
    ("recurrence", "today", "last", "expected"),
    [
        (MONTHLY, "2026-11-22", None, ["2026-12-03", "2027-01-07", "2027-02-04"]),
        (MONTHLY, "2026-12-03", None, ["2026-12-03", "2027-01-07", "2027-02-04"]),
        ({**MONTHLY, "not_in": ["12", "1"]}, "2026-11-22", None, ["2027-02-04", "2027-03-04", "2027-04-01"]),
        ({**MONTHLY, "week": "-1"}, "2026-11-22", None, ["2026-11-26", "2026-12-31", "2027-01-28"]),
        ({"every": "1", "unit": "week", "weekday": "monday"}, "2026-11-22", None, ["2026-11-23", "2026-11-30", "2026-12-07"]),
        ({"every": "2", "unit": "week", "weekday": "tuesday"}, "2026-11-22", "2026-11-17", ["2026-12-01", "2026-12-15", "2026-12-29"]),
        ({"every": "6", "unit": "week", "weekday": "wednesday"}, "2026-11-22", "2026-10-28", ["2026-12-09", "2027-01-20", "2027-03-03"]),
        ({"every": "1", "unit": "quarter", "weekday": "thursday", "week": "2"}, "2026-11-22", "2026-09-10", ["2026-12-10", "2027-03-11", "2027-06-10"]),
        ({"dates": ["2027-03-01", "2026-09-01", "2027-01-11"]}, "2026-11-22", None, ["2027-01-11", "2027-03-01"]),
    ],
)  # fmt: skip
def test_what_follows_from_the_data(
    recurrence: dict[str, object], today: str, last: str | None, expected: list[str]
) -> None:
    assert dates(recurrence, today, last) == expected


@pytest.mark.parametrize(
    ("recurrence", "last"),
    [
        ({"every": "4", "to": "6", "unit": "week", "weekday": "tuesday"}, "2026-11-17"),
        ({"times": "2", "per": "semester"}, "2026-11-17"),
        ({"as_needed": "Når det trengs"}, "2026-11-17"),
        ({"every": "1", "unit": "month"}, "2026-11-17"),
        ({"every": "1", "unit": "month", "weekday": "tuesday"}, "2026-11-17"),
        ({"every": "6", "unit": "week"}, "2026-11-17"),
        ({"every": "2", "unit": "week", "weekday": "tuesday"}, None),
    ],
)
def test_no_date_is_made_up(recurrence: dict[str, object], last: str | None) -> None:
    assert dates(recurrence, TODAY.isoformat(), last) == []


@pytest.mark.parametrize(
    ("recurrence", "today", "skipped"),
    [
        ({"every": "1", "unit": "week", "weekday": "thursday"}, "2027-03-20", "2027-03-25"),  # Maundy Thursday
        ({"every": "1", "unit": "week", "weekday": "friday"}, "2027-03-20", "2027-03-26"),  # Good Friday
        ({"every": "1", "unit": "week", "weekday": "monday"}, "2027-03-25", "2027-03-29"),  # Easter Monday
        ({"every": "1", "unit": "week", "weekday": "thursday"}, "2027-05-01", "2027-05-06"),  # Ascension Day
        ({"every": "1", "unit": "week", "weekday": "monday"}, "2027-05-11", "2027-05-17"),  # Constitution Day, Whit Monday
        ({"every": "1", "unit": "week", "weekday": "saturday"}, "2026-12-20", "2026-12-26"),  # Boxing Day
        ({"every": "1", "unit": "week", "weekday": "friday"}, "2026-12-28", "2027-01-01"),  # New Year
    ],
)  # fmt: skip
def test_public_holidays_are_skipped_rather_than_moved(recurrence: dict[str, object], today: str, skipped: str) -> None:
    following = (dt.date.fromisoformat(skipped) + dt.timedelta(days=7)).isoformat()
    found = dates(recurrence, today)
    assert skipped not in found
    assert following in found


@pytest.mark.parametrize(
    ("recurrence", "planned", "held"),
    [
        ({**MONTHLY, "on_holiday": "skip"}, "2027-05-06", None),
        ({**MONTHLY, "on_holiday": "previous"}, "2027-05-06", "2027-05-05"),
        ({**MONTHLY, "on_holiday": "next"}, "2027-05-06", "2027-05-07"),
        ({**MONTHLY, "on_holiday": "week-later"}, "2027-05-06", "2027-05-13"),
        # Maundy Thursday: the week after is the next meeting's, and after the school's winter break it is not.
        ({"every": "1", "unit": "week", "weekday": "thursday", "on_holiday": "week-later"}, "2027-03-25", None),
        ({"every": "1", "unit": "week", "weekday": "thursday", "on_holiday": "next"}, "2027-03-25", "2027-03-30"),
        (
            {**MONTHLY, "weekday": "tuesday", "week": "4", "school_year": "true", "on_holiday": "week-later"},
            "2027-02-23",
            "2027-03-02",
        ),
        # Never to a month without meetings.
        ({**MONTHLY, "weekday": "saturday", "on_holiday": "previous", "not_in": ["4"]}, "2027-05-01", None),
    ],
)
def test_a_meeting_on_a_day_off_is_moved_as_the_recurrence_says(
    recurrence: dict[str, object], planned: str, held: str | None
) -> None:
    day = dt.date.fromisoformat(planned)
    meeting = next(one for one in schedule(recurrence, "2026-11-22").meetings if one.planned == day)
    assert (meeting.cancelled, meeting.falls_out) == (held is None, held is None)
    assert meeting.day.isoformat() == (held or planned)
    assert meeting.off is not None


def test_what_somebody_says_of_a_meeting_on_a_holiday_counts_before_the_rule() -> None:
    moved = {"date": "2027-05-06", "moved_to": "2027-05-04"}
    found = schedule({**MONTHLY, "on_holiday": "next", "exceptions": [moved]}, "2027-05-01")
    assert [one.day.isoformat() for one in found.coming] == ["2027-05-04", "2027-06-03"]
    (change,) = found.changes
    told = "Møtet torsdag 6. mai 2027 er flyttet til tirsdag 4. mai 2027: Kristi himmelfartsdag, offentlig høytidsdag"
    assert localization("nb").phrases.change(change) == told


def test_the_next_meetings_that_fall_out_are_told_of_and_not_those_far_ahead() -> None:
    assert [one.planned.isoformat() for one in schedule(MONTHLY, "2027-04-02").changes] == ["2027-05-06"]
    assert schedule(MONTHLY, "2026-12-01").changes == ()


def test_july_and_what_comes_after_the_school_year_are_left_out() -> None:
    weekly = {"every": "1", "unit": "week", "weekday": "wednesday"}
    assert dates(weekly, "2027-06-20") == ["2027-06-23", "2027-06-30"]
    assert dates(weekly, "2027-07-10") == ["2027-08-04", "2027-08-11", "2027-08-18"]


WEEKLY = {"every": "1", "unit": "week", "weekday": "tuesday"}


def test_school_breaks_are_left_out_where_the_forum_keeps_to_the_school_year() -> None:
    assert dates(WEEKLY, "2027-02-17")[0] == "2027-02-23"
    assert dates({**WEEKLY, "school_year": "true"}, "2027-02-17")[0] == "2027-03-02"
    assert dates({"dates": ["2027-02-23"], "school_year": "true"}, "2027-02-17") == ["2027-02-23"]


def test_a_forum_has_no_meetings_before_it_starts() -> None:
    assert schedule(WEEKLY, "2026-11-22", started="2027-01-01").coming[0].day == dt.date(2027, 1, 5)


MOVED = {"date": "2026-12-01", "moved_to": "2026-12-10", "starts": "10:00", "place": "Biblioteket", "why": "Kurs"}
OFF = {"date": "2026-12-08", "cancelled": "true"}


@pytest.mark.parametrize("recurrence", [WEEKLY, {"dates": ["2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22"]}])
def test_single_meetings_are_moved_and_cancelled(recurrence: dict[str, object]) -> None:
    found = schedule({**recurrence, "exceptions": [OFF, MOVED]}, "2026-11-30", starts="9:00", place="Rådhuset")
    assert [(m.day.day, f"{m.starts:%H:%M}", m.place) for m in found.coming] == [
        (10, "10:00", "Biblioteket"),
        (15, "09:00", "Rådhuset"),
        (22, "09:00", "Rådhuset"),
    ]
    assert [change.planned.day for change in found.changes] == [1, 8]


def test_an_exception_is_told_until_both_days_have_been() -> None:
    exceptions = {**WEEKLY, "exceptions": [OFF, MOVED]}
    assert [change.planned.day for change in schedule(exceptions, "2026-12-09").changes] == [1]
    assert schedule(exceptions, "2026-12-11").changes == ()


@pytest.mark.parametrize(
    ("exceptions", "said"),
    [
        ("[{date: 2026-12-01}]", "sier ikke hva som er annerledes: skriv moved_to, starts, place eller cancelled"),
        (
            "[{date: 2026-12-01, cancelled: true, place: Kafeen}]",
            "kan ikke være både avlyst (cancelled) og flyttet (moved_to, starts, place)",
        ),
        (
            "[{date: 2026-12-01, cancelled: true}, {date: 2026-12-01, place: Kafeen}]",
            "har to unntak for møtet 2026-12-01; la ett stå igjen",
        ),
    ],
)
def test_an_exception_says_one_thing(tmp_path: Path, exceptions: str, said: str) -> None:
    name = "lillevik/forums.yml"
    text = mini_file(name).replace("weekday: tuesday}", f"weekday: tuesday, exceptions: {exceptions}}}")
    (problem,) = checked(varied(tmp_path, {name: text})).problems
    assert problem.message.text().endswith(said)


@pytest.mark.parametrize(
    ("today", "end"), [("2026-08-01", "2027-06-30"), ("2027-06-30", "2027-06-30"), ("2027-07-01", "2028-06-30")]
)
def test_the_school_year_ends_in_june(today: str, end: str) -> None:
    assert end_of_school_year(dt.date.fromisoformat(today)).isoformat() == end


FIXED = "recurrence: {every: 1, unit: month, weekday: tuesday, week: 1, not_in: [7]}"


def test_the_pages_show_the_next_meetings_and_the_soonest_first(tmp_path: Path) -> None:
    name = "lillevik/forums.yml"
    soon = "- {id: aaa, name: Zebraforum, kind: standing, purpose: Møtes., modes: [system]}\n"
    text = mini_file(name).replace("recurrence: {every: 4, to: 6, unit: week, weekday: tuesday}", FIXED)
    html = site_html(checked(varied(tmp_path, {name: text + soon.replace("Zebra", "A")})).handbook)
    page = Document(html["moteplasser/team"]).text
    assert "Neste møtertirsdag 1. desember 2026 · tirsdag 5. januar 2027 · tirsdag 2. februar 2027" in page
    assert "hver måned, første tirsdag i måneden, ikke i juli" in page
    listed = Document(html["moteplasser/index"]).text
    assert listed.index("Tverrfaglig team") < listed.index("Aforum")
    assert "Neste møte: tirsdag 1. desember 2026" in listed


def test_a_range_is_shown_as_one(mini_html: dict[str, str]) -> None:
    text = Document(mini_html["moteplasser/team"]).text
    assert "hver 4.–6. uke" in text
    assert "avtales fra gang til gang, fordi møtetiden er et spenn" in text


def test_a_month_is_between_one_and_twelve(tmp_path: Path) -> None:
    name = "lillevik/forums.yml"
    text = mini_file(name).replace("unit: week, weekday", "unit: week, not_in: [13], weekday")
    problems = checked(varied(tmp_path, {name: text})).problems
    assert [problem.message.text() for problem in problems] == ["«not_in» skal være høyst 12"]


def test_the_pages_say_which_meetings_are_moved_or_cancelled(tmp_path: Path) -> None:
    name = "lillevik/forums.yml"
    fixed = FIXED.replace(
        "not_in: [7]",
        "exceptions: [{date: 2026-12-01, moved_to: 2026-12-03, place: Kafeen, why: 'Kurs &amp; <3'}, "
        "{date: 2027-01-05, cancelled: true}]",
    )
    text = mini_file(name).replace("recurrence: {every: 4, to: 6, unit: week, weekday: tuesday}", fixed)
    handbook = checked(varied(tmp_path, {name: text})).handbook
    html = site_html(handbook)
    moved = "Møtet tirsdag 1. desember 2026 er flyttet til torsdag 3. desember 2026, Kafeen: Kurs &amp; <3"
    page = Document(html["moteplasser/team"]).text
    assert "Neste møtertorsdag 3. desember 2026 · tirsdag 2. februar 2027 · tirsdag 2. mars 2027" in page
    assert moved in page
    year = Document(html["moteplasser/motearet"]).text
    assert "tor. 3. des.: Tverrfaglig team flyttet fra tirsdag 1. desember 2026, Kafeen: Kurs &amp; <3" in year
    assert "tir. 5. jan.: Tverrfaglig team avlyst" in year
    edition = Edition(handbook)
    sheet = next(sheet for sheet in edition.sheets if sheet.path == "moteark/team")
    assert moved in Document(Printer(edition).html(sheet)).text
