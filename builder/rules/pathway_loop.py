"""Et forløp går ikke i ring uten en vei ut.

Steg som bare viser til hverandre, sender familien rundt. Minst ett av dem må føre til et steg der
forløpet kan slutte, eller til et annet forløp.

Kilde: NOVA-rapport 18/2011, kapittel 4 (Rolleavklaring); håndbokas egen sammenheng.

Riktig::

    pathways:
      - id: uenighet
        steps:
          - {id: mote, ends: true, transitions: [{when: Ikke enige, step: igjen}]}
          - id: igjen
            title: Prøv en gang til
            responsible: skole.rektor
            transitions: [{when: Enige, step: mote}]

Feil::

    pathways:
      - id: uenighet
        steps:
          - {id: mote, ends: false, transitions: [{when: Ikke enige, step: igjen}]}
          - id: igjen
            title: Prøv en gang til
            responsible: skole.rektor
            transitions: [{when: Ikke enige, step: mote}]
"""

from __future__ import annotations

from builder.facts.paths import reachable, with_a_way_out
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "pathway-loop"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Findings:
    """From every step that can be reached, some chain of transitions leads out. Told at the first that is caught."""
    for pathway in subject.handbook.pathways:
        caught = reachable(pathway) - with_a_way_out(pathway)
        steps = [(number, step) for number, step in enumerate(pathway.steps) if step.id in caught]
        if steps:
            number, step = steps[0]
            yield (
                pathway.at("steps", number, "transitions"),
                Message("fra steget «{step}» går forløpet i ring, uten noen vei ut", step=step.title),
            )
