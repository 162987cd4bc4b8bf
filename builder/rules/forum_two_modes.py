"""Et møte som både drøfter anonymt og med navn, sier når det er det ene og når det er det andre.

Går møtet over fra anonym drøfting til navn uten at noen sier fra, er det delt opplysninger ingen hadde
samtykket til.

Kilde: forvaltningsloven § 13 a; barnevernsloven § 13-1.

Riktig::

    forums:
      - id: team
        modes: [anonymised, consent]
        rules: [samtykke]
        preparation: ["Bruk navn bare når samtykket er skrevet under. Ellers anonymt."]

Feil::

    forums:
      - id: team
        modes: [anonymised, consent]
        rules: [samtykke]
        preparation: []
"""

from __future__ import annotations

import re

from builder.model.forum import Forum
from builder.model.vocabulary import DiscussionMode
from builder.problem import Message, Severity
from builder.rules.measures.words import texts
from builder.rules.subject import Findings, Subject

ID = "forum-two-modes"
SEVERITY = Severity.ADVICE

_WITHOUT_NAME = re.compile(r"anonym|ut[ea]n (å si )?nam?v?n", re.IGNORECASE)
_WITH_NAME = re.compile(r"samtykk?e|med nam?v?n", re.IGNORECASE)


def check(subject: Subject) -> Findings:
    """A forum with both kinds of mode speaks of both in its text."""
    for forum in subject.handbook.forums:
        named = any(mode.names_persons for mode in forum.modes)
        if named and DiscussionMode.ANONYMISED in forum.modes and not _tells_them_apart(forum):
            yield (
                forum.at("modes"),
                Message(
                    "«{forum}» drøfter både anonymt og med navn; skriv når dere gjør hva, under preparation",
                    forum=forum.name,
                ),
            )


def _tells_them_apart(forum: Forum) -> bool:
    written = " ".join(text for path, text in texts(forum) if path[0] not in ("rules", "forms"))
    return bool(_WITHOUT_NAME.search(written) and _WITH_NAME.search(written))
