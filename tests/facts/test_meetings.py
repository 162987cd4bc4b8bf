"""Recurrences as meetings and days, and the load of those who must come."""

from __future__ import annotations

import math
from typing import Any

import pytest
from builder.facts.meetings import hours_a_month, loads, longest_gap_in_days, meetings_a_month
from builder.model.recurrence import Recurrence

from tests.facts.support import handbook, of_rule


@pytest.mark.parametrize(
    ("recurrence", "meetings", "gap"),
    [
        ({"every": 1, "unit": "month"}, 1.0, 30),
        ({"every": 2, "unit": "week"}, 52 / 24, 14),
        ({"every": 4, "to": 6, "unit": "week"}, 52 / 60, 42),
        ({"every": 1, "unit": "day"}, 365 / 12, 1),
        ({"times": 2, "per": "semester"}, 1 / 3, 182),
        ({"times": 1, "per": "year"}, 1 / 12, 365),
        ({"every": 1, "unit": "quarter"}, 1 / 3, 91),
        ({"dates": ["2026-01-10", "2026-03-10", "2026-09-10"]}, 0.25, None),
        ({"as_needed": "Når noen ber om det"}, None, None),
    ],
)
def test_a_recurrence_as_meetings_and_days(recurrence: dict[str, Any], meetings: float | None, gap: int | None) -> None:
    made = Recurrence.model_validate(recurrence)
    found = meetings_a_month(made)
    assert found is meetings is None or (found is not None and meetings is not None and math.isclose(found, meetings))
    assert longest_gap_in_days(made) == gap


def test_a_forum_that_does_not_say_how_long_takes_no_known_time() -> None:
    forum = next(f for f in handbook("forums: [{id: team, minutes: null}]").forums if f.id == "team")
    assert hours_a_month(forum) == 0
    assert meetings_a_month(None) is longest_gap_in_days(None) is None


def test_the_load_is_of_those_who_must_come_each_counted_once_in_a_forum() -> None:
    found = loads(
        handbook(
            """
            forums:
              - id: team
                minutes: 120
                recurrence: {every: 1, to: 3, unit: week}
                convener: null
                minutes_by: null
                chair: ppt.leder
                members:
                  - {actor: ppt.leder, mandate: decide}
                  - {actor: skole, mandate: decide}
                  - {actor: skole.rektor, mandate: inform, attendance: by-need}
            """
        )
    )
    assert [one.actor for one in found] == ["ppt.leder", "skole"]  # not those who come by need
    assert math.isclose(found[0].hours, 2 * 52 / 24)
    assert [forum.id for forum, _ in found[0].forums] == ["team"]


def test_who_only_calls_in_and_meetings_around_one_child_are_no_load() -> None:
    change = "minutes: 60, convener: ppt.leder, chair: null, minutes_by: skole.rektor, members: []"
    assert [one.actor for one in loads(handbook(f"forums: [{{id: team, {change}}}]"))] == ["skole.rektor"]
    assert loads(handbook(f"forums: [{{id: team, kind: case, {change}}}]")) == ()


def test_the_load_of_a_whole_service_is_no_finding() -> None:
    fragment = """
        forums:
          - id: team
            minutes: 480
            recurrence: {every: 1, to: 2, unit: week}
            chair: null
            minutes_by: null
            members: [{actor: skole, mandate: decide}]
        """
    assert of_rule("meeting-load", fragment) == []


def test_the_load_is_told_where_most_of_it_comes_from() -> None:
    fragment = """
        forums:
          - id: team
            minutes: 480
            recurrence: {every: 1, to: 2, unit: week}
          - id: lite
            name: Lite møte
            kind: standing
            purpose: Noe annet.
            chair: ppt.leder
            minutes: 60
            recurrence: {every: 1, unit: week}
        """
    assert of_rule("meeting-load", fragment) == [
        "Leder (PPT) har 27 timer faste møter i måneden; mest tid tar «Tverrfaglig team»",
        "Rektor (Lillevik skole) har 23 timer faste møter i måneden; mest tid tar «Tverrfaglig team»",
    ]


def test_forums_with_the_same_services_but_another_purpose_are_two() -> None:
    other = (
        "{id: b, name: B, kind: standing, purpose: P, purposes: [%s], members: [{actor: ppt}, {actor: skole.rektor}]}"
    )
    assert of_rule("forum-overlap", f"forums: [{other % 'system'}]") == []
    assert of_rule("forum-overlap", f"forums: [{other % 'guidance'}]") == [
        "«Tverrfaglig team» har de samme tjenestene og det samme formålet som «B»; kan de slås sammen?"
    ]
    informal = (other % "guidance").replace("standing", "informal")
    assert of_rule("forum-overlap", f"forums: [{informal}]") == []


def test_a_meeting_may_fall_out_once_but_not_twice() -> None:
    """Every fourth to sixth week, and today is 22 November: twelve weeks before is 30 August."""
    assert of_rule("forum-arranged", "forums: [{id: team, standing: {arranged: 2026-08-30}}]") == []
    assert len(of_rule("forum-arranged", "forums: [{id: team, standing: {arranged: 2026-08-29}}]")) == 1
    assert len(of_rule("forum-arranged", "forums: [{id: team, standing: {arranged: 2026-11-23}}]")) == 1
    never = "forums: [{id: team, standing: null%s}]"
    assert len(of_rule("forum-arranged", never % "")) == 1
    assert of_rule("forum-arranged", never % ", started: 2026-11-01") == []
