"""Formalisering and samhandlingsarenaer: written routines, and places where services meet."""

from __future__ import annotations

from collections.abc import Iterator

from builder.i18n import N_
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.pathway import PATHWAYS, Pathway
from builder.model.standard_terms import Situation
from builder.problem import Message
from builder.selfcheck.network import pairs_without_forum, services_in
from builder.selfcheck.statement import (
    Criterion,
    Evidence,
    Statement,
    Status,
    counted,
    covered_or_missing,
    of_handbook,
    of_records,
    showing,
    told,
)


def formalised(handbook: Handbook) -> Criterion:
    """Meetings with a form, routines that are approved and not forgotten."""
    return Criterion(
        "formalisering",
        N_("Formalisering"),
        N_("Er møtene og rutinene skrevet ned, godkjent og holdt ved like?"),
        (
            *_form_of_meetings(handbook),
            *_approved(handbook),
            *_legal_basis(handbook),
            *_transitions(handbook),
            *_overdue(handbook),
        ),
    )


def _has_form(forum: Forum) -> bool:
    return all((forum.convener, forum.recurrence, forum.agenda, forum.minutes_by, forum.cancelling))


def _form_of_meetings(handbook: Handbook) -> Iterator[Statement]:
    yield from covered_or_missing(
        showing(handbook),
        handbook.forums,
        _has_form,
        N_("{count} av {total} møteplasser har innkaller, møtetid, saksliste, referent og regel for avlysning"),
        N_("{count} av {total} møteplasser mangler innkaller, møtetid, saksliste, referent eller regel for avlysning"),
    )


def _approved(handbook: Handbook) -> Iterator[Statement]:
    yield from covered_or_missing(
        showing(handbook),
        handbook.pathways,
        lambda pathway: pathway.approved,
        N_("{count} av {total} forløp er godkjent"),
        N_("{count} av {total} forløp er ikke godkjent"),
    )


def _legal_basis(handbook: Handbook) -> Iterator[Statement]:
    yield from covered_or_missing(
        showing(handbook),
        handbook.services,
        lambda service: service.legal_basis,
        N_("{count} av {total} tjenester viser til lovgrunnlag"),
        N_("{count} av {total} tjenester viser ikke til lovgrunnlag"),
    )


def _transitions(handbook: Handbook) -> Iterator[Statement]:
    """The transitions the research finds failing, by the common words for situations."""
    found = [pathway for pathway in handbook.pathways if pathway.situation in _TRANSITIONS]
    message = Message("Forløp for overganger der mange faller mellom: {count}", count=len(found))
    yield from told(Status.COVERED, message, of_records(handbook, found))
    covered = {pathway.situation for pathway in found}
    for situation, sentence in _TRANSITIONS.items():
        if situation not in covered:
            yield from told(Status.MISSING, Message(sentence), of_handbook(handbook))


_TRANSITIONS = {
    Situation.TO_SCHOOL: N_("Ingen forløp gjelder overgangen fra barnehage til skole"),
    Situation.AFTER_LOWER_SECONDARY: N_("Ingen forløp gjelder overgangen ut av ungdomsskolen"),
    Situation.TO_ADULT_SERVICES: N_("Ingen forløp gjelder overgangen til tjenester for voksne"),
    Situation.FROM_TREATMENT: N_("Ingen forløp gjelder overgangen ut av behandling"),
}


def _overdue(handbook: Handbook) -> Iterator[Statement]:
    reviewed: list[Pathway | Forum] = [*handbook.pathways, *handbook.forums]
    overdue = [record for record in reviewed if record.next_review and record.next_review < handbook.today]
    sentence = N_("{count} av {total} forløp og møteplasser er forbi datoen for gjennomgang")
    yield from counted(showing(handbook), len(reviewed), (Status.STALE, sentence, overdue))


def arenas(handbook: Handbook) -> Criterion:
    """Services that meet, pairs that should, and meetings that have stopped."""
    return Criterion(
        "samhandlingsarenaer",
        N_("Samhandlingsarenaer"),
        N_("Har tjenestene steder der de møtes?"),
        (*_meeting(handbook), *_pairs(handbook), *_stopped(handbook)),
    )


def _meeting(handbook: Handbook) -> Iterator[Statement]:
    meeting = set().union(*(services_in(handbook, forum) for forum in handbook.forums))
    yield from covered_or_missing(
        showing(handbook),
        handbook.services,
        lambda service: service.id in meeting,
        N_("{count} av {total} tjenester er med i minst én møteplass"),
        N_("{count} av {total} tjenester er ikke med i noen møteplass"),
    )


def _pairs(handbook: Handbook) -> Iterator[Statement]:
    pairs = pairs_without_forum(handbook)
    message = Message("Tjenester som har steg sammen i et forløp, men ikke møtes fast: {count} par", count=len(pairs))
    shown = [Evidence(PATHWAYS.name, pair.steps[0][0].id, pair.text, pair.steps[0][1].id) for pair in pairs]
    yield from told(Status.MISSING, message, shown)


def _stopped(handbook: Handbook) -> Iterator[Statement]:
    ended = [forum for forum in handbook.forums if forum.funding_until and forum.funding_until < handbook.today]
    sentence = N_("{count} av {total} møteplasser har brukt opp finansieringen")
    yield from counted(showing(handbook), len(handbook.forums), (Status.STALE, sentence, ended))
