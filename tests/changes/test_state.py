"""What was published is read back into records, also where an older version wrote it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from builder.changes import differences
from builder.changes.state import DataError, State, published_state, read, state_of
from builder.edition.edition import Edition
from builder.facts.audience import for_audience
from builder.feeds.files import files
from builder.model.audience import Audience
from builder.model.export import as_data, records_as_data
from builder.model.handbook import Handbook
from builder.model.kinds import KINDS
from builder.model.pathway import PATHWAYS
from builder.model.service import SERVICES, Service

#: What may stand where a value was, in data that is older, newer or broken.
ODD: tuple[Any, ...] = (None, "", "tull", 7, True, [], {}, [7], [{}], {"id": "x"}, [{"id": "x", "date": "i går"}])


def old_data(mini: Handbook) -> dict[str, Any]:
    return json.loads(json.dumps(records_as_data(mini)))  # type: ignore[no-any-return]


def told(mini: Handbook, data: dict[str, Any]) -> list[str]:
    return [one.text for one in differences(state_of(data), State(mini), "nb")]


def test_records_come_back_as_they_were(mini: Handbook) -> None:
    back = state_of(old_data(mini)).handbook
    for kind, record in mini.everything():
        again = back.by_id(kind)[record.id]
        assert type(again) is type(record)
        assert as_data(again) == as_data(record)


def test_a_published_file_is_a_handbook(mini: Handbook) -> None:
    state = published_state(files(Edition(mini))["handbook.json"])
    assert state.slug == mini.municipality.id
    assert differences(state, State(mini), "nb") == ()


def test_the_public_edition_is_read_back_without_what_it_leaves_out(mini: Handbook) -> None:
    """So it tells of no change where there is none: a check without who checked is a check."""
    public = for_audience(mini, Audience.PUBLIC)
    state = published_state(files(Edition(public))["handbook.json"])
    assert differences(state, State(public), "nb") == ()
    assert dict(state.unread) == dict.fromkeys(state.unread, frozenset())


@pytest.mark.parametrize(
    "broken", ["", "[]", '{"version": "2.0", "records": {}}', '{"version": "1.0"}', '{"version": "1.0", "records": {}}']
)
def test_what_is_no_handbook_is_refused(broken: str) -> None:
    with pytest.raises(DataError):
        published_state(broken)


def test_a_field_no_version_knows_any_more_is_no_news(mini: Handbook) -> None:
    data = old_data(mini)
    data["services"]["ppt"]["colour"] = "blå"
    data["services"]["ppt"]["contacts"][0]["fax"] = "22 22 22 22"
    data["forums"]["team"]["recurrence"]["moon"] = "full"
    data["spells"] = {"x": {"id": "x"}}
    assert told(mini, data) == []


def test_a_field_that_was_not_there_yet_is_told_when_it_is_filled_in(mini: Handbook) -> None:
    data = old_data(mini)
    del data["services"]["ppt"]["summary"]
    assert told(mini, data) == ["PPT: «Kort fortalt» er endret"]


def test_what_cannot_be_read_back_is_named_and_the_rest_is_compared(mini: Handbook) -> None:
    data = old_data(mini)
    team = data["forums"]["team"]
    team["recurrence"] = {"every": "annenhver fullmåne"}
    team["place"] = "Biblioteket"
    data["services"]["ppt"]["contacts"][0]["phone"] = "husker ikke"
    assert told(mini, data) == [
        "PPT: «Kontakter» er endret",
        "Det står ikke lenger hvor Tverrfaglig team møtes",
        "Tverrfaglig team: «Hvor ofte» er endret",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_no_data_is_so_odd_that_it_cannot_be_compared(mini: Handbook, kind: str) -> None:
    whole = {name: records for name, records in old_data(mini).items() if name in (kind, "municipality")}
    now = state_of(whole)
    records = whole.get(kind, {})
    for key in dict.fromkeys(key for record in records.values() for key in record):
        for odd in ODD:
            before = state_of(whole | {kind: {name: record | {key: odd} for name, record in records.items()}})
            for found in (*differences(before, now, "nb"), *differences(now, before, "nb")):
                assert found.text
    for odd in ODD:
        before = state_of(whole | {kind: dict.fromkeys(records, odd)})
        assert all(found.kind == kind for found in differences(before, now, "nb"))


def test_a_part_of_a_list_is_read_as_far_as_it_can_be(mini: Handbook) -> None:
    service = old_data(mini)["services"]["ppt"]
    service["contacts"][0] |= {"phone": "husker ikke", "fax": "1"}
    again, unread = read(Service, service)
    assert unread == {"contacts"}
    original = mini.find(SERVICES, "ppt")
    assert original
    assert again.contacts[0].role == original.contacts[0].role
    assert again.contacts[0].phone is None


def test_a_step_without_what_it_must_have_can_still_be_named(mini: Handbook) -> None:
    data = old_data(mini)
    pathway = mini.by_id(PATHWAYS)["uenighet"]
    del data["pathways"]["uenighet"]["steps"][0]["title"]
    assert told(mini, data) == [f"Steget «{pathway.steps[0].title}» i «{pathway.title}» er skrevet om"]
