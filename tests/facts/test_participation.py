"""What a service takes part in, also by the roles its contacts hold."""

from __future__ import annotations

import pytest
from builder.facts.participation import actors_of, partner_ids, seats_of, sent_to, shares_of
from builder.model.service import SERVICES

from tests.facts.support import handbook

BY_ROLE = """
    roles: [{id: koordinator, name: Koordinator, held_by: [skole.rektor]}]
    forums:
      - id: team
        chair: ppt.leder
        minutes_by: koordinator
        members: [{actor: ppt.leder, mandate: decide}]
    pathways:
      - id: akutt
        steps: [{id: ring, responsible: koordinator, participants: [ppt.leder, skole.rektor]}]
    """


def test_a_service_sits_where_a_role_it_holds_does() -> None:
    records = handbook(BY_ROLE)
    (seat,) = seats_of(records, "skole")
    assert (seat.forum.id, seat.leads) == ("team", True)
    assert seats_of(records, "finnes-ikke") == ()


def test_a_step_is_told_once_also_for_one_who_is_on_it_in_two_ways() -> None:
    records = handbook(BY_ROLE)
    school = records.find(SERVICES, "skole")
    assert school is not None
    assert actors_of(records, [school]) == ("skole", "koordinator")
    shares = [share for share in shares_of(records, actors_of(records, [school])) if share.pathway.id == "akutt"]
    assert [(share.step.id, share.responsible) for share in shares] == [("ring", True)]
    (alone,) = (share for share in shares_of(records, ["skole"]) if share.pathway.id == "akutt")
    assert not alone.responsible


def test_partners_are_named_by_either_and_told_once() -> None:
    records = handbook("services: [{id: ppt, works_with: [skole]}, {id: skole, works_with: [ppt]}]")
    school = records.find(SERVICES, "skole")
    assert school is not None
    assert partner_ids(records, school) == ("ppt",)


@pytest.mark.parametrize(("convener", "sent"), [("melder", ["team"]), ("ppt.leder", [])])
def test_a_situation_sends_whoever_is_there_to_a_meeting_that_has_a_seat_for_them(
    convener: str, sent: list[str]
) -> None:
    records = handbook(
        f"""
        roles: [{{id: melder, name: Den som er bekymret}}]
        forums: [{{id: team, convener: {convener}}}]
        pathways: [{{id: akutt, steps: [{{id: ring, responsible: melder, forum: team}}]}}]
        """
    )
    school = records.find(SERVICES, "skole")
    assert school is not None
    assert [forum.id for forum in sent_to(records, [school])] == sent
