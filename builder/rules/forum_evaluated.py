"""Faste møteplasser evalueres minst én gang i året.

Møter som ingen ser tilbake på, fortsetter av vane eller dør av seg selv. Datoen for siste evaluering er
en del av internkontrollen.

Kilde: NOVA-rapport 18/2011, kapittel 4 (Internkontroll / oppfølging fra ledelsen); kommuneloven § 25-1.

Riktig::

    forums:
      - id: team
        standing: {arranged: 2026-11-03, evaluated: 2026-06-01}

Feil::

    forums:
      - id: team
        standing: {arranged: 2026-11-03, evaluated: 2025-06-01}
"""

from __future__ import annotations

from dateutil.relativedelta import relativedelta

from builder.i18n import N_
from builder.model.vocabulary import ForumKind
from builder.problem import Message, Severity
from builder.rules.findings import MONTHS_BETWEEN_REVIEWS
from builder.rules.subject import Findings, Subject

ID = "forum-evaluated"
SEVERITY = Severity.WARNING

_NEVER = N_("«{forum}» er aldri evaluert; skriv datoen under standing: evaluated når det er gjort")
_OLD = N_("«{forum}» ble sist evaluert {date}, for mer enn et år siden")


def check(subject: Subject) -> Findings:
    """Each standing forum that is more than a year old was evaluated within a year."""
    oldest = subject.handbook.today - relativedelta(months=MONTHS_BETWEEN_REVIEWS)
    for forum in subject.handbook.forums:
        is_new = forum.started is not None and forum.started > oldest
        if forum.kind is not ForumKind.STANDING or is_new:
            continue
        evaluated = forum.standing.evaluated if forum.standing else None
        if evaluated is None:
            yield forum.at("standing"), Message(_NEVER, forum=forum.name)
        elif evaluated < oldest:
            yield forum.at("standing", "evaluated"), Message(_OLD, forum=forum.name, date=evaluated)
