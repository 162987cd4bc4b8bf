"""Rolleavklaring and tvisteløsning: who answers for what, and who decides when services disagree."""

from __future__ import annotations

from collections.abc import Iterator

from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.pathway import Pathway
from builder.model.vocabulary import Attendance
from builder.problem import Message
from builder.selfcheck.statement import (
    Criterion,
    Statement,
    Status,
    of_contacts,
    of_handbook,
    of_records,
    of_steps,
    parted,
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
    services = handbook.services
    told_limits, silent = parted(services, lambda service: service.does_not)
    message = Message("{count} av {total} tjenester sier hva de ikke gjør", count=len(told_limits), total=len(services))
    yield from told(Status.COVERED, message, of_records(handbook, told_limits))
    message = Message("{count} av {total} tjenester sier ikke hva de ikke gjør", count=len(silent), total=len(services))
    yield from told(Status.MISSING, message, of_records(handbook, silent))


def _mandates(handbook: Handbook) -> Iterator[Statement]:
    forums = [forum for forum in handbook.forums if forum.members]
    clear, unclear = parted(forums, lambda f: all(m.mandate for m in f.members if m.attendance is Attendance.REQUIRED))
    message = Message(
        "I {count} av {total} møteplasser står det hva hver faste deltaker kan beslutte",
        count=len(clear),
        total=len(forums),
    )
    yield from told(Status.COVERED, message, of_records(handbook, clear))
    message = Message(
        "I {count} av {total} møteplasser mangler mandatet til en fast deltaker",
        count=len(unclear),
        total=len(forums),
    )
    yield from told(Status.MISSING, message, of_records(handbook, unclear))


def _vacant(handbook: Handbook) -> Iterator[Statement]:
    vacant = [pair for pair in handbook.contacts if pair[1].vacant]
    total = len(handbook.contacts)
    message = Message("{count} av {total} kontakter er ubesatt", count=len(vacant), total=total)
    yield from told(Status.MISSING, message, of_contacts(vacant))


def disagreement(handbook: Handbook) -> Criterion:
    """A route that ends with somebody who decides, in time, and that the other routines lead to."""
    route = handbook.find("pathways", handbook.municipality.disagreement or "")
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
    steps = [(route, step) for step in route.steps]
    timed, open_ended = parted(steps, lambda pair: pair[1].deadline or pair[1].ends)
    message = Message(
        "{count} av {total} steg i rutinen har en frist eller en slutt", count=len(timed), total=len(steps)
    )
    yield from told(Status.COVERED, message, of_steps(timed))
    message = Message(
        "{count} av {total} steg i rutinen har ingen frist, så uenigheten kan bli liggende",
        count=len(open_ended),
        total=len(steps),
    )
    yield from told(Status.MISSING, message, of_steps(open_ended))
    yield from _leading(handbook, route)
    if route.next_review and route.next_review < handbook.today:
        message = Message("Rutinen for uenighet skulle vært gjennomgått {date}", date=route.next_review)
        yield from told(Status.STALE, message, of_records(handbook, [route]))


def _leading(handbook: Handbook, route: Pathway) -> Iterator[Statement]:
    others = [pathway for pathway in handbook.pathways if pathway.id != route.id and not pathway.urgent]
    leading, apart = parted(others, lambda p: any(t.pathway == route.id for step in p.steps for t in step.transitions))
    message = Message(
        "{count} av {total} andre forløp viser til rutinen for uenighet", count=len(leading), total=len(others)
    )
    yield from told(Status.COVERED, message, of_records(handbook, leading))
    message = Message(
        "{count} av {total} andre forløp sier ikke hva du gjør ved uenighet", count=len(apart), total=len(others)
    )
    yield from told(Status.MISSING, message, of_records(handbook, apart))
