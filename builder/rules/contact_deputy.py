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

from builder.i18n import N_
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "contact-deputy"
SEVERITY = Severity.WARNING

_VACANT = N_("«{role}» i {service} er ubesatt og har ingen stedfortreder, så ingen svarer")
_ALONE = N_("«{role}» i {service} har ingen stedfortreder; skriv hvem som svarer ved fravær under deputy")


def check(subject: Subject) -> Findings:
    """A contact names who answers when it is away; a vacant one above all."""
    for service in subject.handbook.services:
        for index, contact in enumerate(service.contacts):
            if contact.deputy is None:
                message = _VACANT if contact.vacant else _ALONE
                yield service.at("contacts", index), Message(message, role=contact.role, service=service.label)
