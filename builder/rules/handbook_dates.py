"""Datoen for godkjenning er kommet, og den er før neste gjennomgang.

En håndbok som er datert fram i tid, gir seg ut for å være godkjent før noen har godkjent den.

Kilde: håndbokas egen sammenheng; kommuneloven § 25-1.

Riktig::

    municipality:
      - id: lillevik
        approved: 2026-09-01
        next_review: 2027-09-01

Feil::

    municipality:
      - id: lillevik
        approved: 2027-01-15
        next_review: 2026-12-01
    pathways:
      - id: uenighet
        approved: 2026-12-24
"""

from __future__ import annotations

from builder.i18n import N_
from builder.model.municipality import Municipality
from builder.model.pathway import Pathway
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "handbook-dates"
SEVERITY = Severity.ERROR

_AHEAD = N_("«{title}» kan ikke være godkjent {date}, som ikke er kommet ennå")
_BACKWARDS = N_("«{title}» er godkjent {date}, etter datoen for neste gjennomgang ({review})")


def check(subject: Subject) -> Findings:
    """Neither the handbook nor a pathway is approved in the future, or after its own next review."""
    handbook = subject.handbook
    records: tuple[Municipality | Pathway, ...] = (handbook.municipality, *handbook.pathways)
    for record in records:
        approved, review = record.approved, record.next_review
        if approved is None:
            continue
        if approved > handbook.today:
            yield record.at("approved"), Message(_AHEAD, title=record.title, date=approved)
        if review is not None and approved > review:
            yield record.at("approved"), Message(_BACKWARDS, title=record.title, date=approved, review=review)
