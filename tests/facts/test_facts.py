"""What rules compute: who meets whom, how much time meetings take, where pathways lead, whom ages leave out."""

from __future__ import annotations

import math
from typing import Any

import pytest
from builder.facts.ages import by_category, leaves_a_gap, successions
from builder.facts.encounters import Encounter, encounter_in, encounter_of, partners
from builder.facts.meetings import hours_a_month, loads, longest_gap_in_days, meetings_a_month
from builder.facts.membership import services_behind, services_in
from builder.facts.paths import reachable, with_a_way_out
from builder.model.handbook import Handbook
from builder.model.pathway import Pathway
from builder.model.recurrence import Recurrence
from builder.model.service import Service
from builder.model.vocabulary import Category

from tests.rules.test_rules import told, with_fragment


def handbook(fragment: str = "services: []") -> Handbook:
    return with_fragment(fragment).handbook


def of_rule(rule: str, fragment: str) -> list[str]:
    return [message for found, message in told(fragment) if found == rule]


# Meetings


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


# Membership


def test_a_role_is_in_the_services_of_those_who_hold_it() -> None:
    records = handbook("roles: [{id: ansatt, held_by: [ppt.leder, skole.rektor]}]")
    assert services_behind(records, "ansatt") == {"ppt", "skole"}
    assert services_behind(records, "ppt.leder") == services_behind(records, "ppt") == {"ppt"}
    assert services_behind(records, "finnes.ikke") == services_behind(handbook(), "ansatt") == frozenset()


def test_those_who_lead_a_forum_are_in_it_also_when_they_are_no_members() -> None:
    records = handbook("forums: [{id: team, convener: ppt.leder, chair: ppt.leder, members: [{actor: skole}]}]")
    assert services_in(records, next(iter(records.forums))) == {"ppt", "skole"}


# How services meet


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


# Pathways


def pathway(**steps: dict[str, Any]) -> Pathway:
    """A pathway from step id -> where it leads, and whether it ends."""
    return Pathway.model_validate(
        {
            "id": "p",
            "title": "P",
            "summary": "S",
            "steps": [
                {
                    "id": name,
                    "title": name,
                    "ends": step.get("ends", False),
                    "transitions": [{"when": "så", **target} for target in step.get("to", [])],
                }
                for name, step in steps.items()
            ],
        }
    )


def test_what_can_be_reached_follows_transitions_also_back() -> None:
    made = pathway(a={"to": [{"step": "c"}]}, b={}, c={"to": [{"step": "a", "kind": "back"}, {"step": "finnesikke"}]})
    assert reachable(made) == {"a", "c"}


def test_a_ring_is_left_by_an_end_or_another_pathway_and_a_dead_end_is_no_ring() -> None:
    assert with_a_way_out(pathway(a={"to": [{"step": "b"}]}, b={"to": [{"step": "a"}]})) == frozenset()
    assert with_a_way_out(pathway(a={"to": [{"step": "b"}]}, b={"to": [{"step": "a"}], "ends": True})) == {"a", "b"}
    assert with_a_way_out(pathway(a={"to": [{"step": "b"}, {"pathway": "q"}]}, b={"to": [{"step": "a"}]})) == {"a", "b"}
    assert with_a_way_out(pathway(a={"to": [{"step": "b"}]}, b={})) == {"a", "b"}


def test_a_step_that_only_leads_to_a_step_that_does_not_exist_is_told_once() -> None:
    fragment = """
        pathways:
          - id: akutt
            steps: [{id: ring, ends: false, transitions: [{when: Så, step: rign}]}]
        """
    assert sorted(rule for rule, _ in told(fragment)) == ["pathway-loop", "unknown-step"]


def test_a_long_chain_and_a_step_onto_itself_are_no_trouble() -> None:
    steps = {f"s{n}": {"to": [{"step": f"s{n + 1}"}, {"step": f"s{n}"}]} for n in range(3000)}
    made = pathway(**steps, s3000={"ends": True})
    assert len(reachable(made)) == len(with_a_way_out(made)) == 3001


def test_only_the_first_step_that_is_caught_in_a_ring_is_told() -> None:
    fragment = """
        pathways:
          - id: uenighet
            steps:
              - {id: mote, ends: true, transitions: [{when: Nei, step: to}]}
              - {id: to, title: To, responsible: ansatt, deadline: {at_once: true}, transitions: [{when: x, step: tre}]}
              - {id: tre, title: Tre, responsible: ansatt, deadline: {at_once: true}, transitions: [{when: x, step: to}]}
        """
    assert told(fragment) == [("pathway-loop", "fra steget «To» går forløpet i ring, uten noen vei ut")]


@pytest.mark.parametrize(
    ("kind", "expected"), [("back", []), ("forward", ["transition-to-itself"]), ("out", ["transition-to-itself"])]
)
def test_a_step_may_be_done_again_but_not_lead_on_to_itself(kind: str, expected: list[str]) -> None:
    fragment = f"""
        pathways: [{{id: uenighet, steps: [{{id: mote, transitions: [{{when: Igjen, step: mote, kind: {kind}}}]}}]}}]
        """
    assert [rule for rule, _ in told(fragment)] == expected


def test_a_pathway_that_is_not_declared_as_urgent_is_no_way_out() -> None:
    found = of_rule("pathway-acute-exit", "pathways: [{id: akutt, urgent: false}]")
    assert sorted(found) == [
        "«Akutt: barnet er i fare nå» er ikke et forløp som haster; velg et med urgent: true",
        "«Akutt: barnet er i fare nå» er ikke et forløp som haster; velg et med urgent: true",
        "«Akutt: barnet er i fare nå» har ingen vei ut når det haster; skriv et forløp under acute_exit",
    ]


# Ages


def service(name: str, ages: dict[str, int] | None, category: str = "school", area: str | None = None) -> Service:
    data = {"id": name, "name": name, "category": category, "government": "municipality", "summary": "S", "area": area}
    return Service.model_validate(data | ({"ages": ages} if ages else {}))


def test_spans_are_by_kind_youngest_first_and_open_ends_are_far_away() -> None:
    found = by_category([service("b", {"from": 13}), service("a", {"to": 12}), service("c", None)])
    assert [(s.owner.id, s.start, s.end) for s in found[Category.SCHOOL]] == [("a", 0, 12), ("b", 13, 120)]


def test_a_gap_is_counted_from_whoever_reaches_furthest() -> None:
    group = by_category([service("a", {"to": 14}), service("b", {"from": 6, "to": 10}), service("c", {"from": 17})])[
        Category.SCHOOL
    ]
    found = [(before.owner.id, after.owner.id, leaves_a_gap(before, after)) for before, after in successions(group)]
    assert found == [("a", "b", False), ("a", "c", True)]


def schools(first: str, second: str, more: str = "") -> str:
    """The school and another one with these ages."""
    return f"""
        services:
          - {{id: skole, ages: {first}}}
          - {{id: b, name: B, category: school, government: municipality, summary: S, ages: {second}{more}}}
        """


@pytest.mark.parametrize(
    ("first", "second", "gaps", "overlaps"),
    [
        ("{from: 6, to: 12}", "{from: 13, to: 16}", 0, 0),  # one after the other
        ("{from: 6, to: 13}", "{from: 13, to: 16}", 0, 0),  # the year of the transition is both's
        ("{from: 6, to: 12}", "{from: 14, to: 16}", 1, 0),  # nobody has those of 13
        ("{from: 6, to: 15}", "{from: 13, to: 16}", 0, 1),
        ("{from: 6, to: 16}", "{from: 6, to: 16}", 0, 0),  # two schools alike
        ("{from: 6, to: 16}", "{from: 8, to: 10}", 0, 0),  # one inside the other
        ("{from: 6}", "{from: 90, to: 99}", 0, 0),
    ],
)
def test_gaps_and_overlaps(first: str, second: str, gaps: int, overlaps: int) -> None:
    rules = [rule for rule, _ in told(schools(first, second))]
    assert (rules.count("age-gap"), rules.count("age-overlap")) == (gaps, overlaps)


def test_a_gap_is_told_with_the_ages_and_the_services_around_it() -> None:
    assert of_rule("age-gap", schools("{from: 6, to: 12}", "{from: 15, to: 16}")) == [
        "ingen har dem på 13–14 år: Lillevik skole slutter ved 12, B begynner ved 15"
    ]


def test_services_that_each_have_an_area_do_not_overlap() -> None:
    fragment = schools("{from: 6, to: 15}, area: Nord", "{from: 13, to: 16}", ", area: Sør")
    assert of_rule("age-overlap", fragment) == []


@pytest.mark.parametrize(("age", "missing"), [(15, True), (16, False), (17, False), (18, False), (19, True)])
def test_a_transition_pathway_begins_within_a_year_of_the_last(age: int, *, missing: bool) -> None:
    fragment = f"""
        services:
          - {{id: bup, name: BUP, category: bup, government: health-trust, summary: S, ages: {{from: 0, to: 17}}}}
        pathways: [{{id: bekymret-barn, trigger: {{age: {age}}}}}]
        """
    assert bool(of_rule("transition-pathway", fragment)) is missing


def test_child_welfare_hands_over_at_18_although_it_may_go_on_to_25() -> None:
    barnevern = (
        "{id: b, name: B, category: child-welfare, government: municipality, summary: S, ages: {from: 0, to: 25}}"
    )
    assert of_rule("transition-pathway", f"services: [{barnevern}]") == [
        "B gir fra seg ansvaret ved 18 år, men ingen forløp begynner da (trigger: age)"
    ]
    fragment = f"{{services: [{barnevern}], pathways: [{{id: uenighet, trigger: {{age: 18}}}}]}}"
    assert of_rule("transition-pathway", fragment) == []


# Forums together


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
