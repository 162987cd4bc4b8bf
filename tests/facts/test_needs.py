"""What a service has to do with of what families need, what takes long, and what is said to be a duty."""

from __future__ import annotations

import pytest
from builder.facts.needs import is_said_to_be_a_duty, parts_of, route_for, sides, takes_long
from builder.model.deadline import Deadline
from builder.model.handbook import Handbook
from builder.model.need import NEEDS, InCharge

from tests.rules.test_rules import with_fragment

SHORT = {"days": 31, "working-days": 23, "weeks": 4, "months": 1}


def test_each_side_is_told_with_where_it_stands(mini: Handbook) -> None:
    found = [(side.record.id, side.path) for side in sides(mini)]
    assert found == [
        ("reise", ("decides",)),
        ("reise", ("pays",)),
        ("reise", ("advances",)),
        ("reise", ("disagreement",)),
        ("tolk", ("decides",)),
    ]
    assert str(sides(mini)[1].at("budget")).startswith("mini/lillevik/needs.yml:8:")


def test_a_service_has_the_parts_its_contacts_have(mini: Handbook) -> None:
    assert [(part.need.id, part.fields) for part in parts_of(mini, ["ppt"])] == [
        ("reise", ("advances", "disagreement")),
        ("tolk", ("decides",)),
    ]
    assert [(part.need.id, part.fields) for part in parts_of(mini, ["skole"])] == [("reise", ("decides", "pays"))]


def test_a_role_that_lies_with_nobody_is_no_part_of_a_service() -> None:
    fragment = """
        needs: [{id: lan, name: Lån, summary: S, decides: {who: [ansatt]}, unsettled: U, meanwhile: [M]}]
        """
    handbook = with_fragment(fragment).handbook
    assert [part.need.id for part in parts_of(handbook, ["ansatt"])] == ["lan"]
    assert "lan" not in {part.need.id for part in parts_of(handbook, ["ppt", "skole"])}


@pytest.mark.parametrize(("unit", "most"), SHORT.items())
def test_more_than_a_month_is_long(unit: str, most: int) -> None:
    assert not takes_long(Deadline.model_validate({"amount": most, "unit": unit}))
    assert takes_long(Deadline.model_validate({"amount": most + 1, "unit": unit}))


def test_nothing_is_known_of_what_does_not_say_how_long() -> None:
    assert not takes_long(None)
    assert not takes_long(Deadline.model_validate({"at_once": True}))
    assert not takes_long(Deadline.model_validate({"amount": 400, "unit": "hours"}))


@pytest.mark.parametrize(
    ("how", "duty"),
    [
        ("Kommunen skal betale.", True),
        ("Skolen har plikt til å ordne det.", True),
        ("Skulen pliktar å ordne det.", True),
        ("Det er lovpålagt.", True),
        ("Skolen bør betale.", False),
        ("Den unge må selv si ja.", False),
        ("Skalaen går til ti.", False),
    ],
)
def test_a_text_says_that_somebody_must(how: str, duty: bool) -> None:
    assert is_said_to_be_a_duty(InCharge(how=how)) is duty


def test_the_mark_alone_says_that_somebody_must() -> None:
    assert is_said_to_be_a_duty(InCharge(duty=True))
    assert not is_said_to_be_a_duty(InCharge())


def test_the_route_is_for_those_that_name_nobody_to_ask(mini: Handbook) -> None:
    by_id = mini.by_id(NEEDS)
    assert route_for(mini, by_id["reise"]) is None
    route = route_for(mini, by_id["tolk"])
    assert route is not None
    assert route.id == "uenighet"


def test_all_law_is_told_once(mini: Handbook) -> None:
    assert mini.by_id(NEEDS)["reise"].law == ("barnevernsloven § 13-2", "barnevernsloven § 13-1")
