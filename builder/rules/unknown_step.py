"""En overgang må føre til et steg som finnes i samme forløp.

Et forløp som peker ut i løse lufta, stopper leseren midt i en sak.

Kilde: håndbokas egen sammenheng.

Riktig::

    pathways:
      - id: bekymret-barn
        steps:
          - id: snakk
            title: Snakk med en kollega
            responsible: ansatt
            transitions:
              - when: Bekymringen er fortsatt der
                step: meld
          - id: meld
            title: Meld fra
            responsible: ansatt

Feil::

    pathways:
      - id: bekymret-barn
        steps:
          - id: snakk
            title: Snakk med en kollega
            responsible: ansatt
            transitions:
              - when: Bekymringen er fortsatt der
                step: mled
          - id: meld
            title: Meld fra
            responsible: ansatt
"""

from __future__ import annotations

from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject
from builder.suggest import did_you_mean

ID = "unknown-step"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Findings:
    """Every transition within a pathway must name one of its steps."""
    for pathway in subject.handbook.pathways:
        steps = {step.id for step in pathway.steps}
        for number, step in enumerate(pathway.steps):
            for index, transition in enumerate(step.transitions):
                if transition.step is not None and transition.step not in steps:
                    yield (
                        pathway.at("steps", number, "transitions", index, "step"),
                        Message(
                            "forløpet har ikke noe steg med id «{id}»{hint}",
                            id=transition.step,
                            hint=did_you_mean(transition.step, steps),
                        ),
                    )
