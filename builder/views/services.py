"""Services: the list by who runs them, and one card each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from builder.facts.participation import actors_of, partner_ids, seats_of, shares_of
from builder.facts.units import answers_for, teams_of
from builder.model.collation import alphabetical
from builder.model.confidentiality import RULES
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.service import SERVICES, Service
from builder.model.vocabulary import Government
from builder.views import introductions, routes
from builder.views.agreements import AgreedRow, agreed
from builder.views.contacts import ContactRow, contact_rows
from builder.views.introductions import IntroducedLine
from builder.views.needs import NeedPart, needs_of
from builder.views.page import Chapter, Context, Link, Page, Place
from builder.views.related import Told, told_in
from builder.views.routes import Names

_ORDER = list(Government)


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """A service in the list."""

    service: Service
    link: Link


@dataclass(frozen=True, slots=True)
class ServiceGroup:
    """The services somebody runs."""

    government: Government
    services: Sequence[ServiceRow]


@dataclass(frozen=True, slots=True)
class ServicesPage(Context):
    """The list."""

    template: ClassVar = "services"

    groups: Sequence[ServiceGroup]


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A forum somebody sits in, and whether they lead it."""

    forum: Forum
    link: Link
    leads: bool


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A step somebody takes part in, and whether they answer for it."""

    step: Link
    pathway: Link
    responsible: bool


@dataclass(frozen=True, slots=True)
class ServicePage(Context):
    """A service with its contacts, meetings, steps, rules and partners.

    `answered_by` is the unit to ring where it has no contacts; `teams` are the services that are part of it.
    """

    template: ClassVar = "service"

    service: Service
    contacts: Sequence[ContactRow]
    answered_by: Link | None
    teams: Sequence[Link]
    forums: Sequence[MeetingRow]
    rules_for_all: Place
    share: Place | None
    rules_out: Sequence[Link]
    rules_in: Sequence[Link]
    steps: Sequence[TaskRow]
    needs: Sequence[NeedPart]
    partners: Sequence[Link]
    agreed: Sequence[AgreedRow]
    told_in: Sequence[Told]
    introduced: IntroducedLine | None


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The list and the cards."""
    title = SERVICES.plural
    index = Page(routes.list_of(SERVICES), title, ServicesPage(_groups(handbook)))
    return Chapter(title, (index, *(_card(handbook, names, service) for service in handbook.services)))


def _groups(handbook: Handbook) -> list[ServiceGroup]:
    ordered = sorted(handbook.services, key=lambda s: (_ORDER.index(s.government), alphabetical(s.name)))
    return [
        ServiceGroup(government, [ServiceRow(s, Link(s.name, routes.place_of(SERVICES, s.id))) for s in found])
        for government, found in groupby(ordered, key=lambda s: s.government)
    ]


def _card(handbook: Handbook, names: Names, service: Service) -> Page:
    return Page(
        routes.page_of(SERVICES, service.id),
        service.name,
        ServicePage(
            service=service,
            contacts=contact_rows(handbook, names, service),
            answered_by=_answered_by(handbook, names, service),
            teams=[names.to(team) for team in teams_of(handbook, service)],
            forums=forums_of(handbook, names, service),
            rules_for_all=Place(routes.list_of(RULES)),
            share=Place(routes.share_page(service.category)) if handbook.rules else None,
            rules_out=_rules(handbook, names, service, outward=True),
            rules_in=_rules(handbook, names, service, outward=False),
            steps=steps_of(handbook, names, *actors_of(handbook, [service])),
            needs=needs_of(handbook, names, *actors_of(handbook, [service])),
            partners=partners_of(handbook, names, service),
            agreed=agreed(handbook, names, service),
            told_in=told_in(handbook, names, SERVICES, service.id),
            introduced=introductions.line(handbook, service),
        ),
        description=service.summary,
    )


def _answered_by(handbook: Handbook, names: Names, service: Service) -> Link | None:
    """The unit to ring, where the service has nobody of its own."""
    unit = answers_for(handbook, service)
    return names.to(unit) if unit and unit is not service else None


def forums_of(handbook: Handbook, names: Names, service: Service) -> list[MeetingRow]:
    """The forums the service sits in or leads."""
    return [MeetingRow(seat.forum, names.to(seat.forum), seat.leads) for seat in seats_of(handbook, service.id)]


def _rules(handbook: Handbook, names: Names, service: Service, *, outward: bool) -> list[Link]:
    """The rules that name the service, or its kind, as sender or as receiver. Rules for everyone are not repeated."""
    found = []
    for rule in handbook.rules:
        parties = rule.sender if outward else rule.receiver
        if not parties.everyone and handbook.binds(parties, service):
            found.append(names.to(rule))
    return found


def steps_of(handbook: Handbook, names: Names, *actors: str) -> list[TaskRow]:
    """The steps some roles, contacts or services answer for or take part in."""
    return [
        TaskRow(names.step(share.pathway, share.step), names.to(share.pathway), share.responsible)
        for share in shares_of(handbook, actors)
    ]


def partners_of(handbook: Handbook, names: Names, service: Service) -> list[Link]:
    """Services either of the two names as a close partner."""
    return [names.service(other) for other in partner_ids(handbook, service)]
