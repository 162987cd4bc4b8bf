"""En fast deltaker har vara.

Uten vara faller tjenesten ut av møtet hver gang den ansatte er syk eller slutter, og møtet blir avlyst
eller uten virkning.

Kilde: NOVA-rapport 18/2011, kapittel 4 (Formalisering av møter og samhandling); Høgskolen i Østfold,
«Sammen og koordinert».

Riktig::

    forums:
      - id: team
        members:
          - {actor: skole.rektor, mandate: decide, deputy: Inspektør}

Feil::

    services:
      - id: skole
        contacts: [{id: rektor, deputy: null}]
    forums:
      - id: team
        members:
          - {actor: skole.rektor, mandate: decide}
"""

from __future__ import annotations

from builder.facts.membership import contact_of
from builder.model.forum import Member
from builder.model.handbook import Handbook
from builder.model.vocabulary import Attendance
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "forum-deputy"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Findings:
    """A required member that is one role has a deputy in the forum, or at least as a contact."""
    for forum in subject.handbook.forums:
        for index, member in enumerate(forum.members):
            if _stands_alone(subject.handbook, member):
                yield (
                    forum.at("members", index),
                    Message(
                        "«{actor}» er fast deltaker i «{forum}» uten vara; skriv hvem som møter i stedet under deputy",
                        actor=member.actor,
                        forum=forum.name,
                    ),
                )


def _stands_alone(handbook: Handbook, member: Member) -> bool:
    if member.attendance is not Attendance.REQUIRED or member.deputy:
        return False
    contact = contact_of(handbook, member.actor)
    return contact is not None and contact.deputy is None
