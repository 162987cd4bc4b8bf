"""Håndboka har regler om meldeplikt og avvergingsplikt.

De to pliktene går foran taushetsplikten og gjelder alle ansatte personlig. Håndboka er ikke ferdig uten
dem.

Kilde: barnevernsloven § 13-2; straffeloven § 196.

Riktig::

    rules:
      - {id: meldeplikt, kind: duty-to-report}

Feil::

    rules:
      - {id: meldeplikt, kind: duty-to-inform}
    municipality:
      - id: lillevik
"""

from __future__ import annotations

from builder.model.confidentiality import RULES
from builder.model.municipality import MUNICIPALITY
from builder.model.vocabulary import RuleKind
from builder.problem import Message, Severity
from builder.rules.findings import is_whole
from builder.rules.subject import Findings, Subject

ID = "duty-rules"
SEVERITY = Severity.WARNING

_DUTIES = {
    RuleKind.DUTY_TO_REPORT: Message("håndboka har ingen regel om meldeplikt (kind: duty-to-report)"),
    RuleKind.DUTY_TO_AVERT: Message("håndboka har ingen regel om avvergingsplikt (kind: duty-to-avert)"),
}


def check(subject: Subject) -> Findings:
    """There is a rule of each of the two duties."""
    handbook = subject.handbook
    kinds = {rule.kind for rule in handbook.rules}
    for kind, message in _DUTIES.items():
        if kind not in kinds and is_whole(handbook, MUNICIPALITY, RULES):
            yield handbook.municipality.at("id"), message
