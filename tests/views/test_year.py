"""The year of meetings: what is planned, what is still to come, and where it stands in the wheel."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from builder.model.handbook import Handbook
from builder.views.routes import Names
from builder.views.year import _point, page

from tests.support import checked, mini_file, varied

FORUMS = "lillevik/forums.yml"
MUNICIPALITY = "lillevik/municipality.yml"


def context(handbook: Handbook) -> Any:
    return page(handbook, Names(handbook)).context


def monthly(tmp_path: Path, breaks: str = "", more: str = "") -> Any:
    """The miniature's forum, the first Tuesday of each month but January."""
    old = "{every: 4, to: 6, unit: week, weekday: tuesday}"
    text = mini_file(FORUMS)
    assert old in text
    new = "{every: 1, unit: month, weekday: tuesday, week: 1, not_in: [1]" + more + "}"
    changes: dict[str, str | bytes | None] = {
        FORUMS: text.replace(old, new),
        MUNICIPALITY: mini_file(MUNICIPALITY) + breaks,
    }
    return context(checked(varied(tmp_path, changes)).handbook)


def test_a_forum_without_dates_is_listed_and_nothing_is_drawn(mini: Handbook) -> None:
    found = context(mini)
    assert found.wheel is None
    assert found.months == []
    assert [row.link.text for row in found.undated] == ["Tverrfaglig team"]


def test_only_meetings_to_come_are_in_the_list(tmp_path: Path) -> None:
    days = [meeting.meeting.day.isoformat() for row in monthly(tmp_path).months for meeting in row.meetings]
    assert days == ["2026-12-01", "2027-02-02", "2027-03-02", "2027-04-06", "2027-05-04", "2027-06-01"]


def test_the_wheel_has_the_whole_year_with_the_past_apart(tmp_path: Path) -> None:
    wheel = monthly(tmp_path).wheel
    assert [dot.past for dot in wheel.dots] == [True] * 4 + [False] * 6
    assert len(wheel.months) == 12
    assert all(0 < value < wheel.size for dot in wheel.dots for value in dot.at)


BREAKS = """school_breaks:
  - {name: Påskeferie, from: 2027-03-22, to: 2027-03-30}
  - {name: Høstferie, from: 2026-10-05, to: 2026-10-09}
  - {name: Forrige høst, from: 2025-10-06, to: 2025-10-10}
"""


def test_the_breaks_of_the_school_year_are_drawn_and_listed(tmp_path: Path) -> None:
    found = monthly(tmp_path, BREAKS)
    assert [one.name for one in found.breaks] == ["Høstferie", "Påskeferie"]
    wheel = found.wheel
    autumn = next(one.path for one in wheel.breaks if one.name == "Høstferie")
    corners = [float(part) for part in autumn.split("L")[1].split("A")[0].split()]
    assert corners == list(_point(dt.date(2026, 8, 1), dt.date(2026, 10, 5), 222.0))


def test_a_cancelled_meeting_is_listed_and_not_drawn(tmp_path: Path) -> None:
    found = monthly(tmp_path, "", ", exceptions: [{date: 2026-12-01, cancelled: true}]")
    assert [row.meeting.cancelled for row in found.months[0].meetings] == [True]
    assert len(found.wheel.dots) == 9


def test_the_year_begins_at_the_top_and_goes_clockwise(tmp_path: Path) -> None:
    august, november, february = (monthly(tmp_path / str(n)).wheel.months[n].end for n in (0, 3, 6))
    assert august == (280.0, 58.0)
    assert november[0] > 490
    assert february[1] > 490


def test_a_meeting_that_falls_out_is_listed_with_the_reason_and_not_drawn(tmp_path: Path) -> None:
    breaks = "school_breaks:\n  - {name: Vinterferie, from: 2027-02-01, to: 2027-02-05}\n"
    found = monthly(tmp_path, breaks, ", school_year: true")
    (february,) = (row for row in found.months if row.first.month == 2)
    assert [(row.meeting.falls_out, row.meeting.off.school_break) for row in february.meetings] == [
        (True, "Vinterferie")
    ]
    assert len(found.wheel.dots) == 9


def test_meetings_on_the_same_day_are_listed_by_the_clock(tmp_path: Path) -> None:
    text = mini_file(FORUMS)
    dates = "recurrence: {dates: [2026-12-01]}"
    more = "".join(
        f"- {{id: {name}, name: {name}, kind: standing, purpose: Møtes., {dates}, starts: '{starts}'}}\n"
        for name, starts in (("aaa", "14:00"), ("bbb", "8:30"))
    )
    found = context(checked(varied(tmp_path, {FORUMS: text + more})).handbook)
    assert [row.link.text for row in found.months[0].meetings] == ["bbb", "aaa"]
