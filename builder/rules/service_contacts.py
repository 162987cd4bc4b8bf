"""Hver tjeneste har minst én kontakt.

En tjeneste uten kontakt er bare et navn. Det første ansatte spør om, er hvem de skal ringe.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Personlige relasjoner).

Riktig::

    services:
      - id: skole
        contacts: [{id: rektor, role: Rektor}]

Feil::

    services:
      - id: skole
        contacts: []
"""

from __future__ import annotations

from builder.i18n import N_
from builder.problem import Severity
from builder.rules.findings import without
from builder.rules.subject import Findings, Subject

ID = "service-contacts"
SEVERITY = Severity.WARNING

_SENTENCE = N_("{name} har ingen kontakter; skriv minst én rolle under contacts")


def check(subject: Subject) -> Findings:
    """Every service can be reached."""
    return without(subject.handbook.services, lambda service: service.contacts, _SENTENCE)
