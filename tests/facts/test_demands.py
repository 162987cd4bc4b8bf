"""What is asked of each kind of forum."""

from __future__ import annotations

import pytest
from builder.facts.demands import DEMANDS, Demand, asked_for
from builder.model.vocabulary import ForumKind

from tests.facts.support import handbook, of_rule
from tests.rules.test_rules import told

NETWORK = """
    forums:
      - id: kaffe
        name: Kaffe på torsdager
        kind: informal
        purpose: De som jobber med ungdom, blir kjent.
        purposes: [trust]
        modes: [system]
        convener: ppt.leder
        members: [{actor: ppt.leder}, {actor: skole}]
        owner: ppt.leder
        next_review: 2027-06-01
    """


def test_every_kind_of_forum_has_its_demands() -> None:
    assert set(DEMANDS) == set(ForumKind)
    assert DEMANDS[ForumKind.STANDING] == set(Demand)
    assert DEMANDS[ForumKind.INFORMAL] < DEMANDS[ForumKind.CASE] < DEMANDS[ForumKind.STANDING]


def test_an_informal_network_is_asked_for_no_mandate_chair_minutes_or_interval() -> None:
    assert [(rule, message) for rule, message in told(NETWORK) if "Kaffe" in message] == []
    standing = NETWORK.replace("kind: informal", "kind: standing")
    rules = {rule for rule, message in told(standing) if "Kaffe" in message}
    assert {"forum-roles", "forum-interval", "forum-mandate", "forum-cancelling", "forum-decisions"} <= rules


@pytest.mark.parametrize(("kind", "asked"), [("standing", 1), ("case", 0), ("informal", 0)])
def test_control_is_asked_only_of_meetings_in_the_calendar(kind: str, asked: int) -> None:
    records = handbook(f"forums: [{{id: team, kind: {kind}}}]")
    assert len(asked_for(Demand.CONTROL)(records)) == asked


def test_a_network_without_somebody_to_ask_is_told() -> None:
    assert of_rule("forum-roles", NETWORK.replace("convener: ppt.leder", "convener: null")) == [
        "«Kaffe på torsdager» sier ikke hvem som kaller inn (convener)"
    ]
