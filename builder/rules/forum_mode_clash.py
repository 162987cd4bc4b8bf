"""En møteplass for systemarbeid drøfter ikke navngitte barn.

Et ledermøte om system har ikke bruk for å vite hvem barnet er. Da er det heller ikke nødvendig å dele
navnet, og taushetsplikten står i veien.

Kilde: forvaltningsloven § 13 og § 13 b; NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer).

Riktig::

    forums:
      - id: team
        purposes: [system]
        modes: [system]

Feil::

    forums:
      - id: team
        purposes: [system]
        modes: [consent]
        rules: [samtykke]
"""

from __future__ import annotations

from builder.i18n import N_
from builder.model.forum import Forum
from builder.model.vocabulary import DiscussionMode, Purpose
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "forum-mode-clash"
SEVERITY = Severity.WARNING

#: Purposes that no single child has to be named for.
_WITHOUT_NAMES = frozenset({Purpose.SYSTEM, Purpose.TRUST})

_PURPOSE = N_("«{forum}» er for systemarbeid, men drøfter navngitte barn; endre modes eller purposes")
_CASES = N_("«{forum}» er for enkeltsaker, men modes åpner bare for systemsaker; endre modes eller purposes")


def check(subject: Subject) -> Findings:
    """What a forum is for, and how it may speak, agree."""
    for forum in subject.handbook.forums:
        message = _clash(forum)
        if message:
            yield forum.at("modes"), message


def _clash(forum: Forum) -> Message | None:
    names_persons = any(mode.names_persons for mode in forum.modes)
    if names_persons and Purpose.SYSTEM in forum.purposes and _WITHOUT_NAMES.issuperset(forum.purposes):
        return Message(_PURPOSE, forum=forum.name)
    if Purpose.CASES in forum.purposes and {mode.mode for mode in forum.modes} == {DiscussionMode.SYSTEM}:
        return Message(_CASES, forum=forum.name)
    return None
