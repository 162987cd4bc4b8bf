"""Formalisering: meetings with a form, and routines that are approved and not forgotten."""

from __future__ import annotations

from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.rules.registry import expectation
from builder.selfcheck import measures
from builder.selfcheck.lines import Line, all_of
from builder.selfcheck.own_standard import in_own_standard
from builder.selfcheck.situations import situations
from builder.selfcheck.statement import Criterion

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


def formalised(handbook: Handbook) -> Criterion:
    """Meetings with a form, routines that are approved and not forgotten."""
    return Criterion(
        "formalisering",
        N_("Formalisering"),
        N_("Er møtene og rutinene skrevet ned, godkjent og holdt ved like?"),
        (
            *all_of(handbook, _WRITTEN),
            *situations(handbook),
            *all_of(handbook, _KEPT),
            *in_own_standard(handbook),
        ),
    )
