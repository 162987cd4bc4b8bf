"""Hver deltaker i en møteplass har et mandat.

Deltakere uten mandat må hjem og spørre, og møtet ender uten beslutning. Mandatet sier om deltakeren kan
beslutte, anbefale eller bare informere.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer); Høgskolen i Østfold, «Sammen og
koordinert».

Riktig::

    forums:
      - id: team
        members:
          - {actor: ppt.leder, mandate: decide}

Feil::

    forums:
      - id: team
        members:
          - {actor: ppt.leder}
"""

from __future__ import annotations

from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "forum-mandate"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Findings:
    """Every member of a forum has a mandate."""
    for forum in subject.handbook.forums:
        for index, member in enumerate(forum.members):
            if member.mandate is None:
                yield (
                    forum.at("members", index),
                    Message(
                        "«{actor}» i «{forum}» har ikke mandat; skriv decide, recommend eller inform under mandate",
                        actor=member.actor,
                        forum=forum.name,
                    ),
                )
