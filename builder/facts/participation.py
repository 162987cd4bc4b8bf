"""What a service takes part in: the forums it sits in, and the steps it answers for or is with on.

A role counts as the services of those who hold it, wherever it is named.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from builder.facts.membership import actors_on, seats, services_in, services_of
from builder.memoize import memoize
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.municipality import ROLES
from builder.model.pathway import Pathway, Step
from builder.model.service import Service


@dataclass(frozen=True, slots=True)
class Seat:
    """A service's place in a forum, and whether it calls in, leads or writes there."""

    forum: Forum
    leads: bool


@dataclass(frozen=True, slots=True)
class Share:
    """A step somebody answers for, or else only takes part in."""

    pathway: Pathway
    step: Step
    responsible: bool


def seats_of(handbook: Handbook, service: str) -> tuple[Seat, ...]:
    """The forums a service has a place in, by name."""
    return _seats(handbook).get(service, ())


@memoize
def _seats(handbook: Handbook) -> Mapping[str, tuple[Seat, ...]]:
    found: dict[str, list[Seat]] = {}
    for forum in handbook.forums:
        leading = services_of(handbook, forum.leading)
        for service in services_in(handbook, forum):
            found.setdefault(service, []).append(Seat(forum, service in leading))
    return {service: tuple(seats) for service, seats in found.items()}


def actors_of(handbook: Handbook, services: Collection[Service]) -> tuple[str, ...]:
    """The services, and the roles that lie with one of their contacts."""
    ids = {service.id for service in services}
    held = (role.id for role in handbook.roles if any(holder.service in ids for holder in role.held_by))
    return (*(service.id for service in services), *held)


def shares_of(handbook: Handbook, actors: Collection[str]) -> tuple[Share, ...]:
    """The steps that any of some roles, contacts or services answer for or take part in, in order, each once."""
    found = []
    for pathway, step in handbook.steps():
        named = {actor for actor in actors_on(step) if any(actor.is_in(one) for one in actors)}
        if named:
            found.append(Share(pathway, step, step.responsible in named))
    return tuple(found)


def situations_of(handbook: Handbook, services: Collection[Service]) -> tuple[Pathway, ...]:
    """The situations that concern those who work in some services, in the handbook's own order.

    Those they do something in, those that whoever is there may have to begin, and where these lead when it is urgent.
    """
    mine = {share.pathway.id for share in shares_of(handbook, actors_of(handbook, services))}
    found = [one for one in handbook.pathways if one.id in mine or _is_for_whoever_is_there(handbook, one)]
    wanted = {name for one in found for name in (one.id, one.acute_exit)}
    return tuple(one for one in handbook.pathways if one.id in wanted)


def _is_for_whoever_is_there(handbook: Handbook, pathway: Pathway) -> bool:
    """Whether it begins with a role that lies with nobody: whoever meets the child has it."""
    return pathway.urgent or (bool(pathway.steps) and _is_anybody(handbook, pathway.steps[0].responsible))


def _is_anybody(handbook: Handbook, actor: str | tuple[str, ...] | None) -> bool:
    """Whether it is a role that lies with nobody, so that it falls to whoever is there."""
    role = handbook.find(ROLES, actor) if isinstance(actor, str) else None
    return role is not None and not role.held_by


def sent_to(handbook: Handbook, services: Collection[Service]) -> tuple[Forum, ...]:
    """The forums that the situations of some services send whoever is there to, and that have a seat for them."""
    wanted = {
        step.forum
        for pathway in situations_of(handbook, services)
        for step in pathway.steps
        if _is_anybody(handbook, step.responsible)
    }
    return tuple(
        forum
        for forum in handbook.forums
        if forum.id in wanted and any(_is_anybody(handbook, seat) for seat in seats(forum))
    )


def partner_ids(handbook: Handbook, service: Service) -> tuple[str, ...]:
    """The services either of the two names as a close partner: those it names itself first."""
    others = (other.id for other in handbook.services if service.id in other.works_with)
    return tuple(dict.fromkeys((*service.works_with, *others)))
