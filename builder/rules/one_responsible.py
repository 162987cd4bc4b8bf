"""Hvert steg i et forløp har nøyaktig én ansvarlig rolle.

Når to har ansvaret, har ingen det: saken skyves fra tjeneste til tjeneste. De andre som er med,
hører hjemme under participants.

Kilde: NOVA-rapport 18/2011, kapittel 6 (Rolleavklaring) og kapittel 10.

Riktig::

    pathways:
      - id: bekymret-barn
        steps:
          - id: snakk
            title: Snakk med en kollega
            responsible: ansatt

Feil::

    pathways:
      - id: bekymret-barn
        steps:
          - id: snakk
            title: Snakk med en kollega
            responsible: [ansatt, ppt.leder]
"""

from __future__ import annotations

from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "one-responsible"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Findings:
    """Neither none nor several may be responsible for a step."""
    for pathway in subject.handbook.pathways:
        for number, step in enumerate(pathway.steps):
            if not step.responsible:
                yield (
                    pathway.at("steps", number),
                    Message("steget «{step}» har ingen ansvarlig; skriv én rolle under responsible", step=step.title),
                )
            elif isinstance(step.responsible, tuple) and len(step.responsible) == 1:
                message = Message("skriv rollen rett etter responsible, ikke som en liste")
                yield pathway.at("steps", number, "responsible"), message
            elif isinstance(step.responsible, tuple):
                yield (
                    pathway.at("steps", number, "responsible"),
                    Message(
                        "steget «{step}» har {count} ansvarlige; velg én, og sett de andre under participants",
                        step=step.title,
                        count=len(step.responsible),
                    ),
                )
