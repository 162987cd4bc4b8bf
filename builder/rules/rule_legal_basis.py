"""En regel om taushetsplikt eller deling viser til loven den bygger på.

En regel uten lov er en vane. Den som blir spurt om hvorfor hun delte, må kunne vise til paragrafen.

Kilde: forvaltningsloven § 13; NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer).

Riktig::

    rules:
      - id: samtykke
        legal_basis: ["barnevernsloven § 13-1"]

Feil::

    rules:
      - id: samtykke
        legal_basis: []
"""

from __future__ import annotations

from builder.i18n import N_
from builder.problem import Severity
from builder.rules.findings import without
from builder.rules.subject import Findings, Subject

ID = "rule-legal-basis"
SEVERITY = Severity.WARNING

_SENTENCE = N_("regelen «{name}» viser ikke til noen lov; skriv lov og paragraf under legal_basis")


def check(subject: Subject) -> Findings:
    """Every rule cites law."""
    return without(subject.handbook.rules, lambda rule: rule.legal_basis, _SENTENCE)
