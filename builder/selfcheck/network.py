"""Which services meet, and which only share the work."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from builder.model.actor import Actor
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.municipality import ROLES, Role
from builder.model.pathway import Pathway, Step
from builder.model.service import SERVICES


@dataclass(frozen=True, slots=True)
class Pair:
    """Two services that are on the same steps and share no forum."""

    first: str
    second: str
    text: str
    steps: tuple[tuple[Pathway, Step], ...]


def services_of(handbook: Handbook, actor: str) -> frozenset[str]:
    """The services behind an actor: its own, or those that hold the role."""
    role = handbook.find(ROLES, actor)
    if isinstance(role, Role):
        return frozenset(holder.service for holder in role.held_by)
    service = Actor(actor).service
    return frozenset({service}) if handbook.find(SERVICES, service) else frozenset()


def services_in(handbook: Handbook, forum: Forum) -> frozenset[str]:
    """The services that sit in a forum or lead it."""
    actors = [*(member.actor for member in forum.members), *forum.leading]
    return frozenset().union(*(services_of(handbook, actor) for actor in actors))


def services_on(handbook: Handbook, step: Step) -> frozenset[str]:
    """The services that answer for a step or take part in it."""
    responsible = (step.responsible,) if isinstance(step.responsible, str) else step.responsible or ()
    return frozenset().union(*(services_of(handbook, actor) for actor in (*responsible, *step.participants)))


def pairs_without_forum(handbook: Handbook) -> tuple[Pair, ...]:
    """Pairs of services that a step joins but no forum does, by name."""
    together = {pair for forum in handbook.forums for pair in combinations(sorted(services_in(handbook, forum)), 2)}
    found: dict[tuple[str, str], list[tuple[Pathway, Step]]] = {}
    for pathway, step in handbook.steps():
        for pair in combinations(sorted(services_on(handbook, step)), 2):
            if pair not in together:
                found.setdefault(pair, []).append((pathway, step))
    made = [Pair(*pair, _text(handbook, pair), tuple(steps)) for pair, steps in found.items()]
    return tuple(sorted(made, key=lambda pair: pair.text.casefold()))


def _text(handbook: Handbook, pair: tuple[str, str]) -> str:
    labels = [record.label if (record := handbook.find(SERVICES, one)) else one for one in pair]
    return " – ".join(sorted(labels, key=str.casefold))
