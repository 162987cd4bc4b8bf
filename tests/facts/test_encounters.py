"""Who is in a forum, and how services meet."""

from __future__ import annotations

import pytest
from builder.facts.encounters import Encounter, encounter_in, encounter_of, partners
from builder.facts.membership import services_behind, services_in

from tests.facts.support import handbook


def test_a_role_is_in_the_services_of_those_who_hold_it() -> None:
    records = handbook("roles: [{id: ansatt, held_by: [ppt.leder, skole.rektor]}]")
    assert services_behind(records, "ansatt") == {"ppt", "skole"}
    assert services_behind(records, "ppt.leder") == services_behind(records, "ppt") == {"ppt"}
    assert services_behind(records, "finnes.ikke") == services_behind(handbook(), "ansatt") == frozenset()


def test_those_who_lead_a_forum_are_in_it_also_when_they_are_no_members() -> None:
    records = handbook("forums: [{id: team, convener: ppt.leder, chair: ppt.leder, members: [{actor: skole}]}]")
    assert services_in(records, next(iter(records.forums))) == {"ppt", "skole"}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("modes: [anonymised]", Encounter.REGULARLY),
        ("modes: [system, group]", Encounter.REGULARLY),
        ("modes: [system]", Encounter.LEADERS),
        ("recurrence: {every: 1, to: null, unit: quarter}", Encounter.REGULARLY),
        ("recurrence: {every: 4, to: null, unit: month}", Encounter.SELDOM),
        ("recurrence: {every: null, to: null, unit: null, as_needed: Ved uenighet}", Encounter.SELDOM),
        ("kind: informal", Encounter.SELDOM),
        ("kind: case, modes: [system]", Encounter.CASES),
    ],
)
def test_how_those_in_a_forum_meet(change: str, expected: Encounter) -> None:
    (forum,) = handbook(f"forums: [{{id: team, {change}}}]").forums
    assert encounter_in(forum) is expected


def test_two_services_meet_as_the_best_of_their_forums_says() -> None:
    case = "{id: gruppe, name: Gruppe, kind: case, purpose: P, members: [{actor: ppt}, {actor: skole}]}"
    alone = "{id: team, members: [], convener: null, chair: ppt.leder, minutes_by: ppt.leder}"
    (one,) = partners(handbook(f"forums: [{case}]"))
    assert (one.pair, one.encounter, len(one.forums), one.meet) == (("ppt", "skole"), Encounter.REGULARLY, 2, True)
    apart = handbook(f"forums: [{alone}, {case}]")
    (one,) = partners(apart)
    assert (one.encounter, [forum.id for forum in one.forums], one.meet) == (Encounter.CASES, ["gruppe"], False)
    assert encounter_of(apart) == {"ppt": Encounter.CASES, "skole": Encounter.CASES}
    (one,) = partners(handbook(f"forums: [{alone}]"))
    assert (one.encounter, one.forums) == (Encounter.NEVER, ())


@pytest.mark.parametrize(("category", "meet"), [("administration", True), ("school", False)])
def test_who_leads_meets_the_others_where_leaders_meet(category: str, *, meet: bool) -> None:
    fragment = f"""
        services: [{{id: skole, category: {category}}}]
        forums: [{{id: team, modes: [system]}}]
        """
    (one,) = partners(handbook(fragment))
    assert (one.encounter, one.meet) == (Encounter.LEADERS, meet)
