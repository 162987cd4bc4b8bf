"""Kommunens tjenester som er sammen i flere forløp, har en møteplass der begge er med.

Tjenester som stadig har ansvaret for steg etter hverandre, bør ha et sted der de snakker om hvordan det
går. Uten et slikt sted hviler alt på hvem som kjenner hvem.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Felles arenaer og Personlige relasjoner).

Riktig::

    forums:
      - id: team
        members:
          - {actor: ppt.leder, mandate: decide, deputy: Nestleder}
          - {actor: skole, mandate: recommend}

Feil::

    forums:
      - id: team
        convener: ppt.leder
        chair: ppt.leder
        minutes_by: ppt.leder
        members:
          - {actor: ppt.leder, mandate: decide, deputy: Nestleder}
    pathways:
      - id: akutt
        steps: [{id: ring, participants: [ppt, skole]}]
      - id: uenighet
        steps: [{id: mote, participants: [skole]}]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from builder.facts.membership import actors_on, services_in, services_of
from builder.model.forum import FORUMS
from builder.model.handbook import Handbook
from builder.model.municipality import ROLES
from builder.model.pathway import Pathway
from builder.model.service import SERVICES
from builder.problem import Message, Severity
from builder.rules.findings import is_whole
from builder.rules.subject import Findings, Subject

ID = "pathway-without-forum"
SEVERITY = Severity.ADVICE

#: Once may be chance; a pair that meets in this many pathways works together.
PATHWAYS = 2

Pair = tuple[str, str]


def check(subject: Subject) -> Findings:
    """Two services on the same step in several pathways share a forum. Told at the last of the steps."""
    handbook = subject.handbook
    if not is_whole(handbook, FORUMS, ROLES, SERVICES):
        return
    sharing = {pair for forum in handbook.forums for pair in _pairs(services_in(handbook, forum))}
    found: dict[Pair, dict[str, tuple[Pathway, int]]] = defaultdict(dict)
    for pathway, number, pair in _joined(handbook):
        found[pair].setdefault(pathway.id, (pathway, number))
    for pair, places in found.items():
        if len(places) >= PATHWAYS and pair not in sharing:
            pathway, number = list(places.values())[-1]
            yield pathway.at("steps", number, "participants"), _message(handbook, pair, len(places))


def _pairs(services: frozenset[str]) -> Iterator[Pair]:
    return combinations(sorted(services), 2)


def _joined(handbook: Handbook) -> Iterator[tuple[Pathway, int, Pair]]:
    for pathway in handbook.pathways:
        for number, step in enumerate(pathway.steps):
            for pair in _pairs(services_of(handbook, actors_on(step))):
                yield pathway, number, pair


def _message(handbook: Handbook, pair: Pair, count: int) -> Message:
    first, second = (service.label if (service := handbook.find(SERVICES, name)) else name for name in pair)
    return Message(
        "{first} og {second} er sammen i {count} forløp, men ikke i noen møteplass",
        first=first,
        second=second,
        count=count,
    )
