"""En møteplass sier hvor ofte den møtes, eller hva som utløser et møte.

Møter «når det passer» taper mot alt annet. I en presset hverdag er det vanskelig å prioritere felles
arenaer når rammene ikke er formalisert.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Felles arenaer).

Riktig::

    forums:
      - id: team
        recurrence: {every: 4, unit: week}

Feil::

    forums:
      - id: team
        recurrence: null
"""

from __future__ import annotations

from builder.i18n import N_
from builder.problem import Severity
from builder.rules.findings import without
from builder.rules.subject import Findings, Subject

ID = "forum-interval"
SEVERITY = Severity.WARNING

_SENTENCE = N_("«{name}» sier ikke hvor ofte møtet holdes; skriv every, times, dates eller as_needed under recurrence")


def check(subject: Subject) -> Findings:
    """Every forum has a recurrence."""
    return without(subject.handbook.forums, lambda forum: forum.recurrence, _SENTENCE)
