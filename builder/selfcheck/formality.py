"""Formalisering and samhandlingsarenaer: written routines, and places where services meet."""

from __future__ import annotations

from collections.abc import Iterator

from builder.i18n import N_
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.pathway import Pathway
from builder.problem import Message
from builder.selfcheck.network import pairs_without_forum, services_in
from builder.selfcheck.statement import Criterion, Evidence, Statement, Status, of_records, parted, told


def formalised(handbook: Handbook) -> Criterion:
    """Meetings with a form, routines that are approved and not forgotten."""
    return Criterion(
        "formalisering",
        N_("Formalisering"),
        N_("Er møtene og rutinene skrevet ned, godkjent og holdt ved like?"),
        (*_form_of_meetings(handbook), *_approved(handbook), *_legal_basis(handbook), *_overdue(handbook)),
    )


def _has_form(forum: Forum) -> bool:
    return all((forum.convener, forum.recurrence, forum.agenda, forum.minutes_by, forum.cancelling))


def _form_of_meetings(handbook: Handbook) -> Iterator[Statement]:
    forums = handbook.forums
    formed, loose = parted(forums, _has_form)
    message = Message(
        "{count} av {total} møteplasser har innkaller, møtetid, saksliste, referent og regel for avlysning",
        count=len(formed),
        total=len(forums),
    )
    yield from told(Status.COVERED, message, of_records(handbook, formed))
    message = Message(
        "{count} av {total} møteplasser mangler innkaller, møtetid, saksliste, referent eller regel for avlysning",
        count=len(loose),
        total=len(forums),
    )
    yield from told(Status.MISSING, message, of_records(handbook, loose))


def _approved(handbook: Handbook) -> Iterator[Statement]:
    pathways = handbook.pathways
    approved, waiting = parted(pathways, lambda pathway: pathway.approved)
    message = Message("{count} av {total} forløp er godkjent", count=len(approved), total=len(pathways))
    yield from told(Status.COVERED, message, of_records(handbook, approved))
    message = Message("{count} av {total} forløp er ikke godkjent", count=len(waiting), total=len(pathways))
    yield from told(Status.MISSING, message, of_records(handbook, waiting))


def _legal_basis(handbook: Handbook) -> Iterator[Statement]:
    services = handbook.services
    based, bare = parted(services, lambda service: service.legal_basis)
    message = Message("{count} av {total} tjenester viser til lovgrunnlag", count=len(based), total=len(services))
    yield from told(Status.COVERED, message, of_records(handbook, based))
    message = Message("{count} av {total} tjenester viser ikke til lovgrunnlag", count=len(bare), total=len(services))
    yield from told(Status.MISSING, message, of_records(handbook, bare))


def _overdue(handbook: Handbook) -> Iterator[Statement]:
    reviewed: list[Pathway | Forum] = [*handbook.pathways, *handbook.forums]
    overdue = [record for record in reviewed if record.next_review and record.next_review < handbook.today]
    message = Message(
        "{count} av {total} forløp og møteplasser er forbi datoen for gjennomgang",
        count=len(overdue),
        total=len(reviewed),
    )
    yield from told(Status.STALE, message, of_records(handbook, overdue))


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
    inside, outside = parted(handbook.services, lambda service: service.id in meeting)
    message = Message(
        "{count} av {total} tjenester er med i minst én møteplass", count=len(inside), total=len(handbook.services)
    )
    yield from told(Status.COVERED, message, of_records(handbook, inside))
    message = Message(
        "{count} av {total} tjenester er ikke med i noen møteplass", count=len(outside), total=len(handbook.services)
    )
    yield from told(Status.MISSING, message, of_records(handbook, outside))


def _pairs(handbook: Handbook) -> Iterator[Statement]:
    pairs = pairs_without_forum(handbook)
    message = Message("Tjenester som har steg sammen i et forløp, men ikke møtes fast: {count} par", count=len(pairs))
    shown = [Evidence("pathways", pair.steps[0][0].id, pair.text, pair.steps[0][1].id) for pair in pairs]
    yield from told(Status.MISSING, message, shown)


def _stopped(handbook: Handbook) -> Iterator[Statement]:
    ended = [forum for forum in handbook.forums if forum.funding_until and forum.funding_until < handbook.today]
    message = Message(
        "{count} av {total} møteplasser har brukt opp finansieringen", count=len(ended), total=len(handbook.forums)
    )
    yield from told(Status.STALE, message, of_records(handbook, ended))
