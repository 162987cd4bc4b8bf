"""A booklet for somebody new: the checklist, the first things to know, whom to call, where people meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.facts.sharing import DUTIES
from builder.i18n import N_
from builder.model.confidentiality import ConfidentialityRule
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.onboarding import ONBOARDING, Onboarding
from builder.model.pathway import Pathway
from builder.model.service import Service
from builder.views import routes
from builder.views.onboarding import ItemGroup, item_groups
from builder.views.page import Context, Link
from builder.views.routes import Names
from builder.views.sheets.sheet import Copy, Sheet, valid_until
from builder.views.urls import print_file


@dataclass(frozen=True, slots=True)
class ForumRow:
    """A forum, and who convenes it."""

    forum: Forum
    convener: Link | None


@dataclass(frozen=True, slots=True)
class Booklet(Context):
    """What somebody new needs at hand."""

    template: ClassVar = "booklet"

    list: Onboarding
    owner: Link | None
    groups: Sequence[ItemGroup]
    own: Sequence[Service]
    partners: Sequence[Service]
    pathways: Sequence[Pathway]
    duties: Sequence[ConfidentialityRule]
    forums: Sequence[ForumRow]


def sheets(handbook: Handbook, names: Names) -> Iterator[Sheet]:
    """One for each checklist."""
    for checklist in handbook.onboarding:
        yield Sheet(
            f"hefte/{checklist.id}",
            checklist.title,
            _context(handbook, names, checklist),
            description=checklist.text or "",
            kind=N_("Hefte for nyansatte"),
            copies=(Copy(print_file(f"hefte-{checklist.id}"), "A5"),),
            of=routes.place_of(ONBOARDING, checklist.id),
            until=valid_until(handbook, checklist.next_review),
            multiple=4,
        )


def _context(handbook: Handbook, names: Names, checklist: Onboarding) -> Booklet:
    own = [service for service in handbook.services if service.category in checklist.categories]
    return Booklet(
        list=checklist,
        owner=names.actor(checklist.owner) if checklist.owner else None,
        groups=item_groups(names, checklist),
        own=own,
        partners=_partners(handbook, own),
        pathways=handbook.pathways,
        duties=[rule for rule in handbook.rules if rule.kind in DUTIES],
        forums=_forums(handbook, names, own),
    )


def _partners(handbook: Handbook, own: list[Service]) -> list[Service]:
    """The services one's own work most closely with, by name."""
    near = {partner for service in own for partner in service.works_with} - {service.id for service in own}
    return [service for service in handbook.services if service.id in near and service.contacts]


def _forums(handbook: Handbook, names: Names, own: list[Service]) -> list[ForumRow]:
    """The forums one's own services sit in."""
    ids = {service.id for service in own}
    return [
        ForumRow(forum, names.actor(forum.convener) if forum.convener else None)
        for forum in handbook.forums
        if any(member.actor.service in ids for member in forum.members)
    ]
