"""Hvert nivå har sitt eget tall.

To nivåer med samme tall gjør at ingen vet hvilket av dem et møte eller et steg hører til.

Kilde: håndbokas egen sammenheng.

Riktig::

    municipality:
      - id: lillevik
        levels:
          - {number: 0, name: Første bekymring}
          - {number: 1, name: Egen tjeneste}

Feil::

    municipality:
      - id: lillevik
        levels:
          - {number: 0, name: Første bekymring}
          - {number: 1, name: Egen tjeneste}
          - {number: 1, name: To tjenester}
"""

from __future__ import annotations

from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "level-number"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Findings:
    """No two levels have the same number."""
    municipality = subject.handbook.municipality
    seen: dict[int, str] = {}
    for index, level in enumerate(municipality.levels):
        if level.number in seen:
            yield (
                municipality.at("levels", index, "number"),
                Message(
                    "nivå {number} er både «{first}» og «{second}»; gi dem hvert sitt tall",
                    number=level.number,
                    first=seen[level.number],
                    second=level.name,
                ),
            )
        seen.setdefault(level.number, level.name)
