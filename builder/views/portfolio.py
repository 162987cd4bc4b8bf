"""«Hva vi driver med»: all that is going on across services, for those who decide what is kept, merged and stopped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from builder.facts.overlaps import overlapping
from builder.facts.portfolio import Item, Sort, Total, by_level, by_owner, is_ending, merged_with, portfolio, total
from builder.i18n import N_
from builder.model.actor import Actor
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.municipality import Level
from builder.model.plan import Plan
from builder.model.steering import Proposal, Steered
from builder.model.vocabulary import ForumKind
from builder.selfcheck.nordland import NETWORKS, SERVICES_IN_EACH, comparison
from builder.slug import slug
from builder.views import routes
from builder.views.page import Context, Link, Medium, Page, Place
from builder.views.routes import Names

TITLE = N_("Hva vi driver med")
#: The field that says when something began.
_BEGINS: Mapping[type[Steered], tuple[str, ...]] = {Forum: ("started",), Plan: ("valid_from",)}


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One thing that is going on. `origin` has the fields that say how it began; `hours` are whole, a year.

    `ended`: the day is past, and `ending`: it is within a year, or past.
    """

    item: Item
    link: Link
    origin: Sequence[str]
    wholes: Sequence[Link]
    owner: Link | None
    owner_key: str
    hours: int | None
    ending: bool
    ended: bool
    into: Link | None

    @property
    def record(self) -> Steered:
        """What it is."""
        return self.item.record

    @property
    def proposal(self) -> Proposal | None:
        """What is proposed to become of it."""
        return self.record.proposal


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """Things of one sort, and the networks on one level."""

    sort: Sort
    level: Level | None
    rows: Sequence[ItemRow]

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.sort.value}-{self.level.number}" if self.level else self.sort.value


@dataclass(frozen=True, slots=True)
class TotalRow:
    """How many networks a level or an owner has, and the hours they take; `name` is None where there is none."""

    name: Link | None
    count: int
    hours: int


@dataclass(frozen=True, slots=True)
class BesideNordland:
    """How many networks child welfare is in here and in Nordland, and how many services sit in each."""

    networks: int
    services: float
    there: float
    services_there: float
    place: Place


@dataclass(frozen=True, slots=True)
class PortfolioPage(Context):
    """The totals, what must be decided, and all of it by sort."""

    template: ClassVar = "portfolio"

    total: TotalRow
    unknown: Sequence[Link]
    levels: Sequence[TotalRow]
    owners: Sequence[TotalRow]
    choices: Sequence[tuple[str, str]]
    nordland: BesideNordland | None
    ending: Sequence[ItemRow]
    proposed: Sequence[ItemRow]
    overlaps: Sequence[tuple[Link, Link]]
    groups: Sequence[ItemGroup]
    cases: Sequence[Link]


def page(handbook: Handbook, names: Names) -> Page:
    """The page for leaders."""
    return Page(routes.PORTFOLIO, TITLE, context(handbook, names), medium=Medium.SITE)


def context(handbook: Handbook, names: Names) -> PortfolioPage:
    """What the page and the print say."""
    items = portfolio(handbook)
    groups = _groups(handbook, names, items)
    rows = [row for group in groups for row in group.rows]
    return PortfolioPage(
        total=_total(None, total(items)),
        unknown=[names.to(item.record) for item in items if item.sort is Sort.NETWORK and item.hours is None],
        levels=[_total(_level_link(handbook, number), found) for number, found in by_level(items).items()],
        owners=[_total(_owner(names, owner), found) for owner, found in by_owner(items).items()],
        choices=sorted({(row.owner_key, row.owner.text) for row in rows if row.owner}, key=lambda one: one[1]),
        nordland=_nordland(handbook),
        ending=sorted((row for row in rows if row.ending), key=lambda row: row.item.ends or dt.date.max),
        proposed=[row for row in rows if row.proposal],
        overlaps=[(names.to(first), names.to(second)) for first, second in overlapping(handbook)],
        groups=groups,
        cases=[names.to(forum) for forum in handbook.forums if forum.kind is ForumKind.CASE],
    )


def _groups(handbook: Handbook, names: Names, items: Sequence[Item]) -> list[ItemGroup]:
    levels = _levels(handbook)

    def place(item: Item) -> tuple[int, int]:
        level = item.level if item.sort is Sort.NETWORK and item.level in levels else None
        return list(Sort).index(item.sort), 99 if level is None else level

    ordered = sorted(items, key=place)
    return [
        ItemGroup(list(Sort)[sort], levels.get(level), [_row(handbook, names, item) for item in some])
        for (sort, level), some in groupby(ordered, key=place)
    ]


def _levels(handbook: Handbook) -> Mapping[int, Level]:
    return {level.number: level for level in handbook.municipality.levels}


def _row(handbook: Handbook, names: Names, item: Item) -> ItemRow:
    owner = _owner(names, item.owner)
    proposal = item.record.proposal
    into = merged_with(handbook, proposal) if proposal and proposal.into else None
    return ItemRow(
        item=item,
        link=names.to(item.record),
        origin=("started_by", *_BEGINS.get(type(item.record), ())),
        wholes=[names.to(one) for one in item.wholes],
        owner=owner,
        owner_key=slug(owner.text) if owner else "",
        hours=round(item.hours) if item.hours else None,
        ending=is_ending(item.ends, handbook.today),
        ended=item.ends is not None and item.ends < handbook.today,
        into=names.to(into) if into else None,
    )


def _owner(names: Names, owner: Actor | None) -> Link | None:
    return names.actor(owner) if owner else None


def _level_link(handbook: Handbook, number: int | None) -> Link | None:
    level = _levels(handbook).get(number) if number is not None else None
    return Link(f"{level.number} – {level.name}") if level else None


def _total(name: Link | None, found: Total) -> TotalRow:
    return TotalRow(name, found.count, round(found.hours))


def _nordland(handbook: Handbook) -> BesideNordland | None:
    found = comparison(handbook)
    place = Place(routes.SELF_CHECK, "nordland")
    return BesideNordland(len(found.forums), found.services, NETWORKS, SERVICES_IN_EACH, place) if found else None
