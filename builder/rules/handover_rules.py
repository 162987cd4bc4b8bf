"""What is expected where a person goes over to others: that somebody takes over, and that the support does not fall."""

from __future__ import annotations

from builder.facts.handovers import OVER_TO_OTHERS, confirmer, deciders, giver, handovers, hours_around, receiver
from builder.facts.parts import StepIn, steps
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.pathway import Pathway
from builder.problem import Mark, Message
from builder.rules.expectation import Finding, Findings, Lack, advice, warning

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
_FALLS = N_(
    "støtten faller fra {before} til {after} timer i uka etter «{step}»; avtal hvor lenge begge er med (overlap), "
    "eller skriv hvorfor det er nok (reason)"
)
_GROWS = N_(
    "støtten vokser fra {before} til {after} timer i uka etter «{step}»; er before og after byttet om, eller er et "
    "tall feil?"
)
_NO_SIDE = N_("«{step}» har timer, men ingen som gir dem; skriv hvem under by, eller ta ut timene")
_SAME_SIDE = N_("«{step}» har den samme før og etter; skriv hvem som har personen etterpå under by eller handover_to")

#: Support that falls below this part of what it was, is another life.
_HALF = 2
#: What somebody is given who needs more than before; beyond that it is rather a slip of the pen.
_TWICE = 2


def agreed_on(handbook: Handbook) -> tuple[StepIn, ...]:
    """The steps that say something of a handover."""
    return tuple(step for step in steps(handbook) if step.value.handover is not None)


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


@warning("handover-fall", of=agreed_on)
def falls(step: StepIn, _handbook: Handbook) -> Findings:
    """Støtten faller ikke til under halvparten uten at begge er med en tid, eller det står hvorfor det er nok.

    Unge som har hatt noen rundt seg hele døgnet, får ofte én til to timer i uka etterpå. Et slikt fall skal noen ha
    tenkt over før det skjer. Det er det høyeste tallet på hver side som regnes.

    Kilde: masteroppgave om overgangen fra barnevern til tjenester for voksne, kapittel 4.4 og 5.1 (Fra barnevernets
    «massive støtte» til rustjenestens «en time i uka»).

    Riktig::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                handover_to: skole.rektor
                handover:
                  before: {hours: 4}
                  after: {hours: 2}

    Riktig::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                handover_to: skole.rektor
                handover:
                  before: {hours: 20}
                  after: {hours: 1, up_to: 2}
                  overlap: {amount: 3, unit: months}

    Riktig::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                handover_to: skole.rektor
                handover:
                  before: {hours: 5}
                  after: {hours: 1}
                  reason: Eleven har selv bedt om det, og kan ringe når som helst.

    Feil::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                handover_to: skole.rektor
                handover:
                  before: {hours: 20}
                  after: {hours: 1, up_to: 2}

    Feil::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                handover_to: skole.rektor
                handover:
                  before: {hours: 1}
                  after: {hours: 0}
    """
    found, hours = step.value.handover, hours_around(step.value)
    if found is None or hours is None or found.overlap or found.reason:
        return
    before, after = hours
    if after * _HALF < before:
        message = Message(_FALLS, step=step.value.title, before=before, after=after)
        yield Finding(step.at("handover", "after", "hours"), message)


@advice("handover-growth", of=agreed_on)
def grows(step: StepIn, _handbook: Handbook) -> Findings:
    """Støtten vokser ikke til mer enn det dobbelte i en overgang.

    Det hender, som når noen flytter inn i en bolig med døgnvakt. Oftere er før og etter byttet om, eller et tall er
    timer i måneden.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                handover_to: skole.rektor
                handover:
                  before: {hours: 2}
                  after: {hours: 4}

    Riktig::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                handover_to: skole.rektor
                handover:
                  before: {hours: 0}
                  after: {hours: 4}

    Feil::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                handover_to: skole.rektor
                handover:
                  before: {hours: 2}
                  after: {hours: 40}
    """
    hours = hours_around(step.value)
    if hours and 0 < hours[0] * _TWICE < hours[1]:
        before, after = hours
        message = Message(_GROWS, step=step.value.title, before=before, after=after)
        yield Finding(step.at("handover", "after", "hours"), message, Lack.WRONG)


@warning("handover-sides", of=agreed_on)
def sides(step: StepIn, _handbook: Handbook) -> Findings:
    """Timene før og etter en overgang er fra hver sin.

    Før er det den ansvarlige for steget, etter er det den som tar over, når ikke noe annet står under by. Er det
    ingen, eller den samme, vet leseren ikke hvem timene kommer fra.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                handover_to: skole.rektor
                handover:
                  before: {hours: 4, by: ppt}
                  after: {hours: 2}

    Feil::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                handover:
                  after: {hours: 2}

    Feil::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                handover_to: skole.rektor
                handover:
                  before: {hours: 4, by: skole.rektor}
                  after: {hours: 4}
    """
    found = step.value.handover
    if found is None:
        return
    for name, support, who in (
        ("before", found.before, giver(step.value)),
        ("after", found.after, receiver(step.value)),
    ):
        if support is not None and support.hours is not None and not who:
            yield Finding(step.at("handover", name), Message(_NO_SIDE, step=step.value.title))
    if (
        giver(step.value)
        and giver(step.value) == receiver(step.value)
        and step.value.handover_to != step.value.responsible
    ):
        yield Finding(step.at("handover"), Message(_SAME_SIDE, step=step.value.title), Lack.WRONG)


def _place(step: StepIn) -> Mark:
    """Where what is agreed on stands, or who takes over."""
    return step.at("handover" if step.value.handover else "handover_to")


EXPECTATIONS = (taken_over, named, overlap, decided, confirmed, falls, grows, sides)
