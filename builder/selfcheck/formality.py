"""Formalisering: meetings with a form, and routines that are approved and not forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.standard_terms import Situation
from builder.problem import Message
from builder.rules.registry import expectation
from builder.selfcheck import measures
from builder.selfcheck.lines import Line, all_of
from builder.selfcheck.own_standard import in_own_standard
from builder.selfcheck.statement import Criterion, Statement, Status, of_handbook, of_records, told

_WRITTEN = (
    Line(
        (
            expectation("forum-roles"),
            expectation("forum-interval"),
            expectation("forum-cancelling"),
            measures.agenda,
        ),
        covered=N_(
            "{count} av {total} møteplasser har innkaller, møteleder, referent, møtetid, saksliste og regel for "
            "avlysning"
        ),
        missing=N_(
            "{count} av {total} møteplasser mangler innkaller, møteleder, referent, møtetid, saksliste eller regel for "
            "avlysning"
        ),
    ),
    Line(
        (expectation("text-approved"),),
        covered=N_("{count} av {total} tekster er godkjent"),
        missing=N_("{count} av {total} tekster er ikke godkjent"),
    ),
    Line(
        (measures.shared_goal,),
        covered=N_("{count} av {total} forløp med flere tjenester sier hva tjenestene vil nå sammen"),
        missing=N_("{count} av {total} forløp med flere tjenester sier ikke hva tjenestene vil nå sammen"),
    ),
    Line(
        (expectation("service-legal-basis"),),
        covered=N_("{count} av {total} tjenester viser til lovgrunnlag"),
        missing=N_("{count} av {total} tjenester viser ikke til lovgrunnlag"),
    ),
)
_KEPT = (
    Line(
        (expectation("text-review"),),
        missing=N_("{count} av {total} tekster har ingen dato for gjennomgang"),
        stale=N_("{count} av {total} tekster er forbi datoen for gjennomgang"),
    ),
    Line(
        (expectation("rule-legal-review"),),
        covered=N_("{count} av {total} regler om deling er holdt opp mot loven"),
        missing=N_("{count} av {total} regler om deling er ikke holdt opp mot loven"),
    ),
    Line(
        (expectation("service-reviewed"),),
        missing=N_("{count} av {total} tjenester har ingen dato for når beskrivelsen sist ble gjennomgått"),
        stale=N_("{count} av {total} tjenester er ikke gjennomgått det siste året"),
    ),
)
_TRANSITIONS = {
    Situation.TO_SCHOOL: N_("Ingen forløp gjelder overgangen fra barnehage til skole"),
    Situation.AFTER_LOWER_SECONDARY: N_("Ingen forløp gjelder overgangen ut av ungdomsskolen"),
    Situation.TO_ADULT_SERVICES: N_("Ingen forløp gjelder overgangen til tjenester for voksne"),
    Situation.FROM_TREATMENT: N_("Ingen forløp gjelder overgangen ut av behandling"),
}


def formalised(handbook: Handbook) -> Criterion:
    """Meetings with a form, routines that are approved and not forgotten."""
    return Criterion(
        "formalisering",
        N_("Formalisering"),
        N_("Er møtene og rutinene skrevet ned, godkjent og holdt ved like?"),
        (
            *all_of(handbook, _WRITTEN),
            *_transitions(handbook),
            *all_of(handbook, _KEPT),
            *in_own_standard(handbook),
        ),
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
