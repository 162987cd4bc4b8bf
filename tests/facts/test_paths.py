"""What can be reached in a pathway, and rings nobody leaves."""

from __future__ import annotations

from typing import Any

import pytest
from builder.facts.paths import reachable, with_a_way_out
from builder.model.pathway import Pathway

from tests.facts.support import of_rule
from tests.rules.test_rules import told


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
