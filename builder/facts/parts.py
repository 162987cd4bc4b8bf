"""The records of a handbook and the parts within them, as things that something can be expected of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from builder.facts.membership import merged
from builder.memoize import memoize
from builder.model.base import Record
from builder.model.confidentiality import ConfidentialityRule
from builder.model.forum import Forum, Member
from builder.model.glossary import Term
from builder.model.handbook import Handbook
from builder.model.municipality import Level, Municipality
from builder.model.pathway import Pathway, Step, Transition
from builder.model.references import Path
from builder.model.service import Contact, Service
from builder.model.vocabulary import Category, ForumKind, Government
from builder.problem import Mark

#: Those who run a municipality's own services.
_OWN = (Government.MUNICIPALITY, Government.INTER_MUNICIPAL)
R = TypeVar("R", bound=Record)
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Within(Generic[R, V]):
    """Something inside a record, such as a contact in a service, and the path to it."""

    record: R
    path: Path
    value: V

    def at(self, *path: str | int) -> Mark:
        """The place in the files of the value at this path below it, or of the nearest one above."""
        return self.record.at(*self.path, *path)

    @property
    def number(self) -> int:
        """Which one it is in its list, counted from 0."""
        number = self.path[-1]
        assert isinstance(number, int)
        return number


ContactIn = Within[Service, Contact]
MemberIn = Within[Forum, Member]
StepIn = Within[Pathway, Step]
TransitionIn = Within[Pathway, Transition]
LevelIn = Within[Municipality, Level]


def municipality(handbook: Handbook) -> tuple[Municipality, ...]:
    """The municipality's own record, as the only one of its kind."""
    return (handbook.municipality,)


def services(handbook: Handbook) -> tuple[Service, ...]:
    """Every service, by name."""
    return handbook.services


def own_services(handbook: Handbook) -> tuple[Service, ...]:
    """The services the municipality runs, alone or with others."""
    return tuple(service for service in handbook.services if service.government in _OWN)


def of_category(handbook: Handbook, category: Category) -> tuple[Service, ...]:
    """The services of a kind, by name."""
    return _by_category(handbook).get(category, ())


@memoize
def _by_category(handbook: Handbook) -> Mapping[Category, tuple[Service, ...]]:
    found: dict[Category, list[Service]] = defaultdict(list)
    for service in handbook.services:
        found[service.category].append(service)
    return {category: tuple(some) for category, some in found.items()}


def is_without_number(contact: Contact) -> bool:
    """Whether nobody can reach a contact: it has neither a telephone nor an address."""
    return contact.phone is None and contact.email is None


def forums(handbook: Handbook) -> tuple[Forum, ...]:
    """Every forum, by name."""
    return handbook.forums


def pathways(handbook: Handbook) -> tuple[Pathway, ...]:
    """Every pathway, in the handbook's own order."""
    return handbook.pathways


def sharing_rules(handbook: Handbook) -> tuple[ConfidentialityRule, ...]:
    """Every rule of confidentiality."""
    return handbook.rules


def terms(handbook: Handbook) -> tuple[Term, ...]:
    """Every word of the glossary."""
    return handbook.terms


def standing_forums(handbook: Handbook) -> tuple[Forum, ...]:
    """The forums that stand in the calendar; not those around one child, and not the informal ones."""
    return tuple(forum for forum in handbook.forums if forum.kind is ForumKind.STANDING)


def case_forums(handbook: Handbook) -> tuple[Forum, ...]:
    """The meetings around one child or one family."""
    return tuple(forum for forum in handbook.forums if forum.kind is ForumKind.CASE)


@memoize
def contacts(handbook: Handbook) -> tuple[ContactIn, ...]:
    """Every contact of every service, by service name and the order they are written in."""
    return tuple(contact for service in handbook.services for contact in contacts_of(service))


def contacts_of(service: Service) -> Iterator[ContactIn]:
    """The contacts of one service, in the order they are written in."""
    return (Within(service, ("contacts", number), contact) for number, contact in enumerate(service.contacts))


@memoize
def members(handbook: Handbook) -> tuple[MemberIn, ...]:
    """Every member of every forum, also those that come in one of its places alone."""
    return tuple(member for forum in handbook.forums for member in _members_of(forum))


def _members_of(forum: Forum) -> Iterator[MemberIn]:
    yield from (Within(forum, ("members", number), member) for number, member in enumerate(forum.members))
    for number, place in enumerate(forum.places):
        for seat, member in enumerate(place.members):
            yield Within(forum, ("places", number, "members", seat), merged(forum, place, member))


@memoize
def steps(handbook: Handbook) -> tuple[StepIn, ...]:
    """Every step of every pathway."""
    return tuple(
        Within(pathway, ("steps", number), step)
        for pathway in handbook.pathways
        for number, step in enumerate(pathway.steps)
    )


@memoize
def transitions(handbook: Handbook) -> tuple[TransitionIn, ...]:
    """Every transition from every step."""
    return tuple(
        Within(step.record, (*step.path, "transitions", number), transition)
        for step in steps(handbook)
        for number, transition in enumerate(step.value.transitions)
    )


def levels(handbook: Handbook) -> tuple[LevelIn, ...]:
    """The levels of the municipality's own model."""
    municipality = handbook.municipality
    return tuple(Within(municipality, ("levels", n), level) for n, level in enumerate(municipality.levels))
