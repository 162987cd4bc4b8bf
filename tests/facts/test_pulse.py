"""The pulse of meetings: what is counted, what is in a row, what nobody has noted, and how it goes."""

from __future__ import annotations

import datetime as dt

import pytest
from builder.facts.pulse import Pulse, Turnout, every_series, keeping, last_held, last_year, series_of
from builder.facts.pulse_gaps import silence, unnoted
from builder.facts.pulse_trend import trend
from builder.model.handbook import Handbook

from tests.facts.support import handbook as with_fragment
from tests.facts.support import of_rule

MONTHLY = "recurrence: {every: 1, to: null, unit: month, week: 1, weekday: tuesday}"
#: The first Tuesdays of the months before the fixed day, from August.
TUESDAYS = ("2026-08-04", "2026-09-01", "2026-10-06", "2026-11-03")


def noted(*meetings: str, forum: str = "", more: str = "") -> Handbook:
    """The miniature handbook where these are the meetings of the team."""
    return with_fragment(fragment(*meetings, forum=forum, more=more))


def fragment(*meetings: str, forum: str = "", more: str = "") -> str:
    return f"forums: [{{id: team, {forum}}}]\nmeetings: [{{id: team, forum: team, meetings: [{', '.join(meetings)}]}}]\n{more}"


def off(day: str) -> str:
    return f"{{date: {day}, cancelled: true}}"


def held(day: str, came: str = "ppt, skole", more: str = "") -> str:
    return f"{{date: {day}, came: [{came}]{more}}}"


def of_the_year(handbook: Handbook) -> Pulse:
    return last_year(handbook, every_series(handbook))


def test_meetings_are_counted_for_the_last_twelve_months_alone() -> None:
    handbook = noted(off("2025-11-22"), held("2025-11-23"), off("2026-02-03"), held("2026-11-22"))
    found = of_the_year(handbook)
    assert (found.noted, found.cancelled, found.percent) == (3, 1, 33)


def test_what_has_not_been_is_not_counted() -> None:
    assert of_the_year(noted(held("2026-11-03"), off("2026-11-23"))).noted == 1


def test_nothing_is_kept_where_nothing_is_written() -> None:
    handbook = with_fragment("meetings: [{id: team, forum: team, meetings: []}]")
    assert [forum.id for forum in keeping(handbook)] == ["team"]
    assert every_series(handbook) == ()
    assert of_the_year(handbook) == Pulse(0, 0, 0, 0, ())
    assert of_the_year(handbook).percent == 0


@pytest.mark.parametrize(
    ("cancelled", "noted_", "percent", "measurable", "holds"),
    [(0, 9, 0, False, True), (1, 9, 11, False, False), (1, 10, 10, True, False), (1, 11, 9, True, True)],
)
def test_a_share_is_under_ten_per_cent_or_not_and_is_never_rounded_up_to_it(
    cancelled: int, noted_: int, percent: int, measurable: bool, holds: bool
) -> None:
    found = Pulse(noted_, cancelled, 0, 0, ())
    assert (found.percent, found.measurable, found.holds) == (percent, measurable, holds)


def test_a_service_that_is_always_to_come_has_come_or_not() -> None:
    days = ("2026-02-03", "2026-03-03", "2026-04-07", "2026-05-05")
    handbook = noted(held(days[0]), *(held(day, "skole") for day in days[1:]))
    assert of_the_year(handbook).turnout == (Turnout("skole", 4, 4), Turnout("ppt", 1, 4))
    assert [one.seldom for one in of_the_year(handbook).turnout] == [False, True]


def test_nobody_has_stayed_away_where_nobody_has_noted_who_came() -> None:
    assert of_the_year(noted("{date: 2026-11-03, decided: 2}", off("2026-10-06"))).turnout == ()


@pytest.mark.parametrize(("came", "expected", "seldom"), [(1, 4, True), (2, 4, False), (0, 3, False)])
def test_half_is_not_seldom_and_three_meetings_are_too_few_to_say(came: int, expected: int, seldom: bool) -> None:
    assert Turnout("ppt", came, expected).seldom is seldom


def test_who_comes_by_need_is_not_expected() -> None:
    members = "members: [{actor: ppt.leder, mandate: decide}, {actor: skole, mandate: inform, attendance: by-need}]"
    handbook = noted(held("2026-11-03", "ppt"), forum=f"chair: ppt.leder, {members}")
    assert [one.service for one in of_the_year(handbook).turnout] == ["ppt"]


def test_of_a_role_that_several_services_have_nobody_is_expected() -> None:
    roles = "roles: [{id: leder, name: lederen, held_by: [ppt.leder, skole.rektor]}]"
    members = "members: [{actor: leder, mandate: decide}, {actor: skole, mandate: inform}]"
    forum = f"chair: leder, minutes_by: leder, {members}"
    handbook = noted(held("2026-11-03", "skole"), forum=forum, more=roles)
    assert [one.service for one in of_the_year(handbook).turnout] == ["skole"]


def test_where_a_unit_came_what_it_is_part_of_did() -> None:
    unit = (
        "services: [{id: team-a, name: Team A, category: ppt, government: municipality, summary: Team., part_of: ppt}]"
    )
    assert Turnout("ppt", 1, 1) in of_the_year(noted(held("2026-11-03", "team-a, skole"), more=unit)).turnout
    assert of_rule("pulse-attendee", fragment(held("2026-11-03", "team-a"), more=unit)) == []


def test_of_decisions_those_somebody_has_looked_after_are_counted() -> None:
    handbook = noted(
        held("2026-09-01", more=", decided: 3, done: 1"),
        held("2026-10-06", more=", decided: 2, done: 2"),
        held("2026-11-03", more=", decided: 9"),
    )
    found = of_the_year(handbook)
    assert (found.done, found.followed) == (3, 5)


def test_only_the_last_ones_are_in_a_row() -> None:
    early = noted(*map(off, TUESDAYS[:3]), held(TUESDAYS[3]))
    late = noted(held(TUESDAYS[0]), *map(off, TUESDAYS[1:]))
    assert [one.in_a_row for one in every_series(early)] == [0]
    assert [one.in_a_row for one in every_series(late)] == [3]


def test_the_order_of_the_notes_and_the_files_they_are_in_make_no_difference() -> None:
    handbook = noted(off("2026-11-03"), held("2026-08-04"), off("2026-10-06"))
    assert [one.in_a_row for one in every_series(handbook)] == [2]
    both = with_fragment(
        "meetings:\n"
        f"  - {{id: team, forum: team, meetings: [{off('2026-11-03')}, {off('2026-10-06')}]}}\n"
        f"  - {{id: team-igjen, forum: team, meetings: [{off('2026-09-01')}]}}\n"
    )
    assert [one.in_a_row for one in every_series(both)] == [3]


def test_what_was_cancelled_in_the_plan_is_not_noted_once_more() -> None:
    exceptions = f"exceptions: [{off('2026-10-06')}, {off('2026-12-01')}, {off('2026-08-04')}]"
    recurrence = f"{MONTHLY[:-1]}, {exceptions}}}"
    handbook = noted(held("2026-09-01"), held("2026-11-03"), forum=recurrence)
    found = of_the_year(handbook)
    assert (found.noted, found.cancelled) == (3, 1)
    assert [str(one.at("date")) for one in every_series(handbook)[0].notes if one.value.cancelled] == [
        "eksempel.yml:1:" + str(fragment(forum=recurrence).index("date: 2026-10-06") + 7)
    ]


def test_a_note_goes_before_the_plan() -> None:
    recurrence = f"{MONTHLY[:-1]}, exceptions: [{off('2026-10-06')}]}}"
    assert of_the_year(noted(held("2026-09-01"), held("2026-10-06"), forum=recurrence)).cancelled == 0


def test_the_forum_is_known_to_be_held_when_the_pulse_says_so() -> None:
    handbook = noted(held("2026-11-17"), off("2026-11-20"))
    assert last_held(handbook, "team", None, dt.date(2026, 11, 3)) == dt.date(2026, 11, 17)
    assert last_held(handbook, "team", None, dt.date(2026, 11, 18)) == dt.date(2026, 11, 18)
    assert last_held(handbook, "annet", None, None) is None
    fragment_ = "standing: {arranged: 2026-03-20}"
    assert of_rule("forum-arranged", fragment(held("2026-11-17"), forum=fragment_)) == []
    assert len(of_rule("forum-arranged", fragment(off("2026-11-17"), forum=fragment_))) == 1


def gaps(*meetings: str, forum: str) -> list[str]:
    (one,) = every_series(handbook := noted(*meetings, forum=forum))
    return [day.isoformat() for day in unnoted(handbook, one)]


def test_each_day_of_a_plan_is_looked_for_from_the_first_note() -> None:
    assert gaps(held(TUESDAYS[1]), off(TUESDAYS[3]), forum=MONTHLY) == [TUESDAYS[2]]
    assert gaps(*map(held, TUESDAYS), forum=MONTHLY) == []


def test_a_meeting_may_have_been_some_days_from_its_day() -> None:
    assert gaps(held(TUESDAYS[1]), held("2026-10-13"), off(TUESDAYS[3]), forum=MONTHLY) == []


def test_there_are_two_weeks_to_note_a_meeting() -> None:
    dates = "recurrence: {every: null, to: null, unit: null, weekday: null, dates: [2026-10-01, %s]}"
    assert gaps(held("2026-09-01"), held("2026-10-01"), forum=dates % "2026-11-09") == []
    assert gaps(held("2026-09-01"), held("2026-10-01"), forum=dates % "2026-11-08") == ["2026-11-08"]


def test_what_falls_out_by_the_plan_is_not_missed() -> None:
    recurrence = f"{MONTHLY[:-1]}, not_in: [10]}}"
    assert gaps(held(TUESDAYS[1]), held(TUESDAYS[3]), forum=recurrence) == []


def test_where_only_how_often_is_known_a_long_time_is_missed_but_not_july() -> None:
    # Every four to six weeks: twelve weeks are let through, and July is no time to meet.
    assert of_rule("pulse-missing", fragment(held("2026-05-10"), held("2026-09-01"), held("2026-11-03"))) == []
    assert of_rule("pulse-missing", fragment(held("2026-05-09"), held("2026-09-02"), held("2026-11-03"))) == [
        "ingen møter i «Tverrfaglig team» er ført mellom 2026-05-09 og 2026-09-02, mer enn to ganger så lenge som "
        "møteplanen sier; skriv dem under meetings, også dem som ble avlyst"
    ]


def test_a_month_without_a_week_gives_no_days_but_says_how_often() -> None:
    monthly = "recurrence: {every: 1, to: null, unit: month, weekday: tuesday}"
    assert of_rule("pulse-missing", fragment(held("2026-10-01"), forum=monthly)) == []
    assert len(of_rule("pulse-missing", fragment(held("2026-09-01"), forum=monthly))) == 1


def test_of_what_follows_need_nothing_is_missed() -> None:
    need = "recurrence: {every: null, to: null, unit: null, weekday: null, as_needed: ved uenighet}"
    handbook = noted(held("2024-11-03"), forum=need)
    assert silence(handbook, every_series(handbook)[0]) is None
    assert of_rule("pulse-missing", fragment(held("2024-11-03"), forum=need)) == []


PLACES = """
places:
  - {id: bakken, name: Bakken skole, type: primary-school, service: skole, leader: skole.rektor}
  - {id: lia, name: Lia skole, type: primary-school, service: skole, leader: skole.rektor}
"""


def test_each_place_has_a_row_of_its_own() -> None:
    forum = "places: [{place: bakken}, {place: lia}]"
    bakken = [off(f"{day}, place: bakken") for day in TUESDAYS[1:]]
    lia = [held(f"{day}, place: lia") for day in TUESDAYS]
    handbook = noted(*bakken, *lia, forum=forum, more=PLACES)
    assert {one.held.key: one.in_a_row for one in every_series(handbook)} == {"team/bakken": 3, "team/lia": 0}
    assert [one.held.key for one in series_of(handbook, "team", "lia")] == ["team/lia"]
    (said,) = of_rule("pulse-in-a-row", fragment(*bakken, *lia, forum=forum, more=PLACES))
    assert said.startswith("«Tverrfaglig team – Bakken skole» er avlyst 3 ganger på rad, sist 2026-11-03")


def months(year: int, count: int, cancelled: int) -> list[str]:
    days = [f"{year}-{month:02}-{day:02}" for day in (3, 17) for month in range(1, 7)]
    return [off(day) if number < cancelled else held(day) for number, day in enumerate(days[:count])]


def editions(*dates: str) -> str:
    rows = (
        f"{{id: u{number}, version: '{number}', status: superseded, by: Leder, date: {date}}}"
        for number, date in enumerate(dates, 1)
    )
    return f"editions: [{', '.join(rows)}]"


def test_how_it_goes_is_told_from_the_edition_before() -> None:
    handbook = noted(*months(2025, 12, 6), *months(2026, 12, 2), more=editions("2024-12-01", "2025-12-01"))
    found = trend(handbook)
    assert found is not None
    assert (found.edition, found.since) == ("2", dt.date(2025, 12, 1))
    assert (found.now.cancelled, found.now.noted, found.before.cancelled, found.before.noted) == (2, 12, 6, 12)
    assert not found.worse


def test_what_was_before_the_edition_before_is_not_told_of() -> None:
    handbook = noted(*months(2025, 12, 6), *months(2026, 12, 7), more=editions("2025-02-01", "2025-12-01"))
    found = trend(handbook)
    assert found is not None
    assert (found.before.noted, found.before.cancelled) == (10, 5)
    assert found.worse


def test_a_draft_is_no_edition_and_without_one_school_years_are_told_of() -> None:
    autumn = [held(f"2026-{month:02}-{day:02}") for month in (8, 9, 10) for day in (4, 11, 18, 25)]
    draft = "editions: [{id: u1, version: '1', status: draft, date: 2026-10-01}]"
    found = trend(noted(*months(2026, 12, 1), *autumn, more=draft))
    assert found is not None
    assert (found.edition, found.since) == ("", dt.date(2026, 8, 1))
    assert (found.now.noted, found.before.noted) == (12, 12)


def test_too_few_meetings_on_either_side_say_nothing() -> None:
    assert trend(noted(*months(2025, 9, 6), *months(2026, 12, 2), more=editions("2024-12-01", "2025-12-01"))) is None
    assert trend(noted(*months(2026, 12, 2), more=editions("2025-12-01"))) is None
