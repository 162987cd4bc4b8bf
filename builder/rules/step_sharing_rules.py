"""Et steg der flere tjenester får opplysninger, viser til en regel om deling.

Når steget sier hvem som får vite hva, og flere tjenester er med, må det også stå hva som gir lov til det.
Ellers deler noen for mye, og andre ingenting.

Kilde: forvaltningsloven § 13 a og § 13 b; NOVA-rapport 18/2011, kapittel 10 (Åpenhet).

Riktig::

    pathways:
      - id: uenighet
        steps:
          - {id: mote, participants: [skole], information: Skolen får vite hva vi ble enige om., rules: [samtykke]}

Feil::

    pathways:
      - id: uenighet
        steps:
          - {id: mote, participants: [skole], information: Skolen får vite hva vi ble enige om., rules: []}
"""

from __future__ import annotations

from builder.facts.membership import actors_on, services_of
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "step-sharing-rules"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Findings:
    """A step that tells who learns what, among several services, has rules or a legal basis."""
    handbook = subject.handbook
    for pathway in handbook.pathways:
        for number, step in enumerate(pathway.steps):
            several = len(services_of(handbook, actors_on(step))) > 1
            if step.information and several and not step.rules and not step.legal_basis:
                yield (
                    pathway.at("steps", number, "information"),
                    Message(
                        "steget «{step}» deler opplysninger mellom tjenester, men viser ikke til noen regel (rules)",
                        step=step.title,
                    ),
                )
