"""What is expected of a forum's days: school holidays that are known, and exceptions for meetings that are planned."""

from __future__ import annotations

from collections.abc import Iterator

from builder.facts.held import Held, plans
from builder.facts.parts import Within
from builder.i18n import N_
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.municipality import Municipality
from builder.model.recurrence import MeetingException, Recurrence
from builder.model.schedule import end_of_school_year, start_of_school_year
from builder.model.school_break import SchoolBreak
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, error, warning
from builder.rules.findings import described

BreakIn = Within[Municipality, SchoolBreak]
#: An exception, and the forum as it is held where the exception is made.
ExceptionIn = Within[Forum, tuple[Held, MeetingException]]

_BACKWARDS = N_("«{name}» slutter {to}, før den begynner {start}")
_OVERLAP = N_("«{name}» begynner {start}, før «{before}» er over {to}")


def breaks(handbook: Handbook) -> Iterator[BreakIn]:
    """Every break of the school year, as they are written."""
    found = enumerate(handbook.municipality.school_breaks)
    return (Within(handbook.municipality, ("school_breaks", number), one) for number, one in found)


def _break_before(handbook: Handbook, one: SchoolBreak) -> SchoolBreak | None:
    """The break that begins last before another, in the order they are written where two begin together."""
    forwards = sorted((b for b in handbook.municipality.school_breaks if b.from_ <= b.to), key=lambda b: b.from_)
    number = next(number for number, other in enumerate(forwards) if other is one)
    return forwards[number - 1] if number else None


@error("school-breaks", of=breaks)
def school_breaks(one: BreakIn, handbook: Handbook) -> Findings:
    """Skolens ferier slutter etter at de begynner, og overlapper ikke.

    Møter som følger skoleåret, blir tatt ut av kalenderen i feriene. Med en dato som er feil, står det møter i
    ferien, eller mangler møter i skoleuker.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        municipality:
          - id: lillevik
            school_breaks:
              - {name: Høstferie, from: 2026-10-05, to: 2026-10-09}
              - {name: Juleferie, from: 2026-12-21, to: 2027-01-03}

    Feil::

        municipality:
          - id: lillevik
            school_breaks:
              - {name: Juleferie, from: 2026-12-21, to: 2026-01-03}

    Riktig::

        municipality:
          - id: lillevik
            school_breaks:
              - {name: Fri mandag, from: 2027-03-01, to: 2027-03-01}

    Feil::

        municipality:
          - id: lillevik
            school_breaks:
              - {name: Påskeferie, from: 2027-03-22, to: 2027-03-30}
              - {name: Vinterferie, from: 2027-02-22, to: 2027-03-22}
    """
    name, start, to = one.value.name, one.value.from_, one.value.to
    if to < start:
        yield Finding(one.at("to"), Message(_BACKWARDS, name=name, start=start, to=to), Lack.WRONG)
        return
    before = _break_before(handbook, one.value)
    if before is not None and start <= before.to:
        message = Message(_OVERLAP, name=name, start=start, before=before.name, to=before.to)
        yield Finding(one.at("from"), message, Lack.WRONG)


def school_year_forums(handbook: Handbook) -> tuple[Forum, ...]:
    """The forums that keep to the school year, where it can be read when that is."""
    if described(handbook) is None:
        return ()
    return tuple(forum for forum in handbook.forums if any(one and one.school_year for one in _recurrences(forum)))


def _recurrences(forum: Forum) -> tuple[Recurrence | None, ...]:
    return (forum.recurrence, *(place.recurrence for place in forum.places))


@warning("school-year-known", of=school_year_forums)
def school_year(forum: Forum, handbook: Handbook) -> Findings:
    """Kommunen har skrevet inn skoleruta når et møte følger skoleåret.

    Skoleruta vedtas for ett eller noen få år om gangen. Er den ikke skrevet inn for året som går, viser håndboka og
    kalenderen møter i ferien.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        municipality:
          - id: lillevik
            school_breaks:
              - {name: Høstferie, from: 2026-10-05, to: 2026-10-09}
        forums:
          - id: team
            recurrence: {school_year: true}

    Feil::

        municipality:
          - id: lillevik
            school_breaks:
              - {name: Høstferie, from: 2025-10-06, to: 2025-10-10}
        forums:
          - id: team
            recurrence: {school_year: true}

    Riktig::

        municipality:
          - id: lillevik
            school_breaks: []
        forums:
          - id: team
            recurrence: {school_year: false}

    Feil::

        municipality:
          - id: lillevik
            school_breaks: []
        forums:
          - id: team
            recurrence: {school_year: true}
    """
    first, last = start_of_school_year(handbook.today), end_of_school_year(handbook.today)
    if not any(first <= one.to and one.from_ <= last for one in handbook.municipality.school_breaks):
        message = Message(
            "«{forum}» følger skoleåret, men municipality.yml har ingen ferier (school_breaks) etter {first}",
            forum=forum.name,
            first=first,
        )
        yield Finding(forum.at("recurrence", "school_year"), message)


def coming_exceptions(handbook: Handbook) -> Iterator[ExceptionIn]:
    """The exceptions still to come this school year."""
    last = end_of_school_year(handbook.today)
    for path, one in plans(handbook):
        for number, exception in enumerate(one.at.recurrence.exceptions if one.at.recurrence else ()):
            if handbook.today <= exception.date <= last:
                yield Within(one.forum, (*path, "exceptions", number), (one, exception))


#: Not an error: what is planned also follows from when the forum last met, which is written down afterwards.
@warning("meeting-exception", of=coming_exceptions)
def exception(exception: ExceptionIn, handbook: Handbook) -> Findings:
    """Et unntak gjelder et møte som ellers ville vært holdt.

    Er datoen i unntaket feil, står møtet fortsatt i kalenderen på dagen det ikke skal være.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        forums:
          - id: team
            recurrence:
              every: 1
              to: null
              unit: week
              weekday: tuesday
              exceptions:
                - {date: 2026-12-01, moved_to: 2026-12-03}

    Feil::

        forums:
          - id: team
            recurrence:
              every: 1
              to: null
              unit: week
              weekday: tuesday
              exceptions:
                - {date: 2026-12-02, moved_to: 2026-12-03}

    Riktig::

        forums:
          - id: team
            recurrence:
              exceptions:
                - {date: 2026-11-03, cancelled: true}

    Feil::

        forums:
          - id: team
            recurrence:
              exceptions:
                - {date: 2026-12-01, cancelled: true}
    """
    one, made = exception.value
    planned = handbook.schedule(one.at).occurrences
    if made.date not in planned:
        coming = [day for day in planned if day >= handbook.today]
        nearest = min(coming, key=lambda day: abs(day - made.date), default=None)
        yield Finding(exception.at("date"), _no_meeting(exception, nearest), Lack.WRONG)


def _no_meeting(exception: ExceptionIn, nearest: object | None) -> Message:
    forum, date = exception.value[0].at.name, exception.value[1].date
    if nearest is None:
        return Message(
            "«{forum}» har ingen møter med dato, så unntaket {date} virker ikke; skriv recurrence med dag eller dates",
            forum=forum,
            date=date,
        )
    return Message(
        "«{forum}» har ikke noe møte {date} å gjøre unntak for; det nærmeste er {nearest}",
        forum=forum,
        date=date,
        nearest=nearest,
    )


EXPECTATIONS = (school_breaks, school_year, exception)
