"""Ingen rolle har mer enn femten timer faste møter i måneden.

To arbeidsdager i måneden i faste møter er mye for en som også skal møte barn og familier. Blir det for
mye, blir møtene avlyst. Regn ut fra hvor ofte møtene holdes og hvor lenge de varer.

Kilde: NOVA-rapport 18/2011, kapittel 4 (Bemanning og kapasitet); grensa på femten timer er et forslag.

Riktig::

    forums:
      - id: team
        minutes: 60
        recurrence: {every: 2, to: 3, unit: week}

Feil::

    forums:
      - id: team
        minutes: 480
        recurrence: {every: 1, to: 2, unit: week}
"""

from __future__ import annotations

from builder.facts.meetings import hours_a_month, load
from builder.model.handbook import Handbook
from builder.model.municipality import ROLES
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "meeting-load"
SEVERITY = Severity.WARNING

#: Two working days of seven and a half hours.
HOURS = 15


def check(subject: Subject) -> Findings:
    """No contact or role that must come to forums spends more than so many hours a month in them."""
    handbook = subject.handbook
    for actor, (hours, forums) in load(handbook).items():
        if hours > HOURS:
            heaviest = max(forums, key=hours_a_month)
            yield (
                heaviest.at("minutes"),
                Message(
                    "{role} har {hours} timer faste møter i måneden; mest tid tar «{forum}»",
                    role=_name(handbook, actor),
                    hours=round(hours),
                    forum=heaviest.name,
                ),
            )


def _name(handbook: Handbook, actor: str) -> str:
    found = handbook.contact(actor)
    if found:
        return f"{found[1].role} ({found[0].label})"
    role = handbook.find(ROLES, actor)
    return role.label if role else actor
