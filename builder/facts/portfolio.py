"""All that a municipality has going across services, as those who lead see it: networks, projects, plans and offers.

What each is for, who set it going, what it is part of, when it ends, and how much work it takes a year. Source: Nord
University, working paper 5/2019 (86 networks mapped; those who sit in them ask what comes first, and what is to end).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dateutil.relativedelta import relativedelta

from builder.facts.held import held_of
from builder.facts.meetings import hours_a_month, must_come
from builder.i18n import N_
from builder.memoize import memoize
from builder.model.actor import Actor
from builder.model.base import Record
from builder.model.forum import FORUMS, Forum
from builder.model.handbook import Handbook
from builder.model.kind import Kind
from builder.model.offer import OFFERS, Offer
from builder.model.plan import PLANS, Plan
from builder.model.service import SERVICES, Service
from builder.model.steering import Proposal, Steered, Undertaking
from builder.model.vocabulary import ForumKind, Labelled, PlanKind

#: Whoever is to pay next must know it before the next budget is made.
AHEAD = relativedelta(years=1)


class Sort(Labelled):
    """What sort of thing is going on, in the order they are shown."""

    NETWORK = "network", N_("Faste møteplasser og nettverk")
    INFORMAL = "informal", N_("Uformelle møteplasser")
    PROJECT = "project", N_("Prosjekter og tiltak for en tid")
    PLAN = "plan", N_("Planer")
    AGREEMENT = "agreement", N_("Avtaler")
    OFFER = "offer", N_("Tilbud og faste opplegg")


_OF_PLAN = {PlanKind.PLAN: Sort.PLAN, PlanKind.AGREEMENT: Sort.AGREEMENT, PlanKind.PROJECT: Sort.PROJECT}
_OF_FORUM = {ForumKind.STANDING: Sort.NETWORK, ForumKind.INFORMAL: Sort.INFORMAL}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is going on. `hours`: of all who take part, a year; None where nobody can know."""

    record: Steered
    sort: Sort
    goal: str | None
    owner: Actor | None
    level: int | None
    wholes: tuple[Record, ...]
    ends: dt.date | None
    hours: float | None


@memoize
def portfolio(handbook: Handbook) -> tuple[Item, ...]:
    """All that is going on, by sort and then by name. Meetings around one child are a way of working, and not in it."""
    found = [_item(handbook, record, sort) for record in steered(handbook) if (sort := _sort(record))]
    return tuple(sorted(found, key=lambda item: list(Sort).index(item.sort)))


def steered(handbook: Handbook) -> Iterator[Steered]:
    """Every record that leaders may keep, merge or stop."""
    yield from handbook.forums
    yield from handbook.plans
    yield from handbook.of(OFFERS)
    yield from handbook.services


def _sort(record: Steered) -> Sort | None:
    """What sort a record is; None for what is not a part of this: ordinary services, and meetings around one child."""
    match record:
        case Forum():
            return _OF_FORUM.get(record.kind)
        case Plan():
            return _OF_PLAN[record.kind]
        case Offer():
            return Sort.OFFER
        case Service() if record.funding_until or record.proposal:
            return Sort.PROJECT
    return None


def _item(handbook: Handbook, record: Steered, sort: Sort) -> Item:
    return Item(
        record=record,
        sort=sort,
        goal=goal_of(record),
        owner=getattr(record, "owner", None),
        level=record.level if isinstance(record, Forum) else None,
        wholes=wholes(handbook, record),
        ends=ends(record),
        hours=person_hours(handbook, record),
    )


def goal_of(record: Steered) -> str | None:
    """What something is for: the purpose of a forum, the goal of a plan, and else what it is in short."""
    match record:
        case Forum():
            return record.purpose
        case Plan():
            return record.goal
        case Offer() | Service():
            return record.summary
    return None


def ends(record: Steered) -> dt.date | None:
    """The first day after which something is over, unless somebody sees to it: its money, or the plan itself."""
    dates = (record.funding_until, record.valid_to if isinstance(record, Plan) else None)
    return min((date for date in dates if date), default=None)


def is_ending(date: dt.date | None, today: dt.date) -> bool:
    """Whether a day is within a year, or past."""
    return date is not None and date <= today + AHEAD


def person_hours(handbook: Handbook, record: Steered) -> float | None:
    """The hours a year something takes, of all who must come to its meetings, and the other work that is written."""
    meetings = _in_meetings(handbook, record) if isinstance(record, Forum) else 0.0
    return meetings + (record.hours_a_year or 0) or None


def _in_meetings(handbook: Handbook, forum: Forum) -> float:
    """In all its places. Of meetings around one child nobody can know how many there are."""
    held = () if forum.kind is ForumKind.CASE else held_of(handbook, forum)
    return sum(12 * hours_a_month(one.at) * len(must_come(one.at)) for one in held)


def wholes(handbook: Handbook, record: Steered) -> tuple[Record, ...]:
    """What something is a part of: what it says itself, and the plans that count it in."""
    own = whole(handbook, record)
    plans = (plan for plan in handbook.plans if record.id in plan.forums) if isinstance(record, Forum) else ()
    return tuple(dict.fromkeys(one for one in (own, *plans) if one))


def whole(handbook: Handbook, record: Record) -> Undertaking | None:
    """What something says it is a part of; None where it says nothing, or what is not there."""
    named = record.part_of if isinstance(record, Undertaking) else None
    return (handbook.find(PLANS, named) or handbook.find(FORUMS, named)) if named else None


def merged_with(handbook: Handbook, proposal: Proposal) -> Record | None:
    """What it is proposed to merge something with; None where nothing is said, or it is not there."""
    named = proposal.into
    kinds: tuple[Kind[Any], ...] = (FORUMS, PLANS, OFFERS, SERVICES)
    return next((found for kind in kinds if (found := handbook.find(kind, named))), None) if named else None


def is_in_ring(handbook: Handbook, record: Undertaking) -> bool:
    """Whether something is, in the end, a part of itself."""
    seen: list[Record] = []
    one = whole(handbook, record)
    while one and one not in seen:
        if one is record:
            return True
        seen.append(one)
        one = whole(handbook, one)
    return False


@dataclass(frozen=True, slots=True)
class Total:
    """How many fixed networks there are of something, and the hours a year they take together."""

    count: int
    hours: float


def total(items: tuple[Item, ...]) -> Total:
    """Of all networks among some things."""
    networks = [item for item in items if item.sort is Sort.NETWORK]
    return Total(len(networks), sum(item.hours or 0 for item in networks))


def by_level(items: tuple[Item, ...]) -> Mapping[int | None, Total]:
    """The networks on each level of the municipality's model, those without a level last."""
    levels = sorted(
        {item.level for item in items if item.sort is Sort.NETWORK}, key=lambda one: (one is None, one or 0)
    )
    return {level: total(tuple(item for item in items if item.level == level)) for level in levels}


def by_owner(items: tuple[Item, ...]) -> Mapping[Actor | None, Total]:
    """The networks of each owner, those that take the most first."""
    owners = {item.owner for item in items if item.sort is Sort.NETWORK}
    totals = {owner: total(tuple(item for item in items if item.owner == owner)) for owner in owners}
    return dict(sorted(totals.items(), key=lambda row: (-row[1].hours, -row[1].count, row[0] or "")))
