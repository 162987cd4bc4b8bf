"""Kommunen har skrevet inn skoleruta når et møte følger skoleåret.

Skoleruta vedtas for ett eller noen få år om gangen. Er den ikke skrevet inn for året som går, viser håndboka og
kalenderen møter i ferien.

Kilde: håndbokas egen sammenheng.

Riktig::

    municipality:
      - id: lillevik
        school_breaks:
          - {name: Høstferie, from: 2026-10-05, to: 2026-10-09}
    forums:
      - id: team
        recurrence: {school_year: true}

Feil::

    municipality:
      - id: lillevik
        school_breaks:
          - {name: Høstferie, from: 2025-10-06, to: 2025-10-10}
    forums:
      - id: team
        recurrence: {school_year: true}
"""

from __future__ import annotations

from builder.model.schedule import end_of_school_year, start_of_school_year
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "school-year-known"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Findings:
    """Where a forum keeps to the school year, a break of this school year is written down."""
    handbook = subject.handbook
    first, last = start_of_school_year(handbook.today), end_of_school_year(handbook.today)
    if any(first <= one.to and one.from_ <= last for one in handbook.municipality.school_breaks):
        return
    for forum in handbook.forums:
        if forum.recurrence and forum.recurrence.school_year:
            message = Message(
                "«{forum}» følger skoleåret, men municipality.yml har ingen ferier (school_breaks) etter {first}",
                forum=forum.name,
                first=first,
            )
            yield forum.at("recurrence", "school_year"), message
