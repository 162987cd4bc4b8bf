"""Når flere kaller inn til et møte, svarer én for det, og det står hvordan de deler på det.

Er det to som kaller inn, tror begge lett at den andre har gjort det. Da blir møtet borte. Skriv den som
svarer for det, under convener, de andre under co_conveners, og hvem som gjør det når, under convening.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer); håndbokas egen sammenheng.

Riktig::

    forums:
      - id: team
        convener: ppt.leder
        co_conveners: [skole.rektor]
        convening: PPT om høsten, skolen om våren

Feil::

    forums:
      - id: team
        convener: ppt.leder
        co_conveners: [skole.rektor]
"""

from __future__ import annotations

from builder.i18n import N_
from builder.model.forum import Forum
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "forum-convening"
SEVERITY = Severity.WARNING

_NOBODY = N_("«{forum}» har co_conveners, men ingen convener; skriv hvem som svarer for at det blir kalt inn")
_REPEATED = N_("«{forum}» har samme rolle i convener og co_conveners; skriv bare de andre i co_conveners")
_HOW = N_("«{forum}» kalles inn av flere; skriv hvem som gjør det når (convening)")


def check(subject: Subject) -> Findings:
    """Several conveners have one who answers, and a way to share."""
    for forum in subject.handbook.forums:
        sentence = _fault(forum) if forum.co_conveners else None
        if sentence:
            yield forum.at("co_conveners"), Message(sentence, forum=forum.name)


def _fault(forum: Forum) -> str | None:
    if forum.convener is None:
        return _NOBODY
    if forum.convener in forum.co_conveners:
        return _REPEATED
    return None if forum.convening else _HOW
