"""Handovers: who may say yes for those who take over, and what is agreed on."""

from __future__ import annotations

import pytest
from builder.facts.handovers import agreed, deciders, giver, handovers, hours_around, receiver
from builder.model.pathway import Step

from tests.rules.test_rules import with_fragment

STEP = """
forums:
  - id: team
    members:
      - {{actor: ppt.leder, mandate: decide}}
      - {{actor: skole.rektor, mandate: {mandate}, attendance: {attendance}}}
pathways:
  - id: bekymret-barn
    steps:
      - id: snakk
        forum: team
        handover_to: skole.rektor
        handover: {handover}
"""


def step(handover: str = "{}", mandate: str = "decide", attendance: str = "required") -> tuple[Step, tuple[str, ...]]:
    text = STEP.format(handover=handover, mandate=mandate, attendance=attendance)
    handbook = with_fragment(text).handbook
    (found,) = handovers(handbook)
    return found.value, deciders(handbook, found.value)


@pytest.mark.parametrize(
    ("handover", "mandate", "attendance", "who"),
    [
        ("{}", "decide", "required", ("skole.rektor",)),
        ("{}", "decide", "by-need", ()),
        ("{}", "recommend", "required", ()),
        ("{deciders: [ppt.leder]}", "decide", "required", ("ppt.leder",)),
    ],
    ids=["in the meeting", "not always there", "may only recommend", "named in the step"],
)
def test_who_may_say_yes_belongs_to_those_who_take_over(
    handover: str, mandate: str, attendance: str, who: tuple[str, ...]
) -> None:
    assert step(handover, mandate, attendance)[1] == who


def test_it_is_agreed_on_when_somebody_takes_over_both_stay_and_somebody_may_decide() -> None:
    whole = STEP.format(handover="{overlap: {amount: 2, unit: weeks}}", mandate="decide", attendance="required")
    for text, held in ((whole, True), (whole.replace("mandate: decide", "mandate: inform"), False)):
        handbook = with_fragment(text).handbook
        (found,) = handovers(handbook)
        assert agreed(handbook, found.value) is held
    assert not agreed(handbook, step()[0])


@pytest.mark.parametrize(
    ("situation", "responsible", "to", "found"),
    [
        ("to-adult-services", "ppt.leder", "skole.rektor", True),
        ("to-adult-services", "ppt.leder", "ppt", False),
        ("to-adult-services", "ansatt", "skole.rektor", False),
        ("worry", "ppt.leder", "skole.rektor", False),
    ],
    ids=["another service", "within one", "nobody knows", "no transition"],
)
def test_where_nothing_is_said_a_person_goes_over_in_a_transition_to_another_service(
    situation: str, responsible: str, to: str, found: bool
) -> None:
    handbook = with_fragment(
        f"pathways: [{{id: bekymret-barn, situation: {situation}, "
        f"steps: [{{id: snakk, responsible: {responsible}, handover_to: {to}}}]}}]"
    ).handbook
    assert bool(handovers(handbook)) is found


def test_the_sides_are_those_of_the_step_where_nothing_else_is_said() -> None:
    plain = step("{before: {hours: 4, up_to: 6}, after: {hours: 1}}")[0]
    assert (giver(plain), receiver(plain), hours_around(plain)) == ("ansatt", "skole.rektor", (6, 1))
    said = step("{before: {by: ppt, hours: 4}, after: {by: ppt.leder}}")[0]
    assert (giver(said), receiver(said), hours_around(said)) == ("ppt", "ppt.leder", None)
