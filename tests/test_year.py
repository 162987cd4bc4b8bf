"""The year of meetings: what is planned, what is still to come, and where it stands in the wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from builder.model.handbook import Handbook
from builder.views.places import Names
from builder.views.year import page

from tests.support import checked, mini_file, varied

FORUMS = "lillevik/forums.yml"


def context(handbook: Handbook) -> dict[str, Any]:
    return dict(page(handbook, Names(handbook)).context)


def monthly(tmp_path: Path) -> dict[str, Any]:
    """The miniature's forum, the first Tuesday of each month but January."""
    old = "{every: 4, to: 6, unit: week, weekday: tuesday}"
    text = mini_file(FORUMS)
    assert old in text
    new = "{every: 1, unit: month, weekday: tuesday, week: 1, not_in: [1]}"
    return context(checked(varied(tmp_path, {FORUMS: text.replace(old, new)})).handbook)


def test_a_forum_without_dates_is_listed_and_nothing_is_drawn(mini: Handbook) -> None:
    found = context(mini)
    assert found["wheel"] is None
    assert found["months"] == []
    assert [row["link"].text for row in found["undated"]] == ["Tverrfaglig team"]


def test_only_meetings_to_come_are_in_the_list(tmp_path: Path) -> None:
    days = [meeting["day"].isoformat() for row in monthly(tmp_path)["months"] for meeting in row["meetings"]]
    assert days == ["2026-12-01", "2027-02-02", "2027-03-02", "2027-04-06", "2027-05-04", "2027-06-01"]


def test_the_wheel_has_the_whole_year_with_the_past_apart(tmp_path: Path) -> None:
    wheel = monthly(tmp_path)["wheel"]
    assert [dot["past"] for dot in wheel["dots"]] == [True] * 4 + [False] * 6
    assert len(wheel["months"]) == 12
    assert all(0 < value < wheel["size"] for dot in wheel["dots"] for value in dot["at"])


def test_the_year_begins_at_the_top_and_goes_clockwise(tmp_path: Path) -> None:
    august, november, february = (monthly(tmp_path / str(n))["wheel"]["months"][n]["to"] for n in (0, 3, 6))
    assert august == (280.0, 58.0)
    assert november[0] > 490
    assert february[1] > 490
