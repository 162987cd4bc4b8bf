"""Et forløp sier hvordan barnet og foreldrene er med.

Det gir gode resultater å ha med barn og foresatte hele veien. En rutine som ikke nevner dem, blir en
rutine om dem.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Brukermedvirkning); barnevernsloven § 1-4.

Riktig::

    pathways:
      - id: uenighet
        participation: Spør familien hva som er viktigst.

Feil::

    pathways:
      - id: uenighet
        participation: null
"""

from __future__ import annotations

from builder.i18n import N_
from builder.model.pathway import Pathway
from builder.problem import Severity
from builder.rules.findings import without
from builder.rules.subject import Findings, Subject

ID = "pathway-participation"
SEVERITY = Severity.WARNING

_SENTENCE = N_("«{name}» sier ikke hvordan barnet og foreldrene er med (participation)")


def check(subject: Subject) -> Findings:
    """Every pathway, or some step of it, tells how those it concerns take part."""
    return without(subject.handbook.pathways, _lets_them_take_part, _SENTENCE)


def _lets_them_take_part(pathway: Pathway) -> bool:
    return bool(pathway.participation or any(step.participation for step in pathway.steps))
