"""What is expected of forums over time: that they are held and evaluated, and that somebody pays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from builder.facts.demands import Demand, asked_for
from builder.facts.due import oldest_review
from builder.facts.held import Held, held_of
from builder.facts.meetings import longest_gap_in_days
from builder.facts.pulse import last_held
from builder.i18n import N_
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, warning

#: One meeting may fall out for a holiday or illness; two in a row may not.
INTERVALS = 2
_kept = asked_for(Demand.CONTROL)

_NEVER_HELD = N_("«{forum}» har ingen dato for siste møte; skriv den under standing: arranged")
_HELD_LONG_AGO = N_("«{forum}» ble sist holdt {date}, mer enn to ganger så lenge siden som møteplanen sier")
_HELD_AHEAD = N_("«{forum}» kan ikke være holdt {date}, som ikke er kommet ennå")
_NEVER_EVALUATED = N_("«{forum}» er aldri evaluert; skriv datoen under standing: evaluated når det er gjort")
_EVALUATED_LONG_AGO = N_("«{forum}» ble sist evaluert {date}, for mer enn et år siden")


def meeting_forums(handbook: Handbook) -> tuple[Forum, ...]:
    """The standing forums that say how often they meet, and have had the time to."""
    return tuple(forum for forum in _kept(handbook) if any(_with_time(handbook, forum)))


def _with_time(handbook: Handbook, forum: Forum) -> Iterator[Held]:
    """A forum as it is held, where it has had the time to be."""
    return (one for one in held_of(handbook, forum) if _has_had_time(one.at, handbook.today))


def _has_had_time(forum: Forum, today: dt.date) -> bool:
    oldest = _oldest_meeting(forum, today)
    held = forum.standing is not None and forum.standing.arranged is not None
    return oldest is not None and (held or forum.started is None or forum.started.first <= oldest)


def _oldest_meeting(forum: Forum, today: dt.date) -> dt.date | None:
    """The day the last meeting may not lie before; None where the forum does not say how often it meets."""
    gap = longest_gap_in_days(forum.recurrence)
    return None if gap is None else today - dt.timedelta(days=INTERVALS * gap)


@warning("forum-arranged", of=meeting_forums)
def arranged(forum: Forum, handbook: Handbook) -> Findings:
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

    Riktig::

        forums:
          - id: team
            started: 2026-11-01
            standing: null

    Riktig::

        forums:
          - id: team
            kind: informal
            standing: null

    Feil::

        forums:
          - id: team
            standing: null

    Feil::

        forums:
          - id: team
            standing: {arranged: 2026-11-23}
    """
    found = (_not_held(handbook, one) for one in _with_time(handbook, forum))
    yield from {one.mark: one for one in found if one}.values()


def _not_held(handbook: Handbook, one: Held) -> Finding | None:
    """That a meeting is not held as it should be, told of its place where that has a date of its own."""
    own = one.at.standing is not one.forum.standing
    mark = one.forum.at(*one.path, "arranged") if own else one.forum.at("standing", "arranged")
    name = one.at.name if own else one.forum.name
    written, place = one.at.standing.arranged if one.at.standing else None, one.place.id if one.place else None
    oldest, date = _oldest_meeting(one.at, handbook.today), last_held(handbook, one.forum.id, place, written)
    if date is None:
        return Finding(mark, Message(_NEVER_HELD, forum=name))
    if date > handbook.today:
        return Finding(mark, Message(_HELD_AHEAD, forum=name, date=date), Lack.WRONG)
    if oldest is not None and date < oldest:
        return Finding(mark, Message(_HELD_LONG_AGO, forum=name, date=date), Lack.STALE)
    return None


def evaluated_forums(handbook: Handbook) -> tuple[Forum, ...]:
    """The standing forums that are more than a year old, or do not say how old they are."""
    oldest = oldest_review(handbook.today)
    return tuple(f for f in _kept(handbook) if f.started is None or f.started.first <= oldest)


@warning("forum-evaluated", of=evaluated_forums)
def evaluated(forum: Forum, handbook: Handbook) -> Findings:
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

    Riktig::

        forums:
          - id: team
            started: 2026-06-01
            standing: {arranged: 2026-11-03}

    Riktig::

        forums:
          - id: team
            standing: {arranged: 2026-11-03, evaluated: 2025-11-22}

    Feil::

        forums:
          - id: team
            standing: {arranged: 2026-11-03, evaluated: null}
    """
    date = forum.standing.evaluated if forum.standing else None
    if date is None:
        yield Finding(forum.at("standing"), Message(_NEVER_EVALUATED, forum=forum.name))
    elif date < oldest_review(handbook.today):
        message = Message(_EVALUATED_LONG_AGO, forum=forum.name, date=date)
        yield Finding(forum.at("standing", "evaluated"), message, Lack.STALE)


def paid_forums(handbook: Handbook) -> tuple[Forum, ...]:
    """The forums that are paid for a time."""
    return tuple(forum for forum in handbook.forums if forum.funding_until is not None)


@warning("forum-funding", of=paid_forums)
def funding(forum: Forum, handbook: Handbook) -> Findings:
    """En møteplass som er betalt av et prosjekt, lever ikke videre i håndboka etter at pengene er slutt.

    I alle kommunene fortalte ansatte om prosjekter som smuldret opp etter prosjekttida. Enten er møteplassen
    tatt inn i drifta, eller så er den borte; håndboka må si hva.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer).

    Riktig::

        forums:
          - id: team
            funding_until: 2027-12-31

    Feil::

        forums:
          - id: team
            funding_until: 2026-06-30

    Riktig::

        forums:
          - id: team
            funding_until: 2026-11-22

    Feil::

        forums:
          - id: team
            funding_until: 2026-11-21
    """
    if forum.funding_until is not None and forum.funding_until < handbook.today:
        message = Message(
            "pengene til «{forum}» tok slutt {date}; skriv hvem som betaler nå, eller ta møtet ut",
            forum=forum.name,
            date=forum.funding_until,
        )
        yield Finding(forum.at("funding_until"), message, Lack.STALE)


EXPECTATIONS = (arranged, evaluated, funding)
