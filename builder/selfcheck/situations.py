"""The situations the research finds failing, by the common words: those with a pathway, and those without."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.standard_terms import Situation
from builder.problem import Message
from builder.selfcheck import measures
from builder.selfcheck.lines import Line, all_of
from builder.selfcheck.statement import Statement, Status, of_handbook, of_records, told

_TRANSITIONS = {
    Situation.TO_SCHOOL: N_("Ingen forløp gjelder overgangen fra barnehage til skole"),
    Situation.AFTER_LOWER_SECONDARY: N_("Ingen forløp gjelder overgangen ut av ungdomsskolen"),
    Situation.TO_ADULT_SERVICES: N_("Ingen forløp gjelder overgangen til tjenester for voksne"),
    Situation.FROM_TREATMENT: N_("Ingen forløp gjelder overgangen ut av behandling"),
    Situation.MOVING: N_("Ingen forløp gjelder flytting til en annen kommune"),
}
#: Waiting is asked of each service, feedback of each pathway, and disagreement is a criterion of its own.
_FAILING = {
    Situation.WORRY: N_("Ingen forløp gjelder bekymring for et barn"),
    Situation.ACUTE: N_("Ingen forløp gjelder akutt fare"),
    Situation.SHARING: N_("Ingen forløp gjelder å dele opplysninger"),
    Situation.FAMILY_ASKS: N_("Ingen forløp gjelder familier som selv ber om hjelp"),
    Situation.COORDINATION: N_("Ingen forløp gjelder langvarig hjelp fra flere"),
    Situation.PREGNANCY: N_("Ingen forløp gjelder graviditet og rus"),
    Situation.BOTH_ILLNESSES: N_("Ingen forløp gjelder rus og psykisk sykdom"),
    Situation.RELAPSE: N_("Ingen forløp gjelder tilbakefall"),
}
_LINES = (
    Line(
        (measures.way_back,),
        covered=N_("{count} av {total} forløp til tjenester for voksne og ut av behandling har en vei tilbake"),
        missing=N_("{count} av {total} forløp til tjenester for voksne og ut av behandling har ingen vei tilbake"),
    ),
)


def situations(handbook: Handbook) -> Iterator[Statement]:
    """Transitions, the way back from them, and other situations that fail where nobody has said what to do."""
    yield from _looked_for(handbook, N_("Forløp for overganger der mange faller mellom: {count}"), _TRANSITIONS)
    yield from all_of(handbook, _LINES)
    yield from _looked_for(handbook, N_("Forløp for andre situasjoner der det lett svikter: {count}"), _FAILING)


def _looked_for(handbook: Handbook, sentence: str, wanted: Mapping[Situation, str]) -> Iterator[Statement]:
    found = [pathway for pathway in handbook.pathways if pathway.situation in wanted]
    yield from told(Status.COVERED, Message(sentence, count=len(found)), of_records(handbook, found))
    covered = {pathway.situation for pathway in found}
    for situation, missing in wanted.items():
        if situation not in covered:
            yield from told(Status.MISSING, Message(missing), of_handbook(handbook))
