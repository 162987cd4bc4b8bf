"""Internkontroll and forankring: that routines are followed up, and that somebody stands behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.facts.upkeep import is_demonstration
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.problem import Message
from builder.rules.registry import expectation
from builder.selfcheck import measures
from builder.selfcheck.cancelling import cancelling
from builder.selfcheck.lines import Line, all_of
from builder.selfcheck.staff import staff_asked
from builder.selfcheck.statement import Criterion, Statement, Status, counted, of_handbook, parted, showing, told


def _months(handbook: Handbook) -> Mapping[str, object]:
    return {"months": handbook.municipality.contact_check_months}


def _register_date(handbook: Handbook) -> Mapping[str, object]:
    register = handbook.law_checked
    return {"date": register.verified.date} if register else {}


def _handbook_dates(handbook: Handbook) -> Mapping[str, object]:
    municipality = handbook.municipality
    return {"date": municipality.approved, "approver": municipality.approver, "review": municipality.next_review}


_CONTROL = (
    Line(
        (expectation("contact-verified"),),
        covered=N_("{count} av {total} kontakter er kontrollert de siste {months} månedene"),
        missing=N_("{count} av {total} kontakter er aldri kontrollert"),
        stale=N_("{count} av {total} kontakter er kontrollert for lenge siden"),
        wrong=N_("{count} av {total} kontakter har en kontrolldato som ikke er kommet ennå"),
        values=_months,
    ),
    Line(
        (expectation("forum-arranged"),),
        covered=N_("{count} av {total} faste møteplasser er holdt så ofte som møteplanen sier"),
        missing=N_("{count} av {total} faste møteplasser har ingen dato for når de sist ble holdt"),
        stale=N_("{count} av {total} faste møteplasser er ikke holdt så ofte som møteplanen sier"),
        wrong=N_("{count} av {total} faste møteplasser er ført som holdt en dag som ikke er kommet ennå"),
    ),
    Line(
        (measures.followed_up,),
        missing=N_("{count} av {total} faste møteplasser er holdt, men aldri fulgt opp"),
    ),
    Line(
        (expectation("forum-evaluated"),),
        covered=N_("{count} av {total} faste møteplasser over ett år er evaluert det siste året"),
        missing=N_("{count} av {total} faste møteplasser over ett år er aldri evaluert"),
        stale=N_("{count} av {total} faste møteplasser over ett år er evaluert for mer enn et år siden"),
    ),
    Line(
        (expectation("register-age"),),
        covered=N_("Lovregisteret ble kontrollert {date}"),
        missing=N_("Det står ikke når lovregisteret ble kontrollert"),
        stale=N_("Lovregisteret ble kontrollert {date}"),
        values=_register_date,
    ),
)


def internal_control(handbook: Handbook) -> Criterion:
    """Contacts that are checked, meetings that are arranged, followed up and evaluated, and staff that are asked."""
    return Criterion(
        "internkontroll",
        N_("Internkontroll"),
        N_("Sjekker noen at rutinene blir fulgt?"),
        (
            *_examples(handbook),
            *all_of(handbook, _CONTROL),
            *cancelling(handbook),
            *staff_asked(handbook),
            *_accepted(handbook),
        ),
    )


def _examples(handbook: Handbook) -> Iterator[Statement]:
    if is_demonstration(handbook):
        message = Message("Demonstrasjon: datoene for møtene er eksempler")
        yield from told(Status.MISSING, message, of_handbook(handbook))


def _accepted(handbook: Handbook) -> Iterator[Statement]:
    holding, ended = parted(handbook.accepted, lambda acceptance: acceptance.holds(handbook.today))
    yield from counted(
        showing(handbook),
        len(handbook.accepted),
        (Status.COVERED, N_("Funn som er godtatt med begrunnelse og sluttdato: {count}"), holding),
        (Status.STALE, N_("Godkjenninger av funn som har gått ut: {count}"), ended),
    )


_ANCHORED = (
    Line(
        (expectation("handbook-approver"),),
        covered=N_("Håndboka er godkjent {date}: {approver}"),
        missing=N_("Håndboka er ikke godkjent"),
        values=_handbook_dates,
    ),
    Line(
        (expectation("handbook-review"),),
        missing=N_("Håndboka har ingen dato for gjennomgang"),
        stale=N_("Håndboka skulle vært gjennomgått {review}"),
        values=_handbook_dates,
    ),
    Line(
        (expectation("text-owner"),),
        covered=N_("{count} av {total} tekster har en eier"),
        missing=N_("{count} av {total} tekster har ingen eier"),
    ),
    Line(
        (measures.anchored,),
        covered=N_("{count} av {total} møteplasser hviler på lov, vedtak eller avtale"),
        missing=N_("{count} av {total} møteplasser er frivillige eller uten forankring"),
    ),
    Line(
        (measures.started_by,),
        covered=N_("{count} av {total} faste møteplasser sier hvem som satte dem i gang"),
        missing=N_("{count} av {total} faste møteplasser sier ikke hvem som satte dem i gang"),
    ),
    Line(
        (measures.part_of,),
        covered=N_("{count} av {total} faste møteplasser hører til en plan eller en større møteplass"),
        missing=N_("{count} av {total} faste møteplasser hører ikke til noen plan eller større møteplass"),
    ),
    Line(
        (expectation("forum-decisions"),),
        covered=N_("{count} av {total} faste møteplasser sier hvordan det som bestemmes, når de ansatte"),
        missing=N_("{count} av {total} faste møteplasser sier ikke hvordan det som bestemmes, når de ansatte"),
    ),
    Line(
        (measures.reported_up,),
        covered=N_("{count} av {total} faste møteplasser om system sier hvordan det som bestemmes, når ledelsen"),
        missing=N_("{count} av {total} faste møteplasser om system sier ikke hvordan det som bestemmes, når ledelsen"),
    ),
    Line(
        (expectation("funding-decided"),),
        covered=N_("{count} av {total} ordninger med penger for en tid er avklart"),
        missing=N_(
            "{count} av {total} ordninger har penger som slutter innen et år, uten at noen har sagt hva som skjer"
        ),
        stale=N_("{count} av {total} ordninger har brukt opp pengene, uten at noen har sagt hva som skjer"),
    ),
    Line(
        (expectation("proposal-carried-out"),),
        stale=N_("{count} av {total} forslag skulle vært gjennomført"),
    ),
    Line(
        (measures.current,),
        covered=N_("{count} av {total} planer og avtaler gjelder og har eier og sluttdato"),
        missing=N_("{count} av {total} planer og avtaler mangler eier eller sluttdato"),
        stale=N_("{count} av {total} planer og avtaler har gått ut"),
    ),
)


def anchored(handbook: Handbook) -> Criterion:
    """Owners and approvals, and plans that still apply."""
    return Criterion(
        "forankring",
        N_("Forankring"),
        N_("Står ledelsen bak, og tåler ordningene at noen slutter?"),
        (*_shown_only(handbook), *all_of(handbook, _ANCHORED), *_no_plans(handbook)),
    )


def _shown_only(handbook: Handbook) -> Iterator[Statement]:
    if is_demonstration(handbook):
        message = Message("Ikke godkjent – demonstrasjon")
        yield from told(Status.MISSING, message, of_handbook(handbook))


def _no_plans(handbook: Handbook) -> Iterator[Statement]:
    if not handbook.plans:
        yield from told(Status.MISSING, Message("Ingen planer eller avtaler er registrert"), of_handbook(handbook))
