"""Rolleavklaring and tvisteløsning: who answers for what, and who decides when services disagree."""

from __future__ import annotations

from collections.abc import Iterator

from builder.facts.parts import Within
from builder.facts.paths import disagreement_route
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.problem import Message
from builder.rules.registry import expectation
from builder.selfcheck import measures
from builder.selfcheck.agreeing import agreeing
from builder.selfcheck.lines import Line, all_of
from builder.selfcheck.statement import Criterion, Statement, Status, of_handbook, of_records
from builder.selfcheck.ways_in import WAYS_IN

_ROLES = (
    Line(
        (expectation("one-responsible"),),
        covered=N_("{count} av {total} steg i forløpene har én ansvarlig"),
        missing=N_("{count} av {total} steg mangler én ansvarlig"),
    ),
    Line(
        (expectation("service-does-not"),),
        covered=N_("{count} av {total} tjenester sier hva de ikke gjør"),
        missing=N_("{count} av {total} tjenester sier ikke hva de ikke gjør"),
    ),
    Line(
        (expectation("forum-mandate"),),
        covered=N_("Det står hva {count} av {total} deltakere i møteplassene kan beslutte"),
        missing=N_("Det står ikke hva {count} av {total} deltakere i møteplassene kan beslutte"),
    ),
    Line(
        (expectation("forum-decider"),),
        covered=N_("I {count} av {total} møteplasser som skal avgjøre noe, er det en fast deltaker som kan beslutte"),
        missing=N_("I {count} av {total} møteplasser som skal avgjøre noe, kan ingen fast deltaker beslutte"),
    ),
    Line(
        (measures.handed_over,),
        covered=N_("{count} av {total} overganger har en som tar over, en tid der begge er med, og en som kan avgjøre"),
        missing=N_(
            "{count} av {total} overganger mangler en som tar over, en tid der begge er med, eller en som kan avgjøre"
        ),
    ),
    Line((measures.filled,), missing=N_("{count} av {total} kontakter er ubesatt")),
)


_NEEDS = (
    Line(
        (expectation("need-who"), expectation("need-duty"), expectation("need-payer")),
        covered=N_("{count} av {total} svar på hvem som bestemmer og betaler er til å ringe på"),
        missing=N_(
            "{count} av {total} svar på hvem som bestemmer og betaler mangler noen å ringe, en betaler eller loven"
        ),
    ),
    Line(
        (expectation("need-meanwhile"), expectation("need-advances")),
        covered=N_("{count} av {total} svar sier hva som skjer mens det ikke er avgjort"),
        missing=N_("{count} av {total} svar sier ikke hva som skjer mens det ikke er avgjort"),
    ),
    Line(
        (measures.settled,),
        missing=N_("{count} av {total} svar har noe som ikke er avklart"),
    ),
)


def clear_roles(handbook: Handbook) -> Criterion:
    """One responsible for each step, a mandate for each member, and services that say where they stop."""
    return Criterion(
        "rolleavklaring",
        N_("Rolleavklaring"),
        N_("Vet alle hvem som har ansvaret for hva?"),
        (*all_of(handbook, (*_ROLES, *WAYS_IN, *_NEEDS)), *agreeing(handbook)),
    )


def _on_route(handbook: Handbook, asked: object) -> bool:
    """Whether what is asked is the route for disagreement, or a step of it."""
    record = asked.record if isinstance(asked, Within) else asked
    return record is disagreement_route(handbook)


_DISAGREEMENT = (
    Line(
        (expectation("step-deadline"),),
        covered=N_("{count} av {total} steg i rutinen har en frist"),
        missing=N_("{count} av {total} steg i rutinen har ingen frist, så uenigheten kan bli liggende"),
        among=_on_route,
    ),
    Line(
        (expectation("disagreement-decider"),),
        covered=N_("Rutinen sier hvem som avgjør"),
        missing=N_("Rutinen sier ikke hvem som avgjør"),
    ),
    Line(
        (measures.leads_to_route,),
        covered=N_("{count} av {total} andre forløp viser til rutinen for uenighet"),
        missing=N_("{count} av {total} andre forløp sier ikke hva du gjør ved uenighet"),
    ),
    Line(
        (expectation("text-review"),),
        missing=N_("Rutinen for uenighet har ingen dato for gjennomgang"),
        stale=N_("Rutinen for uenighet er forbi datoen for gjennomgang"),
        among=_on_route,
    ),
)


def disagreement(handbook: Handbook) -> Criterion:
    """A route that ends with somebody who decides, in time, and that the other routines lead to."""
    return Criterion(
        "tvistelosning",
        N_("Tvisteløsning"),
        N_("Hva skjer når tjenestene er uenige, og hvem avgjør?"),
        tuple(_about_route(handbook)),
    )


def _about_route(handbook: Handbook) -> Iterator[Statement]:
    route, rules = disagreement_route(handbook), ("disagreement-route",)
    if route is None:
        message = Message("Håndboka peker ikke ut noe forløp for uenighet")
        yield Statement(Status.MISSING, message, tuple(of_handbook(handbook)), rules)
        return
    message = Message("Håndboka har en rutine for uenighet")
    yield Statement(Status.COVERED, message, tuple(of_records(handbook, [route])), rules)
    yield from all_of(handbook, _DISAGREEMENT)
