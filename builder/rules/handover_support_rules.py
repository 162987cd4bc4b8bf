"""What is expected of the hours of support before and after a person goes over to others."""

from __future__ import annotations

from builder.facts.handovers import agreed_on, giver, hours_around, receiver
from builder.facts.parts import StepIn
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, advice, warning

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


EXPECTATIONS = (falls, grows, sides)
