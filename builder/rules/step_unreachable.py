"""Hvert steg i et forløp kan nås fra det første.

Et steg ingen overgang fører til, blir aldri gjort, selv om det står på siden og ser viktig ut.

Kilde: håndbokas egen sammenheng.

Riktig::

    pathways:
      - id: uenighet
        steps:
          - {id: mote, transitions: [{when: Ikke enige, step: leder}]}
          - {id: leder, title: Lederen bestemmer, responsible: skole.rektor, ends: true}

Feil::

    pathways:
      - id: uenighet
        steps:
          - {id: mote, ends: true}
          - {id: leder, title: Lederen bestemmer, responsible: skole.rektor, ends: true}
"""

from __future__ import annotations

from builder.facts.paths import reachable
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "step-unreachable"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Findings:
    """Every step is the first, or some chain of transitions leads to it."""
    for pathway in subject.handbook.pathways:
        reached = reachable(pathway)
        for number, step in enumerate(pathway.steps):
            if step.id not in reached:
                yield (
                    pathway.at("steps", number, "id"),
                    Message("ingen overgang fører fram til steget «{step}»", step=step.title),
                )
