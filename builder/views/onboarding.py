"""For somebody new: one checklist for each kind of workplace, by when things are done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.model.handbook import Handbook
from builder.model.onboarding import ONBOARDING, Onboarding, StartItem
from builder.model.vocabulary import StartTime
from builder.views import routes
from builder.views.page import Chapter, Context, Link, Page
from builder.views.related import links_of
from builder.views.routes import Names


@dataclass(frozen=True, slots=True)
class ListRow:
    """A checklist, and the workplaces it is for."""

    list: Onboarding
    link: Link
    services: Sequence[Link]


@dataclass(frozen=True, slots=True)
class OnboardingsPage(Context):
    """The checklists."""

    template: ClassVar = "onboardings"

    lists: Sequence[ListRow]


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One thing to do, with the records it is about."""

    item: StartItem
    links: Sequence[Link]


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """What to do by a time."""

    when: StartTime
    rows: Sequence[ItemRow]


@dataclass(frozen=True, slots=True)
class OnboardingPage(Context):
    """One checklist."""

    template: ClassVar = "onboarding"

    list: Onboarding
    services: Sequence[Link]
    groups: Sequence[ItemGroup]


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The workplaces and their checklists."""
    title = ONBOARDING.plural
    if not handbook.onboarding:
        return Chapter(title, ())
    rows = [ListRow(one, names.to(one), _services(handbook, names, one)) for one in handbook.onboarding]
    index = Page(routes.list_of(ONBOARDING), title, OnboardingsPage(rows))
    return Chapter(title, (index, *(_page(handbook, names, found) for found in handbook.onboarding)))


def item_groups(names: Names, checklist: Onboarding) -> list[ItemGroup]:
    """What to do, by when; times with nothing to do are left out."""
    rows = [ItemRow(item, links_of(names, item.see)) for item in checklist.items]
    groups = (ItemGroup(when, [row for row in rows if row.item.when is when]) for when in StartTime)
    return [group for group in groups if group.rows]


def _services(handbook: Handbook, names: Names, checklist: Onboarding) -> list[Link]:
    return [names.service(s.id) for s in handbook.services if s.category in checklist.categories]


def _page(handbook: Handbook, names: Names, checklist: Onboarding) -> Page:
    return Page(
        routes.page_of(ONBOARDING, checklist.id),
        checklist.title,
        OnboardingPage(checklist, _services(handbook, names, checklist), item_groups(names, checklist)),
        description=checklist.text or "",
    )
