"""Hver tjeneste sier også hva den ikke gjør.

Ansatte venter seg ting av hverandre som den andre ikke kan gi. Da blir de skuffet over hverandre, og
familien blir sendt rundt.

Kilde: NOVA-rapport 18/2011, kapittel 4 (Rolleavklaring) og kapittel 10 (Formelle strukturer).

Riktig::

    services:
      - id: ppt
        does_not: [Gir ikke behandling.]

Feil::

    services:
      - id: ppt
        does_not: []
"""

from __future__ import annotations

from builder.i18n import N_
from builder.problem import Severity
from builder.rules.findings import without
from builder.rules.subject import Findings, Subject

ID = "service-does-not"
SEVERITY = Severity.WARNING

_SENTENCE = N_("{name} sier ikke hva den ikke gjør; skriv det andre ofte tror dere gjør, under does_not")


def check(subject: Subject) -> Findings:
    """Every service says what not to expect of it."""
    return without(subject.handbook.services, lambda service: service.does_not, _SENTENCE)
