"""Rolleavklaring and tvisteløsning: who answers for what, and who decides when services disagree."""

from __future__ import annotations

from collections.abc import Iterator

from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.pathway import PATHWAYS, Pathway
from builder.model.vocabulary import Attendance
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
    of_steps,
    parted,
    showing,
    told,
)


def clear_roles(handbook: Handbook) -> Criterion:
    """One responsible for each step, a mandate for each member, and services that say where they stop."""
    return Criterion(
        "rolleavklaring",
        N_("Rolleavklaring"),
        N_("Vet alle hvem som har ansvaret for hva?"),
        (*_steps(handbook), *_limits(handbook), *_mandates(handbook), *_vacant(handbook)),
    )


def _steps(handbook: Handbook) -> Iterator[Statement]:
    steps = list(handbook.steps())
    clear, unclear = parted(steps, lambda pair: isinstance(pair[1].responsible, str))
    unclear_ids = {pathway.id for pathway, _ in unclear}
    whole = [pathway for pathway in handbook.pathways if pathway.id not in unclear_ids]
    message = Message("{count} av {total} steg i forløpene har én ansvarlig", count=len(clear), total=len(steps))
    yield from told(Status.COVERED, message, of_records(handbook, whole))
    message = Message("{count} av {total} steg mangler én ansvarlig", count=len(unclear), total=len(steps))
    yield from told(Status.MISSING, message, of_steps(unclear))


def _limits(handbook: Handbook) -> Iterator[Statement]:
    yield from covered_or_missing(
        showing(handbook),
        handbook.services,
        lambda service: service.does_not,
        N_("{count} av {total} tjenester sier hva de ikke gjør"),
        N_("{count} av {total} tjenester sier ikke hva de ikke gjør"),
    )


def _mandates(handbook: Handbook) -> Iterator[Statement]:
    yield from covered_or_missing(
        showing(handbook),
        [forum for forum in handbook.forums if forum.members],
        lambda f: all(m.mandate for m in f.members if m.attendance is Attendance.REQUIRED),
        N_("I {count} av {total} møteplasser står det hva hver faste deltaker kan beslutte"),
        N_("I {count} av {total} møteplasser mangler mandatet til en fast deltaker"),
    )


def _vacant(handbook: Handbook) -> Iterator[Statement]:
    vacant = [pair for pair in handbook.contacts if pair[1].vacant]
    sentence = N_("{count} av {total} kontakter er ubesatt")
    yield from counted(of_contacts, len(handbook.contacts), (Status.MISSING, sentence, vacant))


def disagreement(handbook: Handbook) -> Criterion:
    """A route that ends with somebody who decides, in time, and that the other routines lead to."""
    route = handbook.find(PATHWAYS, handbook.municipality.disagreement or "")
    found = _route(handbook, route) if isinstance(route, Pathway) else _no_route(handbook)
    return Criterion(
        "tvistelosning", N_("Tvisteløsning"), N_("Hva skjer når tjenestene er uenige, og hvem avgjør?"), tuple(found)
    )


def _no_route(handbook: Handbook) -> Iterator[Statement]:
    yield Statement(
        Status.MISSING, Message("Håndboka peker ikke ut noe forløp for uenighet"), tuple(of_handbook(handbook))
    )


def _route(handbook: Handbook, route: Pathway) -> Iterator[Statement]:
    yield from told(Status.COVERED, Message("Håndboka har en rutine for uenighet"), of_records(handbook, [route]))
    yield from covered_or_missing(
        of_steps,
        [(route, step) for step in route.steps],
        lambda pair: pair[1].deadline or pair[1].ends,
        N_("{count} av {total} steg i rutinen har en frist eller en slutt"),
        N_("{count} av {total} steg i rutinen har ingen frist, så uenigheten kan bli liggende"),
    )
    yield from _leading(handbook, route)
    if route.next_review and route.next_review < handbook.today:
        message = Message("Rutinen for uenighet skulle vært gjennomgått {date}", date=route.next_review)
        yield from told(Status.STALE, message, of_records(handbook, [route]))


def _leading(handbook: Handbook, route: Pathway) -> Iterator[Statement]:
    yield from covered_or_missing(
        showing(handbook),
        [pathway for pathway in handbook.pathways if pathway.id != route.id and not pathway.urgent],
        lambda p: any(t.pathway == route.id for step in p.steps for t in step.transitions),
        N_("{count} av {total} andre forløp viser til rutinen for uenighet"),
        N_("{count} av {total} andre forløp sier ikke hva du gjør ved uenighet"),
    )
