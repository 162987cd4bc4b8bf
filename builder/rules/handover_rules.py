"""What is expected where a person goes over to others: that somebody takes over, may say yes, and says so."""

from __future__ import annotations

from builder.facts.handovers import OVER_TO_OTHERS, agreed_on, confirmer, deciders, handovers
from builder.facts.parts import StepIn
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.pathway import Pathway
from builder.problem import Mark, Message
from builder.rules.expectation import Finding, Findings, advice, warning

_NOBODY = N_("ingen tar over etter «{step}»; skriv hvem under handover_to, så den unge har noen dagen etter")
_NO_STEP = N_(
    "«{pathway}» er en overgang, men ingen steg sier hvem som tar over; skriv handover_to i steget der det skjer"
)
_NO_OVERLAP = N_(
    "andre tar over etter «{step}», men det står ikke hvor lenge begge er med; skriv overlap under handover"
)
_NO_DECIDER = N_(
    "andre tar over etter «{step}», men det står ikke hvem som kan si ja; skriv deciders under handover, eller gi en "
    "fast deltaker fra dem i møtet mandate: decide"
)
_NOT_CONFIRMED = N_(
    "andre tar over etter «{step}», men ingen bekrefter at personen er tatt imot; skriv confirmation under handover"
)


@warning("handover-receiver", of=agreed_on)
def taken_over(step: StepIn, _handbook: Handbook) -> Findings:
    """Der en person går over til andre, står det hvem som tar over.

    Uten en navngitt mottaker slipper den ene taket før noen har tatt imot. Den unge vet da ikke hvem som har
    ansvaret neste mandag, og ingen av tjenestene gjør det heller.

    Kilde: masteroppgave om overgangen fra barnevern til tjenester for voksne, kapittel 4.3 (Prosedyrer og
    rutiner for overganger).

    Riktig::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                handover_to: skole.rektor
                handover: {overlap: {amount: 2, unit: weeks}}

    Feil::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                handover: {overlap: {amount: 2, unit: weeks}}
    """
    if step.value.handover_to is None:
        yield Finding(step.at("handover"), Message(_NOBODY, step=step.value.title))


def over_to_others(handbook: Handbook) -> tuple[Pathway, ...]:
    """The pathways of situations where somebody else is to take over."""
    return tuple(pathway for pathway in handbook.pathways if pathway.situation in OVER_TO_OTHERS)


@warning("handover-named", of=over_to_others)
def named(pathway: Pathway, _handbook: Handbook) -> Findings:
    """Et forløp for en overgang har minst ett steg som sier hvem som tar over.

    I en overgang er det selve poenget at noen andre tar imot. Står det bare at man møtes og søker, er det den unge
    selv som må finne ut hvem det ble.

    Kilde: masteroppgave om overgangen fra barnevern til tjenester for voksne, kapittel 5.2 (Prosedyrer og rutiner
    for overganger).

    Riktig::

        pathways:
          - id: bekymret-barn
            situation: to-adult-services
            steps:
              - id: snakk
                handover_to: skole.rektor

    Feil::

        pathways:
          - id: bekymret-barn
            situation: to-adult-services
    """
    if not any(step.handover_to or step.handover for step in pathway.steps):
        yield Finding(pathway.at("situation"), Message(_NO_STEP, pathway=pathway.title))


@advice("handover-overlap", of=handovers)
def overlap(step: StepIn, _handbook: Handbook) -> Findings:
    """Der en person går over til andre, står det hvor lenge både den gamle og den nye er med.

    Tillit tar tid. Er den gamle med til den nye er kjent, blir det som glipper, sett av noen som kjenner den unge. Ett
    felles møte er også en tid: skriv den i timer.

    Kilde: masteroppgave om overgangen fra barnevern til tjenester for voksne, kapittel 4.4 og 5.1 (Fra barnevernets
    «massive støtte» til rustjenestens «en time i uka»).

    Riktig::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                handover_to: skole.rektor
                handover: {overlap: {amount: 3, unit: months}}

    Riktig::

        pathways:
          - id: bekymret-barn
            steps:
              - {id: snakk, handover_to: skole.rektor}

    Feil::

        pathways:
          - id: bekymret-barn
            situation: to-adult-services
            steps:
              - {id: snakk, responsible: ppt.leder, handover_to: skole.rektor}

    Feil::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                handover_to: skole.rektor
                handover: {deciders: [ppt.leder]}
    """
    if step.value.handover is None or step.value.handover.overlap is None:
        yield Finding(_place(step), Message(_NO_OVERLAP, step=step.value.title))


@advice("handover-decider", of=handovers)
def decided(step: StepIn, handbook: Handbook) -> Findings:
    """Der en person går over til andre, står det hvem som kan si ja til det.

    Den som møter, kan ofte bare ta det med hjem. Da er overgangen avtalt først når noen andre har vedtatt den, og i
    mellomtiden er det ingen som har sagt ja.

    Kilde: masteroppgave om overgangen fra barnevern til tjenester for voksne, kapittel 4.3 og 4.4 (om
    tildelingskontorene).

    Riktig::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                handover_to: skole.rektor
                handover: {deciders: [skole.rektor]}

    Riktig::

        forums:
          - id: team
            members: [{actor: skole.rektor, mandate: decide}]
        pathways:
          - id: bekymret-barn
            steps:
              - {id: snakk, forum: team, handover_to: skole.rektor, handover: {example: false}}

    Feil::

        forums:
          - id: team
            members: [{actor: ppt.leder, mandate: decide}]
        pathways:
          - id: bekymret-barn
            steps:
              - {id: snakk, forum: team, handover_to: skole.rektor, handover: {example: false}}
    """
    if not deciders(handbook, step.value):
        yield Finding(_place(step), Message(_NO_DECIDER, step=step.value.title))


@advice("handover-confirmed", of=agreed_on)
def confirmed(step: StepIn, _handbook: Handbook) -> Findings:
    """Den som tar over, bekrefter det innen en frist.

    En overføring som er sendt, er ikke tatt imot. Den gamle tjenesten slipper først når den nye har svart, og fristen
    sier når noen må ringe og spørre.

    Kilde: masteroppgave om tverrfaglig samarbeid i rusbehandling, kapittel 5.1; masteroppgave om overgangen fra
    barnevern til tjenester for voksne, kapittel 5.2.

    Riktig::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                handover_to: skole.rektor
                handover:
                  confirmation: {deadline: {amount: 1, unit: weeks, from: overføringen ble sendt}}

    Feil::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                handover_to: skole.rektor
                handover: {overlap: {amount: 3, unit: months}}
    """
    if not confirmer(step.value):
        yield Finding(_place(step), Message(_NOT_CONFIRMED, step=step.value.title))


def _place(step: StepIn) -> Mark:
    """Where what is agreed on stands, or who takes over."""
    return step.at("handover" if step.value.handover else "handover_to")


EXPECTATIONS = (taken_over, named, overlap, decided, confirmed)
