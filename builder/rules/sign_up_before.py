"""Fristen for å melde saker regnes bakover fra møtet.

Håndboka viser siste dag for å melde saker til de neste møtene. Er fristen regnet framover, kommer dagen
etter at møtet er holdt.

Kilde: håndbokas egen sammenheng.

Riktig::

    forums:
      - id: team
        sign_up_by: {amount: 5, unit: working-days, before: møtet}

Feil::

    forums:
      - id: team
        sign_up_by: {amount: 5, unit: working-days, from: møtet}
"""

from __future__ import annotations

from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "sign-up-before"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Findings:
    """A deadline for signing up says what it comes before."""
    for forum in subject.handbook.forums:
        if forum.sign_up_by is not None and forum.sign_up_by.before is None:
            message = Message(
                "«{forum}» har en frist for å melde saker som ikke er før møtet; bruk before, amount og unit",
                forum=forum.name,
            )
            yield forum.at("sign_up_by"), message
