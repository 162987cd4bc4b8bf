"""Håndboka har en dato for neste gjennomgang, og den er ikke passert.

Håndbøker har vært laget før, og ligget. Lederen som godkjenner, bør si når den skal ses på igjen, og
leseren bør se det når fristen er gått ut.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Verktøy); kommuneloven § 25-1.

Riktig::

    municipality:
      - id: lillevik
        next_review: 2027-09-01

Feil::

    municipality:
      - id: lillevik
        next_review: 2026-09-30
"""

from __future__ import annotations

from builder.i18n import N_
from builder.problem import Severity
from builder.rules.findings import described, overdue
from builder.rules.subject import Findings, Subject

ID = "handbook-review"
SEVERITY = Severity.WARNING

_SENTENCES = (
    N_("håndboka for {name} har ingen dato for neste gjennomgang; skriv den under next_review"),
    N_("håndboka for {name} skulle vært gått gjennom {date}"),
)


def check(subject: Subject) -> Findings:
    """The handbook has a date of review that is still to come."""
    handbook = subject.handbook
    municipality = described(handbook)
    return overdue([municipality] if municipality else [], lambda m: m.next_review, handbook.today, _SENTENCES)
