"""Spans of age: gaps, overlaps, and who hands over when."""

from __future__ import annotations

import pytest
from builder.facts.ages import by_category, leaves_a_gap, successions
from builder.model.service import Service
from builder.model.vocabulary import Category

from tests.facts.support import of_rule
from tests.rules.test_rules import told


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
