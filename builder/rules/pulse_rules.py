"""What is expected of the pulse of meetings: that cancelling is noticed, that it is whole, and that it is no case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from builder.facts.membership import services_in
from builder.facts.parts import Within
from builder.facts.pulse import IN_A_ROW, Series, held_in, keeping, notes, series_of
from builder.facts.pulse_gaps import silence, unnoted
from builder.facts.units import units_of
from builder.i18n import N_
from builder.model.forum import FORUMS, Forum
from builder.model.handbook import Handbook
from builder.model.meeting_log import MEETINGS, MeetingLog, MeetingNote
from builder.model.service import SERVICES, Service
from builder.model.vocabulary import ForumKind
from builder.problem import Mark, Message, one_or_more
from builder.rules.expectation import Finding, Findings, Lack, error, warning

NoteIn = Within[MeetingLog, MeetingNote]
#: A service that came, with the note it stands in.
AttendeeIn = Within[MeetingLog, tuple[MeetingNote, Service]]

_IN_A_ROW = N_(
    "«{forum}» er avlyst {times} ganger på rad, sist {date}; si fra til lederen og hold det neste, endre hvor ofte det "
    "er (recurrence), eller ta møteplassen ut"
)
_SILENCE = N_(
    "ingen møter i «{forum}» er ført mellom {start} og {end}, mer enn to ganger så lenge som møteplanen sier; skriv "
    "dem under meetings, også dem som ble avlyst"
)
_NO_MEMBER = N_(
    "«{service}» er ikke deltaker i «{forum}»; skriv tjenesten under members i møteplassen, eller ta den ut her"
)
_AHEAD = N_("møtet {date} er ikke kommet ennå; før det når det er holdt eller avlyst")
_AGAIN = N_("møtet {date} i «{forum}» er ført i en annen fil også; la det stå ett sted")
_CASE = N_(
    "«{forum}» samles rundt ett barn, så dagen og hvem som kom, forteller om saken; slett møtepulsen. Den er for faste "
    "møter"
)


@warning("pulse-in-a-row", of=keeping)
def in_a_row(forum: Forum, handbook: Handbook) -> Findings:
    """En møteplass blir ikke avlyst tre ganger på rad uten at noen sier fra.

    Ett møte kan falle ut. Blir det neste avlyst også, og det etter der, er møteplassen i ferd med å dø, og ingen har
    bestemt det: den som venter på møtet, tror at det bare var denne gangen. Lederen skal få vite det mens det ennå kan
    reddes.

    Kilde: NOVA-rapport 18/2011 (der møtene var kommet i gang, ble under 10 prosent avlyst); Høgskolen i Østfold,
    «Sammen og koordinert» (avtalte møter ble avlyst, og noen ganger kom bare to–tre).

    Riktig::

        meetings:
          - id: team
            forum: team
            meetings:
              - {date: 2026-08-18, cancelled: true}
              - {date: 2026-09-22, cancelled: true}
              - {date: 2026-11-03, came: [ppt, skole]}

    Feil::

        meetings:
          - id: team
            forum: team
            meetings:
              - {date: 2026-08-18, cancelled: true}
              - {date: 2026-09-22, cancelled: true}
              - {date: 2026-11-03, cancelled: true}

    Riktig::

        meetings:
          - id: team
            forum: team
            meetings:
              - {date: 2026-08-18, came: [ppt]}
              - {date: 2026-09-22, cancelled: true}
              - {date: 2026-11-03, cancelled: true}
    """
    for one in series_of(handbook, forum.id):
        if one.in_a_row >= IN_A_ROW:
            last = one.notes[-1]
            message = Message(_IN_A_ROW, forum=one.held.at.name, times=one.in_a_row, date=last.value.date)
            yield Finding(last.at("cancelled"), message, Lack.STALE)


@warning("pulse-missing", of=keeping)
def missing(forum: Forum, handbook: Handbook) -> Findings:
    """Den som fører møtepuls, fører hvert møte, også dem som ikke ble noe av.

    Et møte som bare ikke ble kalt inn, er det ingen som avlyser, og ingen som fører. Da blir pulsen bedre enn møtene.
    Det er to uker å føre et møte på. Bare møteplasser som fører puls, blir spurt.

    Kilde: NOVA-rapport 18/2011, kapittel 4 (Internkontroll / oppfølging fra ledelsen).

    Riktig::

        forums:
          - {id: team, recurrence: {every: 1, to: null, unit: month, week: 1, weekday: tuesday}}
        meetings:
          - id: team
            forum: team
            meetings:
              - {date: 2026-09-01, came: [ppt, skole]}
              - {date: 2026-10-06, cancelled: true}
              - {date: 2026-11-03, came: [ppt, skole]}

    Feil::

        forums:
          - {id: team, recurrence: {every: 1, to: null, unit: month, week: 1, weekday: tuesday}}
        meetings:
          - id: team
            forum: team
            meetings:
              - {date: 2026-09-01, came: [ppt, skole]}
              - {date: 2026-11-03, came: [ppt, skole]}

    Riktig::

        meetings:
          - id: team
            forum: team
            meetings: [{date: 2026-08-31, came: [ppt]}]

    Feil::

        meetings:
          - id: team
            forum: team
            meetings: [{date: 2026-07-31, came: [ppt]}]
    """
    for one in series_of(handbook, forum.id):
        days, time = unnoted(handbook, one), silence(handbook, one)
        name, mark = one.held.at.name, _where_to_write(one)
        if days:
            yield Finding(mark, _unnoted(name, days))
        if time:
            yield Finding(mark, Message(_SILENCE, forum=name, start=time[0], end=time[1]))


def _unnoted(forum: str, days: Sequence[dt.date]) -> Message:
    return one_or_more(
        "møtet {date} i «{forum}» er ikke ført; skriv det under meetings, med cancelled: true om det ble avlyst",
        "{count} møter i «{forum}» er ikke ført, det første {date}; skriv dem under meetings, med cancelled: true for "
        "dem som ble avlyst",
        len(days),
        forum=forum,
        date=days[0],
    )


def _where_to_write(series: Series) -> Mark:
    """The list that was written in last."""
    return next(one.record.at("meetings") for one in reversed(series.notes) if isinstance(one.record, MeetingLog))


def attendees(handbook: Handbook) -> Iterator[AttendeeIn]:
    """Every service that came to a meeting."""
    for one in notes(handbook):
        for number, name in enumerate(one.value.came):
            service = handbook.find(SERVICES, name)
            if service is not None:
                yield Within(one.record, (*one.path, "came", number), (one.value, service))


@warning("pulse-attendee", of=attendees)
def attendee(one: AttendeeIn, handbook: Handbook) -> Findings:
    """De som kom til møtet, er deltakere i møteplassen.

    En tjeneste som kommer uten å stå på lista, blir ikke kalt inn neste gang, og ingen vet hva den kan bestemme. Står
    den på feil møte, er pulsen feil for begge.

    Kilde: NOVA-rapport 18/2011, kapittel 4 (Formalisering av møter og samhandling).

    Riktig::

        meetings:
          - id: team
            forum: team
            meetings: [{date: 2026-11-03, came: [ppt, skole]}]

    Feil::

        services:
          - {id: nav, name: NAV, category: nav, government: municipality, summary: Arbeid og velferd.}
        meetings:
          - id: team
            forum: team
            meetings: [{date: 2026-11-03, came: [ppt, nav]}]
    """
    note, service = one.value
    forum = handbook.find(FORUMS, one.record.forum)
    if forum is None:
        return
    seated = services_in(handbook, held_in(handbook, forum, note.place).at)
    if seated.isdisjoint((service.id, *(unit.id for unit in units_of(handbook, service)))):
        yield Finding(one.at(), Message(_NO_MEMBER, service=service.label, forum=forum.name), Lack.WRONG)


@warning("pulse-day", of=notes)
def day(note: NoteIn, handbook: Handbook) -> Findings:
    """Møtepulsen har det som har vært, hvert møte én gang.

    Et møte som ikke har vært ennå, er verken holdt eller avlyst. Avlyses det på forhånd, skrives det som unntak i
    møteplassen, så alle ser det. Et møte som står to steder, telles to ganger.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        meetings:
          - id: team
            forum: team
            meetings: [{date: 2026-11-22, came: [ppt, skole]}]

    Feil::

        meetings:
          - id: team
            forum: team
            meetings: [{date: 2026-11-23, came: [ppt, skole]}]

    Feil::

        meetings:
          - {id: team, forum: team, meetings: [{date: 2026-11-03, came: [ppt]}]}
          - {id: team-igjen, forum: team, meetings: [{date: 2026-11-03, came: [skole]}]}
    """
    date = note.value.date
    if date > handbook.today:
        yield Finding(note.at("date"), Message(_AHEAD, date=date), Lack.WRONG)
    if any(_is_same(note, other) for other in _before(handbook, note)):
        forum = handbook.find(FORUMS, note.record.forum)
        name = forum.name if forum else note.record.forum
        yield Finding(note.at("date"), Message(_AGAIN, forum=name, date=date), Lack.WRONG)


def _before(handbook: Handbook, note: NoteIn) -> Iterator[NoteIn]:
    """What is noted of the same forum in logs that come before."""
    for log in handbook.of(MEETINGS):
        if log is note.record:
            return
        if log.forum == note.record.forum:
            yield from (Within(log, ("meetings", number), other) for number, other in enumerate(log.meetings))


def _is_same(one: NoteIn, other: NoteIn) -> bool:
    return (one.value.date, one.value.place) == (other.value.date, other.value.place)


def logs(handbook: Handbook) -> tuple[MeetingLog, ...]:
    """Every log."""
    return handbook.of(MEETINGS)


@error("pulse-case", of=logs)
def case(log: MeetingLog, handbook: Handbook) -> Findings:
    """Møter rundt ett barn har ingen møtepuls.

    Dagen ansvarsgruppa møttes, og hvilke tjenester som kom, forteller hvem som har en sak. Slikt hører hjemme i
    journalen, og aldri i håndboka, heller ikke i den for ansatte.

    Kilde: forvaltningsloven § 13.

    Riktig::

        meetings:
          - {id: team, forum: team, meetings: [{date: 2026-11-03, came: [ppt]}]}

    Feil::

        forums:
          - {id: team, kind: case}
        meetings:
          - {id: team, forum: team, meetings: [{date: 2026-11-03, came: [ppt]}]}
    """
    forum = handbook.find(FORUMS, log.forum)
    if forum is not None and forum.kind is ForumKind.CASE:
        yield Finding(log.at("forum"), Message(_CASE, forum=forum.name), Lack.WRONG)


EXPECTATIONS = (in_a_row, missing, attendee, day, case)
