"""Et forløp har en dato for neste gjennomgang, og den er ikke passert.

Lover, tjenester og skjemaer skifter. En rutine uten gjennomgang sender folk til tjenester som ikke
finnes lenger.

Kilde: kommuneloven § 25-1; NOVA-rapport 18/2011, kapittel 4 (Internkontroll / oppfølging fra ledelsen).

Riktig::

    pathways:
      - id: uenighet
        next_review: 2027-06-01

Feil::

    pathways:
      - id: uenighet
        next_review: 2026-06-01
"""

from __future__ import annotations

from builder.i18n import N_
from builder.problem import Severity
from builder.rules.findings import overdue
from builder.rules.subject import Findings, Subject

ID = "pathway-review"
SEVERITY = Severity.WARNING

_SENTENCES = (
    N_("«{name}» har ingen dato for når rutinen skal gås gjennom; skriv den under next_review"),
    N_("rutinen «{name}» skulle vært gått gjennom {date}"),
)


def check(subject: Subject) -> Findings:
    """Every pathway has a date of review that is still to come."""
    handbook = subject.handbook
    return overdue(handbook.pathways, lambda pathway: pathway.next_review, handbook.today, _SENTENCES)
