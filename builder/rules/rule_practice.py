"""En regel om taushetsplikt eller deling sier hvordan du gjør det.

Loven sier hva som er lov. Ansatte trenger å vite hvem de spør, når, og hva de skriver ned.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer); masteroppgave om overgangen fra barnevern
til tjenester for voksne, kapittel 1.4.

Riktig::

    rules:
      - id: samtykke
        practice: [Spør før møtet.]

Feil::

    rules:
      - id: samtykke
        practice: []
"""

from __future__ import annotations

from builder.i18n import N_
from builder.problem import Severity
from builder.rules.findings import without
from builder.rules.subject import Findings, Subject

ID = "rule-practice"
SEVERITY = Severity.WARNING

_SENTENCE = N_("regelen «{name}» sier ikke hvordan du gjør det; skriv stegene under practice")


def check(subject: Subject) -> Findings:
    """Every rule tells how to follow it."""
    return without(subject.handbook.rules, lambda rule: rule.practice, _SENTENCE)
