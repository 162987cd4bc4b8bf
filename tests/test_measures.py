"""What rules compute: who meets whom, how much time meetings take, where pathways lead, whom ages leave out."""

from __future__ import annotations

import math
from typing import Any

import pytest
from builder.model.handbook import Handbook
from builder.model.law import Act
from builder.model.pathway import Pathway
from builder.model.recurrence import Recurrence
from builder.model.register import LawRegister
from builder.model.service import Service
from builder.model.vocabulary import Category
from builder.rules.law_misnomer import wrong_names
from builder.rules.measures.addresses import is_reserved
from builder.rules.measures.ages import by_category, gaps
from builder.rules.measures.citing import act_names, citations_in, today_of
from builder.rules.measures.meetings import hours_a_month, load, longest_gap_in_days, meetings_a_month
from builder.rules.measures.membership import categories_in_forums, services_behind, services_in
from builder.rules.measures.paths import reachable, with_a_way_out
from builder.rules.measures.words import is_about_the_past, texts

from tests.test_rules import told, with_fragment


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
    found = load(
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
    assert set(found) == {"ppt.leder"}  # neither whole services nor those who come by need
    hours, forums = found["ppt.leder"]
    assert math.isclose(hours, 2 * 52 / 24)
    assert [forum.id for forum in forums] == ["team"]


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
    assert categories_in_forums(records) == {Category.PPT, Category.SCHOOL}


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
    group = by_category([service("a", {"to": 14}), service("b", {"from": 6, "to": 10}), service("c", {"from": 17})])
    assert [(before.owner.id, after.owner.id) for before, after in gaps(group[Category.SCHOOL])] == [("a", "c")]


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


# Words and law


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("Kommunedirektøren, tidligere rådmannen, avgjør.", False),
        ("Spør helsesøster.", True),
        ("HELSESØSTRENE og barneverntjenesten", True),
        ("barnevernstjenesten, barnevernet og helsesykepleieren", False),
        ("Barneverntjenesteloven gjaldt før.", False),
        ("fylkesmannen", True),
        ("Ring barnevernvakta", True),
        ("Ring barnevernsvakta", False),
    ],
)
def test_old_titles_are_told_unless_the_text_says_they_are_old(text: str, *, old: bool) -> None:
    assert bool(of_rule("old-title", f"services: [{{id: ppt, note: '{text}'}}]")) is old


def test_old_words_may_stand_where_search_finds_them() -> None:
    fragment = "{services: [{id: ppt, aliases: [helsesøster]}], glossary: [{id: ppt, old_names: [rådmann]}]}"
    assert of_rule("old-title", fragment) == []


def test_what_is_said_to_be_old_is_said_shortly_before() -> None:
    assert is_about_the_past("før: rådmann", 5)
    assert not is_about_the_past("rådmann", 0)
    assert not is_about_the_past("før i tida gikk alle på ski i marka hver søndag, sa en rådmann", 55)


def test_texts_leave_out_identities_and_names_meant_for_search() -> None:
    record = next(s for s in handbook("services: [{id: ppt, aliases: [X]}]").services if s.id == "ppt")
    found = [text for _, text in texts(record)]
    assert "PP-tjenesten" in found
    assert "Nestleder" in found
    assert not {"ppt", "X", "00 00 00 00", "ppt@lillevik.example", "barnevernsloven § 13-2"} & set(found)


@pytest.mark.parametrize(
    ("address", "reserved"),
    [
        ("a@b.example", True),
        ("a@example.com", True),
        ("a@post.example.org", True),
        ("a@myexample.com", False),
        ("a@example.kommune.no", False),
        ("https://x.test/y", True),
        ("https://kommune.no/x.example", False),
    ],
)
def test_domains_nobody_can_own(address: str, *, reserved: bool) -> None:
    assert is_reserved(address) is reserved


def act(name: str, **more: Any) -> Act:
    return Act.model_validate({"id": name, "title": name, "name": name, "status": "in-force", **more})


REGISTER = LawRegister(
    [
        act("nyloven", misnomers=["nyeloven (skrivefeil)", "felleslov"]),
        act("mellomloven", status="repealed", replaced_by="nyloven"),
        act("gammelloven", status="repealed", replaced_by="mellomloven", aliases=["gl"]),
        act("bortloven", status="repealed", misnomers=["nyloven"]),
        act("felleslov"),
    ]
)


def test_an_old_act_leads_to_the_one_that_applies_through_those_between() -> None:
    today = {a.id: today_of(REGISTER, a) for a in REGISTER.acts}
    assert {name: found.id if found else None for name, found in today.items()} == {
        "nyloven": "nyloven",
        "mellomloven": "nyloven",
        "gammelloven": "nyloven",
        "bortloven": None,
        "felleslov": "felleslov",
    }


def test_a_wrong_name_is_never_the_right_name_of_another_act() -> None:
    wrong = wrong_names(REGISTER)
    assert {name: found.id if found else None for name, found in wrong.items()} == {
        "nyeloven": "nyloven",
        "mellomloven": "nyloven",
        "gammelloven": "nyloven",
        "gl": "nyloven",
        "bortloven": None,
    }


def test_acts_that_replace_each_other_in_a_ring_end_nowhere() -> None:
    ring = LawRegister(
        [act("a", status="repealed", replaced_by="b"), act("b", status="repealed", replaced_by="a")],
    )
    assert today_of(ring, ring.acts[0]) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Etter nyloven § 3 skal du.", ["nyloven § 3"]),
        ("Se nyloven § 13-2, og gammelloven §4 a.", ["nyloven § 13-2", "gammelloven §4 a"]),
        ("I nyloven står § 3.", []),
        ("Ukjentloven § 3", []),
        ("Se § 3 i nyloven", []),
        ("nylovens § 3", []),
    ],
)
def test_citations_are_found_in_running_text(text: str, expected: list[str]) -> None:
    assert [found for _, _, found in citations_in(act_names(REGISTER), text)] == expected


def test_no_register_is_no_trouble() -> None:
    assert list(citations_in(act_names(LawRegister([])), "nyloven § 3")) == []
    assert wrong_names(LawRegister([])) == {}


def test_a_wrong_name_with_a_section_is_told_once_and_by_the_rule_that_knows_where_it_went() -> None:
    fragment = "services: [{id: ppt, note: Se barneverntjenesteloven § 6-4 og barneverntjenesteloven.}]"
    assert [rule for rule, _ in told(fragment)] == ["law-in-text", "law-misnomer"]


# Addresses of persons


@pytest.mark.parametrize(
    ("email", "person", "expected"),
    [
        ("ppt.leder@kommune.no", None, False),
        ("kari.nordmann@kommune.no", None, True),
        ("karinordmann@kommune.no", "Kari Nordmann", False),
        ("nordmann@kommune.no", "Kari Nordmann", True),
        ("jan@kommune.no", None, False),
        ("post@kommune.no", "Bo Li", False),
        ("skole@hotmail.com", None, True),
    ],
)
def test_which_addresses_belong_to_a_person(email: str, person: str | None, *, expected: bool) -> None:
    named = f", person: {person}" if person else ""
    fragment = f"services: [{{id: ppt, contacts: [{{id: leder, email: {email}{named}}}]}}]"
    assert bool(of_rule("personal-email", fragment)) is expected


def test_a_broken_municipality_is_not_told_again_by_rules_about_it() -> None:
    fragment = "municipality: [{id: lillevik, number: x}]"
    assert {rule for rule, _ in told(fragment)} == {"shape"}
