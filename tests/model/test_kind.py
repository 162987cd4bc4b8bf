"""What a kind of record is described by, and what follows from it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from types import MappingProxyType
from typing import Any

import pytest
from builder.i18n import N_
from builder.model import handbook as handbook_module
from builder.model.change import CHANGES, Change
from builder.model.confidentiality import RULES, ConfidentialityRule
from builder.model.export import records_as_data
from builder.model.handbook import Handbook
from builder.model.kind import Kind, OwnPages
from builder.model.kinds import KINDS
from builder.model.onboarding import ONBOARDING, Onboarding
from builder.model.plan import PLANS, Plan
from builder.model.service import SERVICES, Service
from builder.model.text_page import PAGES, TextPage
from builder.model.training import TRAINING, TrainingCase

LETTERS = ("Øst", "ås", "Vest", "Ære", "Ås")


@pytest.mark.parametrize(
    ("kind", "record"),
    [(PLANS, Plan), (TRAINING, TrainingCase), (ONBOARDING, Onboarding), (PAGES, TextPage)],
)
def test_records_are_sorted_as_norwegian_is(kind: Kind[Any], record: type[Any]) -> None:
    found = kind.in_order([record.model_construct(id=title, title=title) for title in LETTERS])
    assert [one.title for one in found] == ["Vest", "Ære", "Øst", "ås", "Ås"]


def test_an_order_that_is_written_comes_before_the_title() -> None:
    last = TextPage.model_construct(id="a", title="A", order=90)
    first = TextPage.model_construct(id="b", title="B", order=10)
    assert PAGES.in_order([last, first]) == (first, last)


def test_notes_of_change_are_newest_first_and_rules_stand_as_they_are_written() -> None:
    old = Change.model_construct(id="a", title="A", date=dt.date(2026, 1, 1))
    new = Change.model_construct(id="b", title="B", date=dt.date(2026, 2, 1))
    assert CHANGES.in_order([old, new]) == (new, old)
    rules = [ConfidentialityRule.model_construct(id=title, title=title) for title in LETTERS]
    assert RULES.in_order(rules) == tuple(rules)


def test_a_handbook_gives_records_by_their_kind(mini: Handbook) -> None:
    assert mini.of(SERVICES) == mini.services
    assert all(isinstance(service, Service) for service in mini.of(SERVICES))
    assert mini.find_named("services:ppt") is mini.find(SERVICES, "ppt")
    assert mini.find_named("tull:ppt") is None


def test_a_kind_without_an_address_cannot_be_described() -> None:
    with pytest.raises(TypeError, match="address"):
        Kind(name="x", record=Plan, label=N_("plan"), plural=N_("Planer"), description="X.")  # type: ignore[call-arg]


def test_the_fields_on_a_page_are_those_named_or_all_that_are_no_heading() -> None:
    kind = dataclasses.replace(PLANS, fields=("goal", "owner"))
    assert kind.shown_fields == ("goal", "owner")
    assert {"kind", "owner", "goal"} <= set(PLANS.shown_fields)
    assert {"id", "title"}.isdisjoint(PLANS.shown_fields)
    assert OwnPages("x").index == "x/index"


def test_a_kind_may_be_kept_from_the_published_data(mini: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    assert PLANS.name in records_as_data(mini)
    kept = MappingProxyType({**KINDS, PLANS.name: dataclasses.replace(PLANS, exported=False)})
    monkeypatch.setattr(handbook_module, "KINDS", kept)
    assert PLANS.name not in records_as_data(mini)
