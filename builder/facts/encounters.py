"""How services meet: those who do the work, regularly; only their leaders; only around one child; or not at all.

That two services both have a place in some meeting says little. A meeting around one child is held for that child, and
a meeting about the system is held for those who lead. Who works with the same children needs a place of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from builder.facts.meetings import most_meetings_a_month
from builder.facts.membership import actors_on, services_in, services_of
from builder.i18n import N_
from builder.memoize import memoize
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.pathway import Pathway
from builder.model.vocabulary import Category, DiscussionMode, ForumKind, Labelled

#: The ids of two services, in order.
Pair = tuple[str, str]

#: Four meetings a year. What is rarer is a course or a conference.
_REGULARLY_A_MONTH = 1 / 3
_NEARLY = 1e-9


class Encounter(Labelled):
    """How services meet, the most first. The labels go with «møtes»."""

    REGULARLY = "regularly", N_("fast, også de som møter familiene")
    LEADERS = "leaders", N_("fast bare i møter om system")
    SELDOM = "seldom", N_("bare sjelden, ved behov eller uformelt")
    CASES = "cases", N_("bare rundt enkeltbarn")
    NEVER = "never", N_("ikke i noen møteplass")


_ORDER = tuple(Encounter)


@dataclass(frozen=True, slots=True)
class Partners:
    """Two services that are on the same steps, and how they meet. `lead`: one of them leads the municipality's work."""

    pair: Pair
    steps: tuple[tuple[Pathway, int], ...]
    encounter: Encounter
    forums: tuple[Forum, ...]
    lead: bool

    @property
    def meet(self) -> bool:
        """Whether they have a place to meet for the work they share; who leads does that where leaders meet."""
        return self.encounter is Encounter.REGULARLY or (self.lead and self.encounter is Encounter.LEADERS)

    @property
    def pathways(self) -> int:
        """How many pathways they are in together."""
        return len({pathway.id for pathway, _ in self.steps})


@memoize
def encounter_in(forum: Forum) -> Encounter:
    """How services that sit in a forum meet there."""
    if forum.kind is ForumKind.CASE:
        return Encounter.CASES
    often = most_meetings_a_month(forum) + _NEARLY >= _REGULARLY_A_MONTH
    if forum.kind is not ForumKind.STANDING or not often:
        return Encounter.SELDOM
    about_system = {mode.mode for mode in forum.modes} == {DiscussionMode.SYSTEM}
    return Encounter.LEADERS if about_system else Encounter.REGULARLY


def best(forums: Iterable[Forum]) -> Encounter:
    """How those meet who sit together in all of some forums."""
    return min(map(encounter_in, forums), key=_ORDER.index, default=Encounter.NEVER)


@memoize
def forums_together(handbook: Handbook) -> Mapping[Pair, tuple[Forum, ...]]:
    """The forums that two services both have a place in."""
    found: dict[Pair, list[Forum]] = {}
    for forum in handbook.forums:
        for pair in combinations(sorted(services_in(handbook, forum)), 2):
            found.setdefault(pair, []).append(forum)
    return {pair: tuple(forums) for pair, forums in found.items()}


@memoize
def partners(handbook: Handbook) -> tuple[Partners, ...]:
    """Every two services that share a step, in the order the pathways join them."""
    steps: dict[Pair, list[tuple[Pathway, int]]] = {}
    for pathway in handbook.pathways:
        for number, step in enumerate(pathway.steps):
            for pair in combinations(sorted(services_of(handbook, actors_on(step))), 2):
                steps.setdefault(pair, []).append((pathway, number))
    together = forums_together(handbook)
    leading = {service.id for service in handbook.services if service.category is Category.ADMINISTRATION}
    return tuple(
        Partners(
            pair, tuple(places), best(together.get(pair, ())), together.get(pair, ()), not leading.isdisjoint(pair)
        )
        for pair, places in steps.items()
    )


@memoize
def encounter_of(handbook: Handbook) -> Mapping[str, Encounter]:
    """Service id -> how it meets the other services, at the most."""
    forums: dict[str, list[Forum]] = {service.id: [] for service in handbook.services}
    for forum in handbook.forums:
        present = services_in(handbook, forum)
        for service in present if len(present) > 1 else ():
            forums.setdefault(service, []).append(forum)
    return {service: best(found) for service, found in forums.items()}
