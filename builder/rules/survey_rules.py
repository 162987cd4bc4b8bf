"""What is expected of a survey among staff: that nobody can be told by it, that it counts once, and is no old news."""

from __future__ import annotations

from builder.facts.parts import Within
from builder.facts.staff_says import closed, is_old, is_small
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.survey import SURVEYS, StaffSurvey, SurveyGroup
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, error, warning

#: A group, with the survey it stands in.
GroupIn = Within[StaffSurvey, SurveyGroup]

_SMALL = N_(
    "gruppa har under fem svar og blir ikke vist noe sted; slå den sammen med en annen gruppe (flere tjenester under "
    "services), og tell svarene sammen"
)
_TWICE = N_("undersøkelsen står også i «{other}», så svarene blir talt dobbelt; slett en av dem")
_OLD = N_(
    "de ansatte ble sist spurt {date}, for mer enn to år siden; spør på nytt med arket «Spør de ansatte», og skriv "
    "svarene i en ny fil"
)
_AHEAD = N_("siste svardag {date} er ikke kommet ennå; skriv svarene når undersøkelsen er avsluttet")


def groups(handbook: Handbook) -> tuple[GroupIn, ...]:
    """Every group of every survey."""
    surveys = handbook.of(SURVEYS)
    return tuple(
        Within(survey, ("groups", number), one) for survey in surveys for number, one in enumerate(survey.groups)
    )


def surveys(handbook: Handbook) -> tuple[StaffSurvey, ...]:
    """Every survey, newest first."""
    return handbook.of(SURVEYS)


def last(handbook: Handbook) -> tuple[StaffSurvey, ...]:
    """The last survey that is closed, as the only one; none where nobody has been asked."""
    return closed(handbook)[:1]


@warning("survey-small-group", of=groups)
def small_group(group: GroupIn, _handbook: Handbook) -> Findings:
    """En gruppe i en spørreundersøkelse har minst fem svar.

    Med færre kan noen regne ut hva en kollega har svart. Da blir gruppa ikke vist, og en gruppe til blir holdt utenfor
    så den første ikke kan regnes ut av summen. Svarene er med i tallet for alle. Fila kan leses av flere enn de som
    leser håndboka, så tell små grupper sammen før dere skriver dem inn.

    Kilde: håndbokas eget vern av dem som svarer.

    Riktig::

        surveys:
          - {id: var, closed: 2026-03-20, groups: [{services: [ppt, skole], asked: 12, answered: 9}]}

    Feil::

        surveys:
          - id: var
            closed: 2026-03-20
            groups:
              - {services: [ppt], asked: 6, answered: 4}
              - {services: [skole], asked: 30, answered: 21}
    """
    if is_small(group.value):
        yield Finding(group.at("answered"), Message(_SMALL), Lack.WRONG)


@error("survey-twice", of=surveys)
def twice(survey: StaffSurvey, handbook: Handbook) -> Findings:
    """En spørreundersøkelse står én gang.

    To filer om den samme undersøkelsen gir dobbelt så mange svar, og en endring som ikke er noen. Er den ene delt i
    andre grupper enn den andre, kan forskjellen også vise hva noen få har svart. Det er den samme når den ble avsluttet
    samme dag, eller når alle svarene er like. Ble flere tjenester spurt hver for seg, er de grupper i samme fil.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        surveys:
          - {id: alle, closed: 2024-03-20, groups: [{services: [ppt, skole], asked: 36, answered: 30}]}
          - {id: alle-igjen, closed: 2026-03-20, groups: [{services: [ppt, skole], asked: 38, answered: 27}]}

    Feil::

        surveys:
          - {id: alle, closed: 2026-03-20, groups: [{services: [ppt, skole], asked: 38, answered: 27}]}
          - {id: skole, closed: 2026-03-20, groups: [{services: [skole], asked: 30, answered: 21}]}

    Feil::

        surveys:
          - {id: host, closed: 2026-09-18, groups: [{services: [ppt, skole], asked: 38, answered: 27}]}
          - {id: var, closed: 2026-03-20, groups: [{services: [ppt, skole], asked: 38, answered: 27}]}
    """
    for other in handbook.of(SURVEYS):
        if other.id < survey.id and _are_same(survey, other):
            yield Finding(survey.at("id"), Message(_TWICE, other=other.id), Lack.WRONG)
            return


def _are_same(one: StaffSurvey, other: StaffSurvey) -> bool:
    return one.closed == other.closed or one.groups == other.groups


@warning("survey-date", of=surveys)
def date(survey: StaffSurvey, handbook: Handbook) -> Findings:
    """En spørreundersøkelse er avsluttet når svarene står i håndboka.

    Svarene fra en undersøkelse som ennå går, endrer seg. De blir ikke regnet med før dagen er kommet.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        surveys: [{id: host, closed: 2026-11-22, groups: [{services: [ppt, skole], asked: 38, answered: 27}]}]

    Feil::

        surveys: [{id: host, closed: 2026-11-23, groups: [{services: [ppt, skole], asked: 38, answered: 27}]}]
    """
    if survey.closed > handbook.today:
        yield Finding(survey.at("closed"), Message(_AHEAD, date=survey.closed), Lack.WRONG)


@warning("survey-age", of=last)
def age(survey: StaffSurvey, handbook: Handbook) -> Findings:
    """De ansatte er spurt de siste to årene, når dere først har begynt å spørre dem.

    Håndboka kan være full av rutiner ingen kjenner. Etter to år er mange ansatte nye, og svarene sier ikke lenger
    hvordan det er. Kommuner som aldri har spurt, får ikke varselet; egenkontrollen sier at de ikke er spurt.

    Kilde: NOVA-rapport 18/2011, kapittel 2 (de ansatte ble spurt i to omganger).

    Riktig::

        surveys: [{id: host, closed: 2024-11-22, groups: [{services: [ppt, skole], asked: 38, answered: 27}]}]

    Feil::

        surveys: [{id: host, closed: 2024-11-21, groups: [{services: [ppt, skole], asked: 38, answered: 27}]}]
    """
    if is_old(handbook, survey):
        yield Finding(survey.at("closed"), Message(_OLD, date=survey.closed), Lack.STALE)


EXPECTATIONS = (small_group, twice, date, age)
