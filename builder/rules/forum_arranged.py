"""En fast møteplass er holdt innenfor det intervallet den selv oppgir.

Et møte som står i håndboka, men ikke blir holdt, er verre enn ikke noe møte: folk venter på det. To
uteblitte møter på rad bør noen se.

Kilde: NOVA-rapport 18/2011, kapittel 4 (Formalisering av møter og samhandling); Høgskolen i Østfold,
«Sammen og koordinert».

Riktig::

    forums:
      - id: team
        standing: {arranged: 2026-10-20}

Feil::

    forums:
      - id: team
        standing: {arranged: 2026-03-20}
"""

from __future__ import annotations

import datetime as dt

from builder.facts.meetings import longest_gap_in_days
from builder.i18n import N_
from builder.model.forum import Forum
from builder.model.vocabulary import ForumKind
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "forum-arranged"
SEVERITY = Severity.WARNING

#: One meeting may fall out for a holiday or illness; two in a row may not.
INTERVALS = 2

_NEVER = N_("«{forum}» har ingen dato for siste møte; skriv den under standing: arranged")
_LATE = N_("«{forum}» ble sist holdt {date}, mer enn to ganger så lenge siden som møteplanen sier")
_AHEAD = N_("«{forum}» kan ikke være holdt {date}, som ikke er kommet ennå")


def check(subject: Subject) -> Findings:
    """Each standing forum with an interval met within two of them."""
    today = subject.handbook.today
    for forum in subject.handbook.forums:
        gap = longest_gap_in_days(forum.recurrence)
        if forum.kind is not ForumKind.STANDING or gap is None:
            continue
        message = _fault(forum, gap, today)
        if message:
            yield forum.at("standing", "arranged"), message


def _fault(forum: Forum, gap: int, today: dt.date) -> Message | None:
    latest = today - dt.timedelta(days=INTERVALS * gap)
    arranged = forum.standing.arranged if forum.standing else None
    if arranged is None:
        is_new = forum.started is not None and forum.started > latest
        return None if is_new else Message(_NEVER, forum=forum.name)
    if arranged > today:
        return Message(_AHEAD, forum=forum.name, date=arranged)
    return Message(_LATE, forum=forum.name, date=arranged) if arranged < latest else None
