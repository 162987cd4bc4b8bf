"""What was found when the same was counted elsewhere: the formal networks of child welfare in Nordland.

Breimo, Sandvin, Anvik and Lo, «Formaliserte samarbeidsnettverk rundt barn og unge i sårbare livssituasjoner», Nord
universitet, arbeidsnotat 5/2019: 86 named networks that meet regularly, in 22 child welfare services. Meetings around
one child and meetings from case to case are left out, as they are here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from builder.facts.encounters import Encounter, best, encounter_in, forums_together
from builder.facts.membership import services_in
from builder.facts.parts import of_category
from builder.i18n import N_
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.vocabulary import Category

NETWORKS, SERVICES_IN_EACH = 3.9, 4.5
#: Of a hundred child welfare services, those with a network with each kind of service. «Half» is told in words.
SHARES = {
    Category.CHILD_HEALTH: 86,
    Category.SCHOOL: 82,
    Category.KINDERGARTEN: 73,
    Category.NAV: 50,
    Category.POLICE: 50,
}
SOURCE = N_(
    "Kilde: Nord universitet, arbeidsnotat 5/2019, om 86 navngitte nettverk hos 22 barnevernstjenester. Nettverkene "
    "møtes oftest hvert kvartal, og noen er bare om system. Ansvarsgrupper og møter fra sak til sak er ikke regnet "
    "med, heller ikke her."
)
_REGULAR = frozenset({Encounter.REGULARLY, Encounter.LEADERS})


@dataclass(frozen=True, slots=True)
class Comparison:
    """The networks of child welfare here, how many services sit in each, and how it meets each kind of service."""

    forums: tuple[Forum, ...]
    services: float
    met: tuple[tuple[Category, Encounter], ...]


def comparison(handbook: Handbook) -> Comparison | None:
    """What is here beside Nordland; None for a handbook without child welfare, or where it is in no network."""
    own = _of_category(handbook, Category.CHILD_WELFARE)
    sizes = {
        forum: len(services_in(handbook, forum))
        for forum in handbook.forums
        if encounter_in(forum) in _REGULAR and not own.isdisjoint(services_in(handbook, forum))
    }
    if not sizes:
        return None
    present = [category for category in SHARES if _of_category(handbook, category)]
    met = tuple((category, _between(handbook, own, _of_category(handbook, category))) for category in present)
    return Comparison(tuple(sizes), sum(sizes.values()) / len(sizes), met)


def _of_category(handbook: Handbook, category: Category) -> frozenset[str]:
    return frozenset(service.id for service in of_category(handbook, category))


def _between(handbook: Handbook, some: Iterable[str], others: Iterable[str]) -> Encounter:
    together = forums_together(handbook)
    pairs = [(min(one, other), max(one, other)) for one in some for other in others]
    return best(forum for pair in pairs for forum in together.get(pair, ()))
