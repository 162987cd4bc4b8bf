"""Who is in which forum and on which step, counted as services."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.model.actor import Actor
from builder.model.forum import Forum, ForumPlace, Member, PlaceMember
from builder.model.handbook import Handbook
from builder.model.municipality import ROLES
from builder.model.pathway import Pathway, Step
from builder.model.service import SERVICES, Contact
from builder.model.vocabulary import Attendance

#: What one who comes in another's place takes over from it.
_OF_THE_SEAT = ("mandate", "deputy", "attendance")


def services_behind(handbook: Handbook, actor: str) -> frozenset[str]:
    """The ids of the services an actor belongs to: a service, a contact, or a role by those who hold it."""
    role = handbook.find(ROLES, actor)
    if role:
        return frozenset(holder.service for holder in role.held_by)
    service = Actor(actor).service
    return frozenset({service}) if handbook.find(SERVICES, service) else frozenset()


def services_of(handbook: Handbook, actors: Iterable[str]) -> frozenset[str]:
    """The services that all these actors belong to, together."""
    return frozenset().union(*(services_behind(handbook, actor) for actor in actors))


def seats(forum: Forum) -> Iterator[str]:
    """Everyone with a place in a forum: those who lead it, and its members."""
    yield from forum.leading
    yield from (member.actor for member in forum.members)
    yield from (member.actor for place in forum.places for member in place.members)


def replaced(forum: Forum, place: ForumPlace, member: PlaceMember) -> Member | None:
    """The member of the template whose seat somebody has in one place; None for one who comes besides them.

    It is the one that is named, or is the same, or is the whole service of the contact, where no other is said to come
    instead of that.
    """
    if member.instead_of:
        names: tuple[str, ...] = (member.instead_of,)
    else:
        taken = {other.instead_of for other in place.members}
        names = tuple(name for name in (member.actor, member.actor.service) if name not in taken)
    return next((seat for name in names for seat in forum.members if seat.actor == name), None)


def merged(forum: Forum, place: ForumPlace, member: PlaceMember) -> PlaceMember:
    """Somebody in one place, with what is not said there taken from whose seat it is."""
    seat = replaced(forum, place, member)
    missing = (name for name in _OF_THE_SEAT if name not in member.model_fields_set)
    return member.model_copy(update={name: getattr(seat, name) for name in missing}) if seat else member


def required(forum: Forum) -> tuple[Member, ...]:
    """The members that are always to come; the others come when they are needed."""
    return tuple(filter(is_required, forum.members))


def is_required(member: Member) -> bool:
    """Whether a member is always to come."""
    return member.attendance is Attendance.REQUIRED


def services_in(handbook: Handbook, forum: Forum) -> frozenset[str]:
    """The services with a place in a forum."""
    return services_of(handbook, seats(forum))


def actors_on(step: Step) -> tuple[Actor, ...]:
    """Everyone on a step: those responsible, and those who take part."""
    responsible = step.responsible or ()
    return ((responsible,) if isinstance(responsible, Actor) else responsible) + step.participants


def services_on(handbook: Handbook, pathway: Pathway) -> frozenset[str]:
    """The services that answer for, take part in or take over a step of a pathway."""
    return services_of(
        handbook,
        (
            actor
            for step in pathway.steps
            for actor in (*actors_on(step), *((step.handover_to,) if step.handover_to else ()))
        ),
    )


def contact_of(handbook: Handbook, actor: str) -> Contact | None:
    """The contact an actor names, when it names one."""
    found = handbook.contact(actor)
    return found[1] if found else None
