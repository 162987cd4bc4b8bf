"""The pulse of meetings as staff see it: on the page and the sheet of a forum, and together for leaders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.facts.pulse import IN_A_ROW, Pulse, Turnout, keeping, last_year, series_of
from builder.facts.pulse_trend import trend
from builder.facts.upkeep import is_demonstration
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.meeting_log import MeetingNote
from builder.model.place import PLACES
from builder.model.service import SERVICES
from builder.problem import Message
from builder.rules.answers import lack
from builder.rules.pulse_rules import missing
from builder.selfcheck.cancelling import trend_message
from builder.selfcheck.overview import Overview
from builder.views.page import Link
from builder.views.routes import Names

#: So many of the last meetings are shown one by one.
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class TurnoutRow:
    """A service that is always to come, and how often it has."""

    service: Link
    turnout: Turnout


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A meeting, where it was held when it is held in many places, and who came."""

    note: MeetingNote
    place: Link | None
    came: Sequence[Link]


@dataclass(frozen=True, slots=True)
class ForumPulse:
    """The pulse of a forum: the last year in numbers, who comes, and the last meetings, the newest first.

    `dying` is when so many in a row are cancelled that somebody must say so, `unnoted` when meetings are not noted.
    In a demonstration all of it is an example.
    """

    pulse: Pulse
    in_a_row: int
    dying: bool
    unnoted: bool
    turnout: Sequence[TurnoutRow]
    meetings: Sequence[NoteRow]
    example: bool


@dataclass(frozen=True, slots=True)
class PulseLine:
    """On the sheet of a forum that keeps a pulse: the last year in numbers, where any of its meetings are noted."""

    pulse: Pulse | None
    example: bool


@dataclass(frozen=True, slots=True)
class PulseRow:
    """A forum among the others."""

    forum: Link
    pulse: Pulse
    in_a_row: int
    dying: bool


@dataclass(frozen=True, slots=True)
class AbsentIn:
    """How often a service has come to one forum."""

    forum: Link
    turnout: Turnout


@dataclass(frozen=True, slots=True)
class AbsentRow:
    """A service that seldom comes, and in which forums."""

    service: Link
    turnout: Turnout
    forums: Sequence[AbsentIn]


@dataclass(frozen=True, slots=True)
class PulseOverview:
    """What leaders see: each forum that keeps a pulse, the services that seldom come, and how it goes."""

    forums: Sequence[PulseRow]
    absent: Sequence[AbsentRow]
    trend: Message | None
    example: bool


def forum_pulse(handbook: Handbook, names: Names, forum: Forum) -> ForumPulse | None:
    """What is to be shown of a forum; None where nothing is noted of its meetings in the last year."""
    series = series_of(handbook, forum.id)
    pulse = last_year(handbook, series)
    if not pulse.noted:
        return None
    found = sorted((one.value for some in series for one in some.notes), key=lambda note: note.date, reverse=True)
    in_a_row = max(one.in_a_row for one in series)
    return ForumPulse(
        pulse=pulse,
        in_a_row=in_a_row,
        dying=in_a_row >= IN_A_ROW,
        unnoted=bool(lack(handbook, missing, forum)),
        turnout=[TurnoutRow(names.record(SERVICES, one.service), one) for one in pulse.turnout],
        meetings=[_note(names, note) for note in found[:_SHOWN]],
        example=is_demonstration(handbook),
    )


def _note(names: Names, note: MeetingNote) -> NoteRow:
    place = names.record(PLACES, note.place) if note.place else None
    return NoteRow(note, place, [names.record(SERVICES, service) for service in note.came])


def pulse_line(handbook: Handbook, forum: str, place: str | None) -> PulseLine | None:
    """What is on the sheet of a forum, or of one of its places; None where it keeps no pulse."""
    if forum not in {one.id for one in keeping(handbook)}:
        return None
    pulse = last_year(handbook, series_of(handbook, forum, place))
    return PulseLine(pulse if pulse.noted else None, is_demonstration(handbook))


def pulse_overview(handbook: Handbook, names: Names, tables: Overview) -> PulseOverview | None:
    """What leaders see; None where no forum keeps a pulse."""
    if not tables.pulses:
        return None
    goes = trend(handbook)
    return PulseOverview(
        forums=[
            PulseRow(names.to(one.forum), one.pulse, one.in_a_row, one.in_a_row >= IN_A_ROW) for one in tables.pulses
        ],
        absent=[
            AbsentRow(
                names.record(SERVICES, one.turnout.service),
                one.turnout,
                [AbsentIn(names.to(forum), turnout) for forum, turnout in one.forums],
            )
            for one in tables.absent
        ],
        trend=trend_message(goes) if goes else None,
        example=is_demonstration(handbook),
    )
