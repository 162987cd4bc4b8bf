"""Hver kontakt har en stedfortreder.

Ansatte forteller at ingen svarer når den de kjenner er borte. En navngitt person uten stedfortreder
var det som sviktet da ordninger ellers fungerte.

Kilde: Høgskolen i Østfold, «Sammen og koordinert»; NOVA-rapport 18/2011, kapittel 4.

Riktig::

    services:
      - id: ppt
        contacts:
          - id: leder
            role: Leder
            deputy: {role: Nestleder}

Feil::

    services:
      - id: ppt
        contacts:
          - id: leder
            role: Leder
            deputy: null
"""

from __future__ import annotations

from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "contact-deputy"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Findings:
    """A contact names who answers when it is away. One that is vacant has a rule of its own."""
    for service in subject.handbook.services:
        for index, contact in enumerate(service.contacts):
            if contact.deputy is None and not contact.vacant:
                yield (
                    service.at("contacts", index),
                    Message(
                        "«{role}» i {service} har ingen stedfortreder; skriv hvem som svarer ved fravær under deputy",
                        role=contact.role,
                        service=service.label,
                    ),
                )
