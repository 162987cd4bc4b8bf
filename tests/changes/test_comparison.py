"""Two typed records compared, field by field."""

from __future__ import annotations

from typing import Any

import pytest
from builder.changes.comparison import FieldChange, changed_fields, compare, differ
from builder.model.forum import FORUMS, Forum
from builder.model.handbook import Handbook
from builder.model.service import SERVICES, Service


@pytest.fixture
def service(mini: Handbook) -> Service:
    found = mini.find(SERVICES, "ppt")
    assert found
    return found


@pytest.fixture
def forum(mini: Handbook) -> Forum:
    found = mini.find(FORUMS, "team")
    assert found
    return found


def with_contact(service: Service, **changes: Any) -> Service:
    first, *rest = service.contacts
    return service.model_copy(update={"contacts": (first.model_copy(update=changes), *rest)})


def test_nothing_is_different_in_a_copy(service: Service, forum: Forum) -> None:
    assert list(compare(service, service.model_copy(deep=True))) == []
    assert list(compare(forum, forum.model_copy(deep=True))) == []


def test_a_value_is_told_with_the_way_to_it(service: Service) -> None:
    leader = service.contacts[0]
    assert list(compare(service, with_contact(service, phone="22 22 22 22"))) == [
        FieldChange(("contacts", leader.id, "phone"), leader.phone, "22 22 22 22")
    ]


def test_an_item_that_is_new_or_gone_is_told_whole(service: Service) -> None:
    without = service.model_copy(update={"contacts": ()})
    leader = service.contacts[0]
    assert list(compare(without, service)) == [FieldChange(("contacts", leader.id), None, leader)]
    assert list(compare(service, without)) == [FieldChange(("contacts", leader.id), leader, None)]


def test_members_are_known_by_who_they_are_and_another_order_is_a_change_of_the_list(forum: Forum) -> None:
    turned = forum.model_copy(update={"members": forum.members[::-1]})
    actors = tuple(member.actor for member in forum.members)
    assert len(actors) > 1
    assert list(compare(forum, turned)) == [FieldChange(("members",), actors, actors[::-1])]


def test_a_list_whose_items_have_no_name_is_one_value(service: Service) -> None:
    told = (*service.does, "Mer.")
    changed = service.model_copy(update={"does": told})
    assert list(compare(service, changed)) == [FieldChange(("does",), service.does, told)]
    assert changed_fields(service, changed) == ["does"]


def test_a_field_within_a_part_is_told_by_its_key(forum: Forum) -> None:
    assert forum.recurrence
    recurrence = forum.recurrence.model_copy(update={"every": 9})
    changed = forum.model_copy(update={"recurrence": recurrence})
    assert [change.path for change in compare(forum, changed)] == [("recurrence", "every")]
    assert differ(forum.recurrence, recurrence)
