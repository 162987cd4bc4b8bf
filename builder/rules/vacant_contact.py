"""En ubesatt kontakt har en stedfortreder som svarer imens.

Når den ansatte slutter, blir stillingen ofte stående tom en stund. Da ringer folk et nummer ingen tar,
og saken stopper der.

Kilde: NOVA-rapport 18/2011, kapittel 4 (Bemanning og kapasitet); Høgskolen i Østfold, «Sammen og
koordinert».

Riktig::

    services:
      - id: ppt
        contacts:
          - id: leder
            vacant: true
            deputy: {role: Nestleder}

Feil::

    services:
      - id: ppt
        contacts:
          - id: leder
            vacant: true
            deputy: null
"""

from __future__ import annotations

from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "vacant-contact"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Findings:
    """A vacant contact has a deputy."""
    for service in subject.handbook.services:
        for index, contact in enumerate(service.contacts):
            if contact.vacant and contact.deputy is None:
                yield (
                    service.at("contacts", index, "vacant"),
                    Message(
                        "«{role}» i {service} er ubesatt og har ingen stedfortreder, så ingen svarer",
                        role=contact.role,
                        service=service.label,
                    ),
                )
