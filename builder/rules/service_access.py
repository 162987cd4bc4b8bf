"""Hver tjeneste sier hvordan en får hjelp der.

Den som ikke vet om det trengs henvisning, søknad eller bare en telefon, venter for lenge eller sender
familien til feil dør.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer).

Riktig::

    services:
      - id: ppt
        access: {routes: [referral]}

Feil::

    services:
      - id: ppt
        access: null
"""

from __future__ import annotations

from builder.i18n import N_
from builder.model.service import Service
from builder.problem import Severity
from builder.rules.findings import without
from builder.rules.subject import Findings, Subject

ID = "service-access"
SEVERITY = Severity.WARNING

_SENTENCE = N_("{name} sier ikke hvordan en får hjelp der; skriv routes eller how under access")


def check(subject: Subject) -> Findings:
    """Every service names a way in, or tells how."""
    return without(subject.handbook.services, _has_a_way_in, _SENTENCE)


def _has_a_way_in(service: Service) -> bool:
    return service.access is not None and bool(service.access.routes or service.access.how)
