"""What the pulse of meetings says to leaders: what is cancelled, who seldom comes, and whether it goes better."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.facts.pulse import Pulse, Turnout, every_series, keeping, last_year, series_of
from builder.facts.pulse_trend import Trend, trend
from builder.i18n import N_
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.service import SERVICES
from builder.problem import Message
from builder.rules.registry import expectation
from builder.selfcheck import measures
from builder.selfcheck.lines import Line, all_of
from builder.selfcheck.statement import Statement, Status, of_records, told

_LINES = (
    Line(
        (measures.keeps_pulse,),
        covered=N_("{count} av {total} faste møteplasser fører møtepuls"),
        missing=N_("I {count} av {total} faste møteplasser noterer ingen om møtene blir holdt"),
    ),
    Line(
        (measures.seldom_cancelled,),
        covered=N_("I {count} av {total} møteplasser er under 10 % av møtene avlyst det siste året"),
        missing=N_("I {count} av {total} møteplasser er 10 % av møtene eller mer avlyst det siste året"),
    ),
    Line(
        (expectation("pulse-in-a-row"),),
        stale=N_("{count} av {total} møteplasser med møtepuls er avlyst minst tre ganger på rad"),
    ),
    Line(
        (expectation("pulse-missing"),),
        missing=N_("{count} av {total} møteplasser med møtepuls har møter etter planen som ikke er ført"),
    ),
)
_SELDOM = N_("{count} av {total} tjenester kommer til under halvparten av møtene de alltid skal være med på")
_DONE = N_("{done} av {decided} vedtak var gjort til neste møte det siste året")
_SINCE_EDITION = N_(
    "{cancelled} av {noted} møter ({percent} %) er avlyst siden utgave {edition} ble godkjent, og det var {before} av "
    "{earlier} ({share} %) i tida før"
)
_SINCE_AUTUMN = N_(
    "{cancelled} av {noted} møter ({percent} %) er avlyst dette skoleåret, og det var {before} av {earlier} "
    "({share} %) i skoleåret før"
)


@dataclass(frozen=True, slots=True)
class ForumPulse:
    """What the meetings of a forum have come to in the last year, and how many of the last were cancelled in a row."""

    forum: Forum
    pulse: Pulse
    in_a_row: int


@dataclass(frozen=True, slots=True)
class Absent:
    """A service that seldom comes, in all forums and in each of those where it is so."""

    turnout: Turnout
    forums: tuple[tuple[Forum, Turnout], ...]


def forum_pulses(handbook: Handbook) -> tuple[ForumPulse, ...]:
    """The forums with meetings noted in the last year: those that are cancelled most in a row, then most of all."""
    found = (_of_forum(handbook, forum) for forum in keeping(handbook))
    noted = (one for one in found if one.pulse.noted)
    return tuple(sorted(noted, key=lambda one: (-one.in_a_row, -one.pulse.cancelled / one.pulse.noted)))


def _of_forum(handbook: Handbook, forum: Forum) -> ForumPulse:
    series = series_of(handbook, forum.id)
    return ForumPulse(forum, last_year(handbook, series), max((one.in_a_row for one in series), default=0))


def turnouts(handbook: Handbook) -> tuple[Turnout, ...]:
    """How often each service has come, of the meetings of the last year it is always to be in."""
    return last_year(handbook, every_series(handbook)).turnout


def absent(handbook: Handbook) -> tuple[Absent, ...]:
    """The services that seldom come to the meetings they are always to be in, by name."""
    pulses = forum_pulses(handbook)
    return tuple(Absent(one, tuple(_seldom_in(pulses, one.service))) for one in turnouts(handbook) if one.seldom)


def _seldom_in(pulses: tuple[ForumPulse, ...], service: str) -> Iterator[tuple[Forum, Turnout]]:
    for one in pulses:
        yield from ((one.forum, row) for row in one.pulse.turnout if row.service == service and row.came < row.expected)


def cancelling(handbook: Handbook) -> Iterator[Statement]:
    """What is to be said of it: where no forum keeps a pulse, that nobody knows."""
    yield from all_of(handbook, _LINES)
    yield from _who_seldom_comes(handbook)
    yield from _done(handbook)
    yield from _how_it_goes(handbook)


def _who_seldom_comes(handbook: Handbook) -> Iterator[Statement]:
    found = [handbook.find(SERVICES, one.turnout.service) for one in absent(handbook)]
    message = Message(_SELDOM, count=len(found), total=len(turnouts(handbook)))
    yield from told(Status.MISSING, message, of_records(handbook, [one for one in found if one]))


def _done(handbook: Handbook) -> Iterator[Statement]:
    found = last_year(handbook, every_series(handbook))
    if found.followed:
        status = Status.COVERED if found.done * 2 >= found.followed else Status.MISSING
        message = Message(_DONE, done=found.done, decided=found.followed)
        yield from told(status, message, of_records(handbook, keeping(handbook)))


def _how_it_goes(handbook: Handbook) -> Iterator[Statement]:
    found = trend(handbook)
    if found:
        status = Status.MISSING if found.worse else Status.COVERED
        yield from told(status, trend_message(found), of_records(handbook, keeping(handbook)))


def trend_message(found: Trend) -> Message:
    """How it goes, in words."""
    return Message(
        _SINCE_EDITION if found.edition else _SINCE_AUTUMN,
        cancelled=found.now.cancelled,
        noted=found.now.noted,
        percent=found.now.percent,
        edition=found.edition,
        before=found.before.cancelled,
        earlier=found.before.noted,
        share=found.before.percent,
    )
