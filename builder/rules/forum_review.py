"""En møteplass har en dato for neste gjennomgang, og den er ikke passert.

En møteplass bør ha en dag da lederne spør om den fortsatt trengs. Ellers legger kommunen nye møter oppå
de gamle.

Kilde: NOVA-rapport 18/2011, kapittel 4 (Internkontroll / oppfølging fra ledelsen).

Riktig::

    forums:
      - id: team
        next_review: 2027-06-01

Feil::

    forums:
      - id: team
        next_review: 2026-06-01
"""

from __future__ import annotations

from builder.i18n import N_
from builder.problem import Severity
from builder.rules.findings import overdue
from builder.rules.subject import Findings, Subject

ID = "forum-review"
SEVERITY = Severity.WARNING

_SENTENCES = (
    N_("«{name}» har ingen dato for neste gjennomgang; skriv den under next_review"),
    N_("«{name}» skulle vært gjennomgått {date}"),
)


def check(subject: Subject) -> Findings:
    """Every forum has a date of review that is still to come."""
    handbook = subject.handbook
    return overdue(handbook.forums, lambda forum: forum.next_review, handbook.today, _SENTENCES)
