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
from builder.model.standard_terms import GROUP_OF_SITUATION, Situation, SituationGroup, TargetGroup, group_of
from builder.model.vocabulary import Category

#: The children that some workplaces have all day.
_WITH_ALL_DAY: Mapping[Category | None, frozenset[TargetGroup]] = {
    Category.KINDERGARTEN: frozenset({TargetGroup.PRE_SCHOOL}),
    Category.SCHOOL: frozenset({TargetGroup.SCHOOL_AGE, TargetGroup.YOUTH}),
    Category.UPPER_SECONDARY: frozenset({TargetGroup.YOUTH}),
}
#: What is seen by those who have children all day, and what anybody may meet.
_SEEN_ALL_DAY = {one for one, group in GROUP_OF_SITUATION.items() if group is SituationGroup.SCHOOL}
_SEEN_ALL_DAY |= {Situation.SUBSTANCE_USE}
_MET_BY_ANYBODY = (SituationGroup.FIRST, SituationGroup.DANGER, SituationGroup.OTHER)


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

    Those they do something in, those that they may have to begin as whoever is there, and where these lead when it is
    urgent.
    """
    mine = {share.pathway.id for share in shares_of(handbook, actors_of(handbook, services))}
    children = frozenset().union(*(_WITH_ALL_DAY.get(service.category, ()) for service in services))
    found = [one for one in handbook.pathways if one.id in mine or _may_have_to_begin(handbook, one, children)]
    wanted = {name for one in found for name in (one.id, one.acute_exit)}
    return tuple(one for one in handbook.pathways if one.id in wanted)


def _may_have_to_begin(handbook: Handbook, pathway: Pathway, children: frozenset[TargetGroup]) -> bool:
    """Whether it falls to those who have some children all day, or none, when they are the ones who are there.

    It then begins with a role that lies with nobody, and is something that anybody may meet, or that is seen where
    children are all day.
    """
    if pathway.urgent:
        return True
    if not pathway.steps or not _is_anybody(handbook, pathway.steps[0].responsible):
        return False
    if group_of(pathway.situation) in _MET_BY_ANYBODY:
        return True
    return pathway.situation in _SEEN_ALL_DAY and not children.isdisjoint(pathway.groups)


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
