"""Håndboka sier hvem som har godkjent den, og når.

En håndbok som ikke er forankret hos ledelsen, blir ikke fulgt. Ansatte må kunne se at det som står, er
bestemt av noen.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Ledelsens ansvar).

Riktig::

    municipality:
      - id: lillevik
        approver: Kommunedirektør
        approved: 2026-09-01

Feil::

    municipality:
      - id: lillevik
        approver: null
        approved: null
"""

from __future__ import annotations

from builder.i18n import N_
from builder.problem import Message, Severity
from builder.rules.findings import described
from builder.rules.subject import Findings, Subject

ID = "handbook-approver"
SEVERITY = Severity.WARNING

_NOBODY = N_("ingen har godkjent håndboka; skriv rollen under approver")
_NEVER = N_("håndboka har ingen dato for godkjenning; skriv den under approved")


def check(subject: Subject) -> Findings:
    """The handbook is approved by somebody, on a date."""
    municipality = described(subject.handbook)
    if municipality is None:
        return
    if municipality.approver is None:
        yield municipality.at("id"), Message(_NOBODY)
    if municipality.approved is None:
        yield municipality.at("id"), Message(_NEVER)
