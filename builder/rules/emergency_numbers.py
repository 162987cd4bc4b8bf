"""Nødnumrene 110, 112 og 113 står i håndboka.

De vises først på forsiden og på hver utskrift. Den som leter i hast, skal ikke måtte vite dem fra før.

Kilde: håndbokas egen sammenheng; de tre nasjonale nødnumrene.

Riktig::

    emergency:
      - {id: politi, phone: "112"}

Feil::

    emergency:
      - {id: politi, phone: "116 117"}
    municipality:
      - id: lillevik
"""

from __future__ import annotations

from builder.model.municipality import EMERGENCY, MUNICIPALITY
from builder.problem import Message, Severity
from builder.rules.findings import is_whole
from builder.rules.subject import Findings, Subject

ID = "emergency-numbers"
SEVERITY = Severity.WARNING

_NUMBERS = ("110", "112", "113")


def check(subject: Subject) -> Findings:
    """Each of the three national emergency numbers is listed."""
    handbook = subject.handbook
    listed = {number.phone for number in handbook.emergency}
    missing = [number for number in _NUMBERS if number not in listed]
    if missing and is_whole(handbook, MUNICIPALITY, EMERGENCY):
        yield (
            handbook.municipality.at("id"),
            Message("nødnummeret {numbers} mangler; skriv det under emergency", numbers=", ".join(missing)),
        )
