"""Et møte som både drøfter anonymt og med navn, sier når det er det ene og når det er det andre.

Går møtet over fra anonym drøfting til navn uten at noen sier fra, er det delt opplysninger ingen hadde
samtykket til.

Kilde: forvaltningsloven § 13 a; barnevernsloven § 13-1.

Riktig::

    forums:
      - id: team
        modes:
          - {mode: anonymised, when: til samtykket er skrevet under}
          - {mode: consent, when: samtykket er skrevet under}
        rules: [samtykke]

Feil::

    forums:
      - id: team
        modes: [anonymised, consent]
        rules: [samtykke]
"""

from __future__ import annotations

from builder.model.vocabulary import DiscussionMode
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "forum-two-modes"
SEVERITY = Severity.ADVICE


def check(subject: Subject) -> Findings:
    """A forum with both kinds of mode says when it is which."""
    for forum in subject.handbook.forums:
        named = any(mode.names_persons for mode in forum.modes)
        anonymous = any(mode.mode is DiscussionMode.ANONYMISED for mode in forum.modes)
        if named and anonymous and not all(mode.when for mode in forum.modes):
            yield (
                forum.at("modes"),
                Message(
                    "«{forum}» drøfter både anonymt og med navn; skriv når dere gjør hva (when)",
                    forum=forum.name,
                ),
            )
