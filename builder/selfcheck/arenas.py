"""Samhandlingsarenaer: how services meet, those who work together most of all, and meetings that have stopped."""

from __future__ import annotations

from collections.abc import Iterator

from builder.facts.encounters import Encounter, encounter_of
from builder.facts.left_out import rounds
from builder.i18n import N_
from builder.model.approved_edition import Figure
from builder.model.handbook import Handbook
from builder.problem import Message
from builder.rules.answers import answers
from builder.rules.forum_network_rules import partners_meet
from builder.rules.registry import expectation
from builder.selfcheck.lines import Line, all_of
from builder.selfcheck.statement import Criterion, Statement, Status, counted, of_partners, of_records, showing, told

_SERVICES = {
    Encounter.REGULARLY: N_("{count} av {total} tjenester møter andre fast, også de som møter familiene"),
    Encounter.LEADERS: N_("{count} av {total} tjenester møter andre fast bare i møter om system"),
    Encounter.SELDOM: N_("{count} av {total} tjenester møter andre bare sjelden, ved behov eller uformelt"),
    Encounter.CASES: N_("{count} av {total} tjenester møter andre bare rundt enkeltbarn"),
    Encounter.NEVER: N_("{count} av {total} tjenester møter ikke andre i noen møteplass"),
}
_PARTNERS = {
    True: N_("{count} av {total} par av tjenester som er sammen i flere forløp, har en fast møteplass"),
    False: N_("{count} av {total} par av tjenester som er sammen i flere forløp, har ingen fast møteplass"),
}
_WITH_ALL = N_("{count} av {total} møteplasser som går fra sted til sted, har med alle av samme type i samme område")
_LEFT_OUT = N_("{count} av {total} steder av samme type i samme område har ikke «{forum}»")
_STATUS = {True: Status.COVERED, False: Status.MISSING}
_LINES = (
    Line(
        (expectation("partner-left-out"),),
        missing=N_("{count} av {total} av NAV, politiet og fastlegene har ingen fast møteplass med de andre"),
    ),
    Line((expectation("forum-funding"),), stale=N_("{count} av {total} møteplasser har brukt opp finansieringen")),
)


def arenas(handbook: Handbook) -> Criterion:
    """Services that meet, pairs that should, and meetings that have stopped."""
    return Criterion(
        "samhandlingsarenaer",
        N_("Samhandlingsarenaer"),
        N_("Har tjenestene steder der de møtes?"),
        (*_services(handbook), *_partners(handbook), *_left_out(handbook), *all_of(handbook, _LINES)),
    )


def _services(handbook: Handbook) -> Iterator[Statement]:
    how = encounter_of(handbook)
    for encounter, sentence in _SERVICES.items():
        found = [service for service in handbook.services if how[service.id] is encounter]
        row = (_STATUS[encounter is Encounter.REGULARLY], sentence, found)
        yield from counted(showing(handbook), len(handbook.services), row)


def _partners(handbook: Handbook) -> Iterator[Statement]:
    given = answers(handbook, partners_meet)
    holding = sum(answer.holds for answer in given)
    figure = Figure(line=partners_meet.id, held=holding, total=len(given)) if given else None
    for holds, sentence in _PARTNERS.items():
        found = [answer.asked.value for answer in given if answer.holds is holds]
        message = Message(sentence, count=len(found), total=len(given))
        yield from told(_STATUS[holds], message, of_partners(handbook, found), partners_meet.id, figure=figure)


def _left_out(handbook: Handbook) -> Iterator[Statement]:
    """The places that a forum which goes from place to place does not come to."""
    going = rounds(handbook)
    full = [one.forum for one in going if not one.left_out]
    figure = Figure(line="forum-left-out", held=len(full), total=len(going)) if going else None
    message = Message(_WITH_ALL, count=len(full), total=len(going))
    yield from told(Status.COVERED, message, of_records(handbook, full), figure=figure)
    for one in going:
        message = Message(_LEFT_OUT, count=len(one.left_out), total=len(one.places), forum=one.forum.name)
        yield from told(Status.MISSING, message, of_records(handbook, one.left_out), figure=figure)
