"""Et forløp har en eier: rollen som holder rutinen ved like.

Rutiner ingen eier, blir aldri rettet. Når noe ikke virker, vet ingen hvem de skal si det til.

Kilde: NOVA-rapport 18/2011, kapittel 4 (Internkontroll / oppfølging fra ledelsen).

Riktig::

    pathways:
      - id: uenighet
        owner: ppt.leder

Feil::

    pathways:
      - id: uenighet
        owner: null
"""

from __future__ import annotations

from builder.i18n import N_
from builder.problem import Severity
from builder.rules.findings import without
from builder.rules.subject import Findings, Subject

ID = "pathway-owner"
SEVERITY = Severity.WARNING

_SENTENCE = N_("«{name}» har ingen eier; skriv rollen som holder rutinen ved like, under owner")


def check(subject: Subject) -> Findings:
    """Every pathway has an owner."""
    return without(subject.handbook.pathways, lambda pathway: pathway.owner, _SENTENCE)
