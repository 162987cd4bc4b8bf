"""Et forløp sier hvor det slutter.

Et steg uten fortsettelse skal være merket med ends, ellers vet ikke leseren om saken er ferdig eller om
noe mangler.

Kilde: håndbokas egen sammenheng.

Riktig::

    pathways:
      - id: uenighet
        steps: [{id: mote, ends: true}]

Feil::

    pathways:
      - id: uenighet
        steps: [{id: mote, ends: false}]
"""

from __future__ import annotations

from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "pathway-end"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Findings:
    """A step that leads nowhere is one where the pathway may end."""
    for pathway in subject.handbook.pathways:
        for number, step in enumerate(pathway.steps):
            if not step.transitions and not step.ends:
                yield (
                    pathway.at("steps", number, "id"),
                    Message(
                        "steget «{step}» fører ingen steder; skriv ends: true eller hva som skjer videre (transitions)",
                        step=step.title,
                    ),
                )
