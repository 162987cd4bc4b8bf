"""What is expected of steps: that one role is responsible, by when, and that whoever takes over is met again."""

from __future__ import annotations

import datetime as dt

from dateutil.relativedelta import relativedelta

from builder.facts.membership import actors_on
from builder.facts.parts import StepIn, steps
from builder.i18n import N_
from builder.model.deadline import due
from builder.model.handbook import Handbook
from builder.model.pathway import Pathway
from builder.problem import Message, one_or_more
from builder.rules.expectation import Finding, Findings, Lack, error, warning

_NOBODY = N_("steget «{step}» har ingen ansvarlig; skriv én rolle under responsible")
_AS_A_LIST = N_("skriv rollen rett etter responsible, ikke som en liste")
_SEVERAL = N_("steget «{step}» har {count} ansvarlige; velg én, og sett de andre under participants")
_NO_DEADLINE = N_("steget «{step}» har ingen frist; skriv at_once eller amount og unit")
_TO_THE_SAME = N_("«{step}» går over til den som alt er ansvarlig; skriv hvem som tar over (handover_to)")
_GONE = N_("den som tar over etter «{step}», er ikke med på noe senere steg; legg til steget, eller sett ends: true")


@error("one-responsible", of=steps)
def responsible(step: StepIn, _handbook: Handbook) -> Findings:
    """Hvert steg i et forløp har nøyaktig én ansvarlig rolle.

    Når to har ansvaret, har ingen det: saken skyves fra tjeneste til tjeneste. De andre som er med,
    hører hjemme under participants.

    Kilde: NOVA-rapport 18/2011, kapittel 6 (Rolleavklaring) og kapittel 10.

    Riktig::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                title: Snakk med en kollega
                responsible: ansatt

    Feil::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                title: Snakk med en kollega
                responsible: [ansatt, ppt.leder]

    Riktig::

        pathways:
          - id: akutt
            steps: [{id: ring, responsible: ansatt, participants: [skole.rektor, ppt]}]

    Feil::

        pathways:
          - id: akutt
            steps: [{id: ring, responsible: null, participants: [skole.rektor]}]

    Feil::

        pathways:
          - id: akutt
            steps: [{id: ring, responsible: [ansatt]}]
    """
    roles = step.value.responsible
    if not roles:
        yield Finding(step.at(), Message(_NOBODY, step=step.value.title))
    elif isinstance(roles, tuple):
        several = Message(_SEVERAL, step=step.value.title, count=len(roles))
        yield Finding(step.at("responsible"), several if len(roles) > 1 else Message(_AS_A_LIST), Lack.WRONG)


@warning("step-deadline", of=steps)
def deadline(step: StepIn, _handbook: Handbook) -> Findings:
    """Hvert steg har en frist.

    Et steg uten frist blir gjort når noen har tid. Fristen kan komme av loven eller være en lokal avtale;
    straks er også en frist.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Åpenhet og Formelle strukturer).

    Riktig::

        pathways:
          - id: uenighet
            steps: [{id: mote, deadline: {amount: 5, unit: working-days, from: dere ble uenige}}]

    Feil::

        pathways:
          - id: uenighet
            steps: [{id: mote, deadline: null}]

    Riktig::

        pathways:
          - id: akutt
            steps: [{id: ring, deadline: {at_once: true}}]

    Feil::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, text: Møt innen to uker., transitions: [{when: Ikke enige, step: leder}]}
              - {id: leder, title: Lederen bestemmer, responsible: skole.rektor, ends: true}
    """
    if step.value.deadline is None:
        yield Finding(step.at(), Message(_NO_DEADLINE, step=step.value.title))


def handed_over(handbook: Handbook) -> tuple[StepIn, ...]:
    """The steps that say who takes over."""
    return tuple(step for step in steps(handbook) if step.value.handover_to is not None)


@warning("step-handover", of=handed_over)
def handover(step: StepIn, _handbook: Handbook) -> Findings:
    """Den som tar over etter et steg, er en annen enn den som var ansvarlig, og er med videre i forløpet.

    I overganger slipper den ene taket før den andre har tatt imot. Når det står hvem som tar over, skal den
    også ha ansvar for eller være med på et senere steg, med mindre forløpet kan slutte der.

    Kilde: masteroppgave om overgangen fra barnevern til tjenester for voksne, kapittel 2.3 (Sårbare
    overganger).

    Riktig::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                handover_to: skole.rektor

    Feil::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                handover_to: ansatt

    Riktig::

        pathways:
          - id: bekymret-barn
            steps:
              - {id: snakk, handover_to: ppt}

    Riktig::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
              - {id: meld, ends: true, handover_to: ppt.leder}

    Feil::

        pathways:
          - id: bekymret-barn
            steps:
              - {id: snakk, handover_to: ppt.leder}

    Feil::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
              - {id: meld, ends: true, handover_to: skole.rektor}

    Feil::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
              - {id: meld, ends: false, handover_to: ansatt}
    """
    if step.value.handover_to == step.value.responsible:
        yield Finding(step.at("handover_to"), Message(_TO_THE_SAME, step=step.value.title), Lack.WRONG)
    elif not step.value.ends and step.value.handover_to not in _met_after(step):
        yield Finding(step.at("handover_to"), Message(_GONE, step=step.value.title), Lack.WRONG)


def _met_after(step: StepIn) -> set[str]:
    later = step.record.steps[step.number + 1 :]
    return {actor for other in later for actor in actors_on(other)}


#: Any day does: a pathway and its deadlines are counted back from the same one.
_BIRTHDAY = dt.date(2027, 6, 15)


def counted_back(handbook: Handbook) -> tuple[StepIn, ...]:
    """The steps with a deadline before something, in pathways that begin a number of months before it."""
    return tuple(
        step
        for step in steps(handbook)
        if _months_before(step.record) is not None and step.value.deadline and step.value.deadline.before
    )


def _months_before(pathway: Pathway) -> int | None:
    return pathway.trigger.months_before if pathway.trigger else None


@warning("deadline-before-start", of=counted_back)
def start(step: StepIn, _handbook: Handbook) -> Findings:
    """En frist som regnes bakover, ligger ikke før forløpet begynner.

    Begynner forløpet et år før den unge fyller 18, er en frist halvannet år før ute den dagen noen åpner
    forløpet. Begynn tidligere (trigger), eller sett fristen senere.

    Kilde: masteroppgave om overgangen fra barnevern til tjenester for voksne, kapittel 2.3 (Sårbare
    overganger); håndbokas egen sammenheng.

    Riktig::

        pathways:
          - id: uenighet
            trigger: {age: 18, months_before: 12}
            steps:
              - id: mote
                deadline: {amount: 6, unit: months, before: den unge fyller 18 år}

    Feil::

        pathways:
          - id: uenighet
            trigger: {age: 18, months_before: 12}
            steps:
              - id: mote
                deadline: {amount: 18, unit: months, before: den unge fyller 18 år}

    Riktig::

        pathways:
          - id: uenighet
            trigger: {age: 18, months_before: 12}
            steps:
              - {id: mote, deadline: {amount: 12, unit: months, before: den unge fyller 18 år}}

    Riktig::

        pathways:
          - id: uenighet
            trigger: {age: 18, months_before: 12}
            steps:
              - {id: mote, deadline: {amount: 18, unit: months, from: den unge fyller 17 år}}

    Feil::

        pathways:
          - id: uenighet
            trigger: {age: 18, months_before: 1}
            steps:
              - {id: mote, deadline: {amount: 5, unit: weeks, before: den unge fyller 18 år}}

    Feil::

        pathways:
          - id: uenighet
            trigger: {age: 18, months_before: 0}
            steps:
              - {id: mote, deadline: {amount: 1, unit: days, before: den unge fyller 18 år}}
    """
    months = _months_before(step.record)
    last = due(step.value.deadline, _BIRTHDAY) if step.value.deadline else None
    if months is not None and last is not None and last < _BIRTHDAY - relativedelta(months=months):
        message = one_or_more(
            "«{step}» har frist før forløpet begynner, {count} måned før; begynn tidligere eller flytt fristen",
            "«{step}» har frist før forløpet begynner, {count} måneder før; begynn tidligere eller flytt fristen",
            months,
            step=step.value.title,
        )
        yield Finding(step.at("deadline"), message, Lack.WRONG)


EXPECTATIONS = (responsible, deadline, handover, start)
