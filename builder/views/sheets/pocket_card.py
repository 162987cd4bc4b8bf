"""The card for the pocket: emergency numbers, first steps, whom to call, duties. As pages, and on a sheet to fold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.facts.answering import Answering, first_to_ring
from builder.facts.parts import of_category
from builder.facts.ring_now import ring_now
from builder.facts.sharing import DUTIES
from builder.i18n import N_
from builder.model.actor import Actor
from builder.model.confidentiality import ConfidentialityRule
from builder.model.deadline import Deadline
from builder.model.handbook import Handbook
from builder.model.pathway import Pathway, Step
from builder.model.service import Service
from builder.model.vocabulary import Category, RuleKind
from builder.views.page import Context, Link
from builder.views.routes import Names
from builder.views.sheets.sheet import Copy, Sheet, valid_until
from builder.views.urls import print_file

#: Whom somebody worried calls first, in this order. Kinds a municipality has no contact for are left out.
_FIRST_TO_CALL = (
    Category.CHILD_WELFARE,
    Category.CHILD_WELFARE_OUT_OF_HOURS,
    Category.COORDINATION,
    Category.PPT,
    Category.CHILD_HEALTH,
    Category.MENTAL_HEALTH,
    Category.BUP,
    Category.NAV,
    Category.POLICE,
    Category.CRISIS_CENTRE,
    Category.CHILDRENS_HOUSE,
)
#: What somebody who wants to ask or share may do: the first rule of each kind.
_WAYS = (RuleKind.ANONYMOUS, RuleKind.CONSENT)


@dataclass(frozen=True, slots=True)
class CardStep:
    """A step, who answers for it, and how soon."""

    step: Step
    responsible: Link | None
    deadline: Deadline | None


@dataclass(frozen=True, slots=True)
class CardPathway:
    """A pathway in short."""

    pathway: Pathway
    steps: Sequence[CardStep]


@dataclass(frozen=True, slots=True)
class CallRow:
    """Whom to call in a service."""

    service: Service
    answering: Answering


@dataclass(frozen=True, slots=True)
class PocketCard(Context):
    """First steps, whom to call, duties, and how one may share."""

    template: ClassVar = "card"

    acute: CardPathway | None
    worry: CardPathway | None
    call: Sequence[CallRow]
    duties: Sequence[ConfidentialityRule]
    ways: Sequence[ConfidentialityRule]


def sheets(handbook: Handbook, names: Names) -> Iterator[Sheet]:
    """The one card."""
    worry = next((p for p in handbook.pathways if not p.urgent), None)
    acute = next((p for p in handbook.pathways if p.urgent), None)
    yield Sheet(
        "lommekort",
        N_("Lommekort"),
        PocketCard(
            acute=_steps(names, acute),
            worry=_steps(names, worry),
            call=list(_to_call(handbook)),
            duties=[rule for kind in DUTIES for rule in handbook.rules if rule.kind is kind],
            ways=[rule for kind in _WAYS for rule in _general(handbook, kind)[:1]],
        ),
        kind=N_("Lommekort"),
        copies=(
            Copy(print_file("lommekort"), "A6"),
            Copy(print_file("lommekort-brettes"), "A4", look="folded", name=N_("Lommekort til å brette")),
        ),
        until=valid_until(handbook),
        sides=4,
    )


def _steps(names: Names, pathway: Pathway | None) -> CardPathway | None:
    if pathway is None:
        return None
    steps = [
        CardStep(
            step,
            names.actor(step.responsible) if isinstance(step.responsible, str) else None,
            # What it is counted from stands on the page; the card says how soon.
            step.deadline.model_copy(update={"from_": None}) if step.deadline else None,
        )
        for step in pathway.steps
    ]
    return CardPathway(pathway, steps)


def _general(handbook: Handbook, kind: RuleKind) -> list[ConfidentialityRule]:
    """The rules of a kind, those that hold for everyone first."""
    found = [rule for rule in handbook.rules if rule.kind is kind]
    return sorted(found, key=lambda rule: not rule.sender.everyone)


def _to_call(handbook: Handbook) -> Iterator[CallRow]:
    """The contact to call in each service, by kind of service; those to ring now stand on the front of the card."""
    on_front = {answers.reference for answers in ring_now(handbook).contacts}
    for category in _FIRST_TO_CALL:
        for service in of_category(handbook, category):
            answering = first_to_ring(service, handbook.today)
            if answering and Actor.of(service.id, answering.contact.id) not in on_front:
                yield CallRow(service, answering)
