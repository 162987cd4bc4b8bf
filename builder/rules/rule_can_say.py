"""En regel om taushetsplikt eller deling har eksempler på hva du kan si.

Taushetsplikten blir praktisert for strengt fordi folk er redde for å si feil. En setning de kan bruke, er
mer til hjelp enn en paragraf.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Åpenhet).

Riktig::

    rules:
      - id: samtykke
        can_say: ["«Kan jeg ringe helsesykepleier og fortelle det du sa nå?»"]

Feil::

    rules:
      - id: samtykke
        can_say: []
"""

from __future__ import annotations

from builder.i18n import N_
from builder.problem import Severity
from builder.rules.findings import without
from builder.rules.subject import Findings, Subject

ID = "rule-can-say"
SEVERITY = Severity.ADVICE

_SENTENCE = N_("regelen «{name}» har ingen eksempler på hva du kan si (can_say)")


def check(subject: Subject) -> Findings:
    """Every rule gives words to use."""
    return without(subject.handbook.rules, lambda rule: rule.can_say, _SENTENCE)
