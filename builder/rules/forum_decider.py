"""I et møte om enkeltsaker eller system kan minst én deltaker beslutte.

Kan ingen i rommet binde tjenesten sin, blir møtet et referat av hva andre kanskje vil gjøre.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Ledelsens ansvar); masteroppgave om tverrfaglig samarbeid i
rusbehandling, kapittel 4.2.3 (Samarbeid om beslutninger).

Riktig::

    forums:
      - id: team
        purposes: [cases]
        modes: [anonymised]
        members:
          - {actor: ppt.leder, mandate: decide}

Feil::

    forums:
      - id: team
        purposes: [cases]
        members:
          - {actor: ppt.leder, mandate: inform}
"""

from __future__ import annotations

from builder.model.vocabulary import Mandate, Purpose
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "forum-decider"
SEVERITY = Severity.WARNING

#: Purposes that end in something to be done. Guidance and getting to know each other do not.
_DECIDING = frozenset({Purpose.CASES, Purpose.SYSTEM, Purpose.READINESS})


def check(subject: Subject) -> Findings:
    """Where something is to be decided, somebody may. Members without any mandate have a rule of their own."""
    for forum in subject.handbook.forums:
        mandates = {member.mandate for member in forum.members}
        deciding = not _DECIDING.isdisjoint(forum.purposes)
        if deciding and mandates and Mandate.DECIDE not in mandates and None not in mandates:
            yield (
                forum.at("members"),
                Message("ingen i «{forum}» kan beslutte; gi minst én deltaker mandate: decide", forum=forum.name),
            )
