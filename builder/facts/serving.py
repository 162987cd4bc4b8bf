"""Who serves a place: its own people, and for each partner service the contact that has the place.

Written once, where the contacts are. A contact that names the place goes before one that covers its district, and that
one before one for all places of its type; where a service has none of these, its general contact answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from builder.facts.answering import answering
from builder.facts.participation import partner_ids
from builder.facts.units import answers_for
from builder.model.actor import Actor
from builder.model.handbook import Handbook
from builder.model.municipality import ROLES
from builder.model.place import NamedPlace
from builder.model.service import SERVICES, Contact, Service


class Reach(Enum):
    """How a contact has a place, the nearest first."""

    PLACE = auto()
    DISTRICT = auto()
    TYPE = auto()
    GENERAL = auto()


@dataclass(frozen=True, slots=True)
class Call:
    """Whom to ring at a place for a contact: `role` is said where another answers for it now."""

    service: Service
    contact: Contact
    phone: str | None
    email: str | None
    role: str
    leads: bool = False


_ORDER = tuple(Reach)
#: Those that say something of the place.
NAMED = frozenset(_ORDER) - {Reach.GENERAL}


@dataclass(frozen=True, slots=True)
class Serving:
    """A service, those in it who have a place, and how they have it."""

    service: Service
    contacts: tuple[Contact, ...]
    reach: Reach


def is_limited(contact: Contact) -> bool:
    """Whether a contact has only some places."""
    return bool(contact.places or contact.districts or contact.place_types)


def reach_of(contact: Contact, place: NamedPlace) -> Reach | None:
    """How a contact has a place; None where it has only others."""
    if place.id in contact.places:
        return Reach.PLACE
    of_type = place.type in contact.place_types
    if contact.districts:
        there = place.district in contact.districts and (of_type or not contact.place_types)
        return Reach.DISTRICT if there else None
    if contact.place_types:
        return Reach.TYPE if of_type else None
    return None if contact.places else Reach.GENERAL


def having(service: Service, place: NamedPlace) -> Serving | None:
    """Those in a service who have a place as nearly as anybody there; None where nobody is named for it."""
    found = [(reach_of(contact, place), contact) for contact in service.contacts]
    for reach in _ORDER:
        contacts = tuple(contact for how, contact in found if how is reach)
        if contacts and reach in NAMED:
            return Serving(service, contacts, reach)
    return None


def fixed_contacts(service: Service, places: Iterable[NamedPlace]) -> tuple[Contact, ...]:
    """Those in a service that some places have as their fixed contacts: named for the place, or for those of its type.

    Who has a district with all in it, such as a leader, is none.
    """
    nearest = [one for place in places if (one := having(service, place))]
    named = [contact for one in nearest for contact in one.contacts if contact.places or contact.place_types]
    return tuple({contact.id: contact for contact in named}.values())


def general(service: Service) -> Contact | None:
    """The contact for whatever no other has: the first that can be rung, and answers for more than one place."""
    open_to_all = [contact for contact in service.contacts if not is_limited(contact)]
    best_first = sorted(open_to_all, key=lambda contact: (contact.at_each_place, contact.phone is None))
    return next(iter(best_first), None)


def own_people(handbook: Handbook, place: NamedPlace) -> tuple[tuple[Service, Contact], ...]:
    """Those of the place itself: who leads it, and those in its service who have it, or are there at each place."""
    service = handbook.find(SERVICES, place.service)
    leader = leader_of(handbook, place)
    found = [leader] if leader else []
    if service:
        nearest = having(service, place)
        mine = nearest.contacts if nearest else ()
        found += [(service, one) for one in service.contacts if one in mine or _is_there(one, place)]
        if not found and (contact := general(service)):
            found.append((service, contact))
    return tuple({Actor.of(one.id, contact.id): (one, contact) for one, contact in found}.values())


def _is_there(contact: Contact, place: NamedPlace) -> bool:
    return contact.at_each_place and reach_of(contact, place) is not None


def leader_of(handbook: Handbook, place: NamedPlace) -> tuple[Service, Contact] | None:
    """The contact that leads a place; of a role, the one of those who hold it that has the place."""
    return handbook.contact(at_place(handbook, place.leader, place)) if place.leader else None


def partners_at(handbook: Handbook, place: NamedPlace, sitting: tuple[str, ...] = ()) -> tuple[Serving, ...]:
    """The other services and who answers for the place there, the nearest first. `sitting` come to its meetings."""
    found: dict[tuple[str, ...], Serving] = {}
    for service in _others(handbook, place, sitting):
        serving = having(service, place) or _general(handbook, service)
        if serving:
            named = tuple(Actor.of(serving.service.id, contact.id) for contact in serving.contacts)
            found.setdefault(named, serving)
    return tuple(sorted(found.values(), key=lambda one: _ORDER.index(one.reach)))


def _others(handbook: Handbook, place: NamedPlace, sitting: tuple[str, ...]) -> Iterator[Service]:
    own = handbook.find(SERVICES, place.service)
    close = partner_ids(handbook, own) if own else ()
    naming = (service.id for service in handbook.services if having(service, place))
    for name in dict.fromkeys((*close, *sitting, *naming)):
        service = handbook.find(SERVICES, name)
        if service and service is not own:
            yield service


def _general(handbook: Handbook, service: Service) -> Serving | None:
    answering = answers_for(handbook, service)
    contact = general(answering) if answering else None
    return Serving(answering, (contact,), Reach.GENERAL) if answering and contact else None


def own_calls(handbook: Handbook, place: NamedPlace) -> tuple[Call, ...]:
    """Whom to ring at a place, whoever leads it first."""
    leader = leader_of(handbook, place)
    return tuple(call(handbook, place, *one, leads=one == leader) for one in own_people(handbook, place))


def call(handbook: Handbook, place: NamedPlace, service: Service, contact: Contact, *, leads: bool = False) -> Call:
    """How a contact is reached at a place: at the place's own number where there is one of them at each."""
    found = answering(contact, handbook.today)
    theirs = contact.at_each_place and service.id == place.service and not found.stands_in
    return Call(
        service,
        contact,
        (place.phone if theirs else None) or found.first.phone,
        found.first.email,
        found.first.role if found.stands_in else "",
        leads,
    )


def at_place(handbook: Handbook, actor: str, place: NamedPlace) -> Actor:
    """Who is meant by somebody at a place.

    Of a service it is the one contact that has the place, of a role the one among those who hold it who leads the
    place or has it as its own; otherwise it is whom it says.
    """
    service = handbook.find(SERVICES, actor)
    if service:
        nearest = having(service, place)
        alone = nearest is not None and len(nearest.contacts) == 1
        return Actor.of(service.id, nearest.contacts[0].id) if nearest and alone else Actor(actor)
    role = handbook.find(ROLES, actor)
    if role:
        return next((holder for holder in role.held_by if _has(handbook, holder, place)), Actor(actor))
    return Actor(actor)


def _has(handbook: Handbook, holder: Actor, place: NamedPlace) -> bool:
    found = handbook.contact(holder)
    return holder == place.leader or (found is not None and reach_of(found[1], place) is Reach.PLACE)


def comes_to(handbook: Handbook, actor: str, place: NamedPlace) -> bool:
    """Whether somebody may be at a place: all but those who have only others."""
    found = handbook.contact(actor)
    return found is None or reach_of(found[1], place) is not None


def is_one_at_each(handbook: Handbook, actor: str) -> bool:
    """Whether there is another person behind an actor at each place, so that nobody is at all of them.

    A role may be held by whoever has another role. Of roles that are only held by each other nobody is known.
    """
    asked = set[str]()
    while role := handbook.find(ROLES, actor):
        if len(role.held_by) != 1 or role.id in asked:
            return True
        asked.add(role.id)
        actor = role.held_by[0]
    found = handbook.contact(actor)
    return found is not None and found[1].at_each_place
