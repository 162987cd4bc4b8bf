"""En møteplass sier hva den brukes til: veiledning, enkeltsaker, systemarbeid, beredskap eller tillit.

Når deltakerne ikke vet om møtet er for saker eller for system, går tida med til å finne det ut, og det
som trengs, blir ikke tatt opp.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Felles arenaer); Nord universitet, arbeidsnotat 5/2019.

Riktig::

    forums:
      - id: team
        purposes: [guidance]

Feil::

    forums:
      - id: team
        purposes: []
"""

from __future__ import annotations

from builder.i18n import N_
from builder.problem import Severity
from builder.rules.findings import without
from builder.rules.subject import Findings, Subject

ID = "forum-purpose"
SEVERITY = Severity.WARNING

_SENTENCE = N_("«{name}» sier ikke hva møtet brukes til; velg under purposes")


def check(subject: Subject) -> Findings:
    """Every forum has a purpose from the list."""
    return without(subject.handbook.forums, lambda forum: forum.purposes, _SENTENCE)
