"""En kontakt kan nås på telefon eller e-post.

En rolle uten nummer og adresse hjelper ikke den som har det travelt. Da ringer folk til den de kjenner,
eller til ingen.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Personlige relasjoner).

Riktig::

    services:
      - id: ppt
        contacts:
          - id: leder
            email: ppt@lillevik.example

Feil::

    services:
      - id: ppt
        contacts:
          - id: sekretar
            role: Sekretær
            deputy: {role: Leder}
            verified: {date: 2026-10-01, by: Leder, how: Spurte}
"""

from __future__ import annotations

from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "contact-reachable"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Findings:
    """A contact has a telephone number or an e-mail address that everyone may see."""
    for service in subject.handbook.services:
        for index, contact in enumerate(service.contacts):
            if contact.phone is None and contact.email is None:
                yield (
                    service.at("contacts", index),
                    Message(
                        "«{role}» i {service} har verken telefon eller e-post; skriv phone eller email",
                        role=contact.role,
                        service=service.label,
                    ),
                )
