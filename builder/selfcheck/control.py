"""Internkontroll and forankring: that routines are followed up, and that somebody stands behind them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dateutil.relativedelta import relativedelta

from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.vocabulary import Anchoring
from builder.problem import Message
from builder.selfcheck.statement import (
    Criterion,
    Statement,
    Status,
    counted,
    covered_or_missing,
    of_contacts,
    of_handbook,
    of_records,
    parted,
    showing,
    told,
)

EVALUATION_MONTHS = 12


def internal_control(handbook: Handbook) -> Criterion:
    """Contacts that are checked, meetings that are arranged, followed up and evaluated."""
    return Criterion(
        "internkontroll",
        N_("Internkontroll"),
        N_("Sjekker noen at rutinene blir fulgt?"),
        (*_contacts(handbook), *_kept(handbook), *_evaluated(handbook), *_register(handbook), *_accepted(handbook)),
    )


def oldest_check(handbook: Handbook) -> dt.date:
    """Contacts verified before this day are stale."""
    return handbook.today - relativedelta(months=handbook.municipality.contact_check_months)


def _contacts(handbook: Handbook) -> Iterator[Statement]:
    checked, never = parted(handbook.contacts, lambda pair: pair[1].verified)
    fresh, stale = parted(checked, lambda pair: pair[1].verified and pair[1].verified.date >= oldest_check(handbook))
    yield from counted(
        of_contacts,
        len(handbook.contacts),
        (Status.COVERED, N_("{count} av {total} kontakter er kontrollert de siste {months} månedene"), fresh),
        (Status.MISSING, N_("{count} av {total} kontakter er aldri kontrollert"), never),
        (Status.STALE, N_("{count} av {total} kontakter er kontrollert for lenge siden"), stale),
        months=handbook.municipality.contact_check_months,
    )


def _kept(handbook: Handbook) -> Iterator[Statement]:
    arranged, unknown = parted(handbook.forums, lambda forum: forum.standing and forum.standing.arranged)
    loose = [f for f in arranged if f.standing and not f.standing.followed_up]
    yield from counted(
        showing(handbook),
        len(handbook.forums),
        (Status.COVERED, N_("{count} av {total} møteplasser har dato for når de sist ble holdt"), arranged),
        (Status.MISSING, N_("{count} av {total} møteplasser har ingen dato for når de sist ble holdt"), unknown),
        (Status.MISSING, N_("{count} av {total} møteplasser er holdt, men aldri fulgt opp"), loose),
    )


def _evaluated(handbook: Handbook) -> Iterator[Statement]:
    evaluated, never = parted(handbook.forums, lambda forum: forum.standing and forum.standing.evaluated)
    oldest = handbook.today - relativedelta(months=EVALUATION_MONTHS)
    fresh, stale = parted(evaluated, lambda f: f.standing and f.standing.evaluated and f.standing.evaluated >= oldest)
    yield from counted(
        showing(handbook),
        len(handbook.forums),
        (Status.COVERED, N_("{count} av {total} møteplasser er evaluert det siste året"), fresh),
        (Status.MISSING, N_("{count} av {total} møteplasser er aldri evaluert"), never),
        (Status.STALE, N_("{count} av {total} møteplasser er evaluert for mer enn et år siden"), stale),
    )


def _register(handbook: Handbook) -> Iterator[Statement]:
    register = handbook.law_checked
    if register is None:
        message = Message("Det står ikke når lovregisteret ble kontrollert")
        yield from told(Status.MISSING, message, of_handbook(handbook))
        return
    old = register.verified.date < handbook.today - relativedelta(months=EVALUATION_MONTHS)
    message = Message("Lovregisteret ble kontrollert {date}", date=register.verified.date)
    yield from told(Status.STALE if old else Status.COVERED, message, of_records(handbook, [register]))


def _accepted(handbook: Handbook) -> Iterator[Statement]:
    holding, ended = parted(handbook.accepted, lambda acceptance: acceptance.holds(handbook.today))
    yield from counted(
        showing(handbook),
        len(handbook.accepted),
        (Status.COVERED, N_("Funn som er godtatt med begrunnelse og sluttdato: {count}"), holding),
        (Status.STALE, N_("Godkjenninger av funn som har gått ut: {count}"), ended),
    )


def anchored(handbook: Handbook) -> Criterion:
    """Owners and approvals, and plans that still apply."""
    return Criterion(
        "forankring",
        N_("Forankring"),
        N_("Står ledelsen bak, og tåler ordningene at noen slutter?"),
        (*_approval(handbook), *_owned(handbook), *_basis(handbook), *_plans(handbook)),
    )


def _approval(handbook: Handbook) -> Iterator[Statement]:
    municipality = handbook.municipality
    if municipality.approver and municipality.approved:
        message = Message(
            "Håndboka er godkjent {date}: {approver}", date=municipality.approved, approver=municipality.approver
        )
        yield from told(Status.COVERED, message, of_handbook(handbook))
    else:
        yield from told(Status.MISSING, Message("Håndboka er ikke godkjent"), of_handbook(handbook))
    if municipality.next_review is None:
        yield from told(Status.MISSING, Message("Håndboka har ingen dato for gjennomgang"), of_handbook(handbook))
    elif municipality.next_review < handbook.today:
        message = Message("Håndboka skulle vært gjennomgått {date}", date=municipality.next_review)
        yield from told(Status.STALE, message, of_handbook(handbook))


def _owned(handbook: Handbook) -> Iterator[Statement]:
    yield from covered_or_missing(
        showing(handbook),
        handbook.pathways,
        lambda pathway: pathway.owner,
        N_("{count} av {total} forløp har en eier"),
        N_("{count} av {total} forløp har ingen eier"),
    )


def _basis(handbook: Handbook) -> Iterator[Statement]:
    yield from covered_or_missing(
        showing(handbook),
        handbook.forums,
        lambda forum: forum.anchoring and forum.anchoring is not Anchoring.VOLUNTARY,
        N_("{count} av {total} møteplasser hviler på lov, vedtak eller avtale"),
        N_("{count} av {total} møteplasser er frivillige eller uten forankring"),
    )


def _plans(handbook: Handbook) -> Iterator[Statement]:
    if not handbook.plans:
        yield from told(Status.MISSING, Message("Ingen planer eller avtaler er registrert"), of_handbook(handbook))
    ended, others = parted(handbook.plans, lambda plan: plan.ended(handbook.today))
    whole, open_ended = parted(others, lambda plan: plan.owner and plan.valid_to)
    yield from counted(
        showing(handbook),
        len(handbook.plans),
        (Status.COVERED, N_("{count} av {total} planer og avtaler gjelder og har eier og sluttdato"), whole),
        (Status.MISSING, N_("{count} av {total} planer og avtaler mangler eier eller sluttdato"), open_ended),
        (Status.STALE, N_("{count} av {total} planer og avtaler har gått ut"), ended),
    )
