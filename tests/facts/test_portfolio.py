"""What is going on across services: what it is part of, when it ends, and the hours it takes."""

from __future__ import annotations

from builder.facts.overlaps import linked, overlapping
from builder.facts.portfolio import Sort, by_level, by_owner, portfolio, total
from builder.model.forum import FORUMS
from builder.model.handbook import Handbook

from tests.rules.test_rules import with_fragment


def of(fragment: str) -> Handbook:
    return with_fragment(fragment).handbook


def test_the_hours_of_a_network_are_those_of_all_who_must_come() -> None:
    handbook = of(
        """
        forums:
          - id: team
            level: 1
            minutes: 90
            recurrence: {every: 1, to: null, unit: month}
            chair: ppt.leder
            minutes_by: ppt.leder
            members: [{actor: ppt.leder}, {actor: skole}, {actor: skole.rektor, attendance: by-need}]
            hours_a_year: 10
        """
    )
    (item,) = [item for item in portfolio(handbook) if item.record.id == "team"]
    assert item.sort is Sort.NETWORK
    assert item.hours == 12 * 1.5 * 2 + 10
    assert total((item,)).hours == item.hours
    assert by_level((item,))[1].count == 1
    assert by_owner((item,))[item.owner].hours == item.hours


def test_meetings_by_need_have_no_hours_and_those_around_one_child_are_not_there() -> None:
    needed = of("forums: [{id: team, minutes: null}]")
    assert [item.hours for item in portfolio(needed) if item.record.id == "team"] == [None]
    assert "team" not in {item.record.id for item in portfolio(of("forums: [{id: team, kind: case}]"))}


def test_a_service_is_there_when_its_money_ends_or_something_is_proposed_for_it() -> None:
    assert "ppt" not in {item.record.id for item in portfolio(of("forums: [{id: team}]"))}
    (item,) = [i for i in portfolio(of("services: [{id: ppt, funding_until: 2027-06-30}]")) if i.record.id == "ppt"]
    assert item.sort is Sort.PROJECT


def test_a_network_is_part_of_what_it_says_and_of_the_plans_that_count_it_in() -> None:
    handbook = of("forums: [{id: team, part_of: avtale-ppt}]")
    (item,) = [item for item in portfolio(handbook) if item.record.id == "team"]
    assert [one.id for one in item.wholes] == ["avtale-ppt", "oppvekstplan"]


def test_what_ends_first_counts_the_money_or_the_plan() -> None:
    handbook = of("plans: [{id: oppvekstplan, funding_until: 2027-01-31}]")
    (item,) = [item for item in portfolio(handbook) if item.record.id == "oppvekstplan"]
    assert str(item.ends) == "2027-01-31"


TWO = """
forums:
  - id: team
    purposes: [guidance]
    members: [{actor: ppt.leder, mandate: decide}, {actor: skole, mandate: recommend}]
  - id: ressursteam
    name: Ressursteam
    kind: standing
    purpose: Drøfte tidlig.
    purposes: [guidance]
    members: [{actor: ppt.leder, mandate: decide}, {actor: skole, mandate: recommend}]
    %s
"""


def test_two_that_do_the_same_overlap_until_somebody_links_them() -> None:
    assert [(a.id, b.id) for a, b in overlapping(of(TWO % "minutes: 60"))] in (
        [("ressursteam", "team")],
        [("team", "ressursteam")],
    )
    for link in ("part_of: team", "proposal: {what: merge, into: team}"):
        handbook = of(TWO % link)
        assert overlapping(handbook) == ()
        assert linked(*(handbook.find(FORUMS, one) for one in ("team", "ressursteam")))  # type: ignore[arg-type]


def test_a_proposal_to_keep_links_nothing() -> None:
    assert len(overlapping(of(TWO % "proposal: {what: keep, into: team}"))) == 1
