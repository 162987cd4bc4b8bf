"""Who does what: for each role, the steps it answers for and the forums it leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.facts.held import chairs, conveners
from builder.facts.paths import disagreement_route
from builder.model.actor import Actor
from builder.model.collation import alphabetical
from builder.model.handbook import Handbook
from builder.model.municipality import ROLES, GreyZone, Role
from builder.model.pathway import PATHWAYS, Pathway
from builder.views import routes
from builder.views.page import Chapter, Context, Link, Page, Place
from builder.views.routes import Names
from builder.views.services import TaskRow, steps_of


@dataclass(frozen=True, slots=True)
class Duties:
    """What somebody answers for and leads."""

    steps: Sequence[TaskRow]
    convenes: Sequence[Link]
    chairs: Sequence[Link]

    @property
    def any(self) -> bool:
        """Whether there are any."""
        return bool(self.steps or self.convenes or self.chairs)


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role many services have, those it lies with, and what it does."""

    role: Role
    held_by: Sequence[Link]
    duties: Duties


@dataclass(frozen=True, slots=True)
class HolderRow:
    """A contact who answers for something."""

    link: Link
    duties: Duties


@dataclass(frozen=True, slots=True)
class RouteRow:
    """A step of the way to a decision."""

    step: Link
    responsible: Link


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """A grey zone, and who owns it."""

    zone: GreyZone
    owner: Link


@dataclass(frozen=True, slots=True)
class StepMark:
    """A step in a cell of the table."""

    number: int
    link: Link
    responsible: bool


@dataclass(frozen=True, slots=True)
class ActorRow:
    """A row of the table: a cell for each pathway, and the meetings one leads."""

    actor: Link
    cells: Sequence[Sequence[StepMark]]
    leads: Sequence[Link]


@dataclass(frozen=True, slots=True)
class WhoPage(Context):
    """Who does what: by role, and in a table of steps by pathway."""

    template: ClassVar = "who"

    roles: Sequence[RoleRow]
    contacts: Sequence[HolderRow]
    disagreement: Link | None
    on_screen: Place
    route: Sequence[RouteRow]
    grey_zones: Sequence[ZoneRow]
    columns: Sequence[Link]
    rows: Sequence[ActorRow]


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """One page, general roles first, then the contacts that answer for something."""
    title = ROLES.plural
    roles = [
        RoleRow(role, [names.actor(holder) for holder in role.held_by], _duties(handbook, names, role.id))
        for role in handbook.roles
    ]
    contacts = [
        HolderRow(names.actor(Actor.of(service.id, contact.id)), duties)
        for service, contact in handbook.contacts
        if (duties := _duties(handbook, names, Actor.of(service.id, contact.id))).any
    ]
    disagreement = handbook.municipality.disagreement
    page = Page(
        routes.WHO,
        title,
        WhoPage(
            roles=roles,
            contacts=contacts,
            disagreement=names.record(PATHWAYS, disagreement) if disagreement else None,
            # The table is too wide for the book, which has the same by role below; only the site has this page.
            on_screen=Place(routes.WORKPLACES),
            route=_route(handbook, names),
            grey_zones=[ZoneRow(zone, names.actor(zone.owner)) for zone in handbook.municipality.grey_zones],
            columns=[names.to(pathway) for pathway in handbook.pathways],
            rows=_matrix(handbook, names),
        ),
    )
    return Chapter(title, (page,))


def _route(handbook: Handbook, names: Names) -> list[RouteRow]:
    """The steps of the disagreement route with those who answer for them; the last one named decides."""
    pathway = disagreement_route(handbook)
    if pathway is None:
        return []
    return [
        RouteRow(names.step(pathway, step), names.actor(step.responsible))
        for step in pathway.steps
        if isinstance(step.responsible, str)
    ]


def _matrix(handbook: Handbook, names: Names) -> list[ActorRow]:
    """Who answers for and takes part in which step of which pathway, and who leads which meetings."""
    part: dict[str, dict[str, list[StepMark]]] = {}
    for pathway in handbook.pathways:
        for number, step in enumerate(pathway.steps, start=1):
            link = names.step(pathway, step)
            if isinstance(step.responsible, str):
                _cell(part, step.responsible, pathway).append(StepMark(number, link, responsible=True))
            for participant in dict.fromkeys(step.participants):
                if participant != step.responsible:
                    _cell(part, participant, pathway).append(StepMark(number, link, responsible=False))
    leads: dict[str, list[Link]] = {}
    for forum in handbook.forums:
        for actor in dict.fromkeys((*conveners(handbook, forum), *chairs(handbook, forum))):
            leads.setdefault(actor, []).append(names.to(forum))
    actors = sorted({*part, *leads}, key=lambda actor: alphabetical(names.actor(actor).text))
    return [
        ActorRow(
            names.actor(actor),
            [part.get(actor, {}).get(pathway.id, []) for pathway in handbook.pathways],
            leads.get(actor, []),
        )
        for actor in actors
    ]


def _cell(part: dict[str, dict[str, list[StepMark]]], actor: str, pathway: Pathway) -> list[StepMark]:
    return part.setdefault(actor, {}).setdefault(pathway.id, [])


def _duties(handbook: Handbook, names: Names, actor: str) -> Duties:
    return Duties(
        steps=[row for row in steps_of(handbook, names, actor) if row.responsible],
        convenes=[names.to(forum) for forum in handbook.forums if actor in conveners(handbook, forum)],
        chairs=[names.to(forum) for forum in handbook.forums if actor in chairs(handbook, forum)],
    )
