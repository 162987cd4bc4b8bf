"""Hvert steg har en frist.

Et steg uten frist blir gjort når noen har tid. Fristen kan komme av loven eller være en lokal avtale;
straks er også en frist.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Åpenhet og Formelle strukturer).

Riktig::

    pathways:
      - id: uenighet
        steps: [{id: mote, deadline: {amount: 5, unit: working-days, from: dere ble uenige}}]

Feil::

    pathways:
      - id: uenighet
        steps: [{id: mote, deadline: null}]
"""

from __future__ import annotations

from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "step-deadline"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Findings:
    """Every step says how soon."""
    for pathway in subject.handbook.pathways:
        for number, step in enumerate(pathway.steps):
            if step.deadline is None:
                yield (
                    pathway.at("steps", number),
                    Message("steget «{step}» har ingen frist; skriv at_once eller amount og unit", step=step.title),
                )
