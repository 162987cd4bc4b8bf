"""What is expected of the way through a pathway: that it holds together, and comes to an end."""

from __future__ import annotations

from builder.facts.parts import StepIn, TransitionIn, pathways, steps, transitions
from builder.facts.paths import reachable, with_a_way_out
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.pathway import Pathway
from builder.model.vocabulary import TransitionKind
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, error, warning
from builder.suggest import did_you_mean

_NO_END = N_("steget «{step}» fører ingen steder; skriv ends: true eller hva som skjer videre (transitions)")
_LOOP = N_("fra steget «{step}» går forløpet i ring, uten noen vei ut")
_UNREACHABLE = N_("ingen overgang fører fram til steget «{step}»")
_TO_ITSELF = N_("overgangen «{when}» fører til der den står; skriv hvor den skal, eller kind: back")
_UNKNOWN = N_("forløpet har ikke noe steg med id «{id}»{hint}")


@warning("pathway-end", of=steps)
def end(step: StepIn, _handbook: Handbook) -> Findings:
    """Et forløp sier hvor det slutter.

    Et steg uten fortsettelse skal være merket med ends, ellers vet ikke leseren om saken er ferdig eller om
    noe mangler.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        pathways:
          - id: uenighet
            steps: [{id: mote, ends: true}]

    Feil::

        pathways:
          - id: uenighet
            steps: [{id: mote, ends: false}]

    Riktig::

        pathways:
          - id: uenighet
            steps: [{id: mote, ends: false, transitions: [{when: Det haster, pathway: akutt, kind: out}]}]

    Feil::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, transitions: [{when: Ikke enige, step: leder}]}
              - {id: leder, title: Lederen bestemmer, responsible: skole.rektor}
    """
    if not step.value.transitions and not step.value.ends:
        yield Finding(step.at("id"), Message(_NO_END, step=step.value.title))


@error("pathway-loop", of=pathways)
def loop(pathway: Pathway, _handbook: Handbook) -> Findings:
    """Et forløp går ikke i ring uten en vei ut.

    Steg som bare viser til hverandre, sender familien rundt. Minst ett av dem må føre til et steg der
    forløpet kan slutte, eller til et annet forløp.

    Kilde: NOVA-rapport 18/2011, kapittel 4 (Rolleavklaring); håndbokas egen sammenheng.

    Riktig::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, ends: true, transitions: [{when: Ikke enige, step: igjen}]}
              - id: igjen
                title: Prøv en gang til
                responsible: skole.rektor
                transitions: [{when: Enige, step: mote}]

    Feil::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, ends: false, transitions: [{when: Ikke enige, step: igjen}]}
              - id: igjen
                title: Prøv en gang til
                responsible: skole.rektor
                transitions: [{when: Ikke enige, step: mote}]

    Riktig::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, ends: false, transitions: [{when: Ikke enige, step: igjen}]}
              - {id: igjen, title: Prøv igjen, responsible: skole.rektor, transitions: [{when: Så, pathway: akutt}]}

    Feil::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, ends: false, transitions: [{when: Ikke enige ennå, step: mote, kind: back}]}

    Feil::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, ends: true, transitions: [{when: Ikke enige, step: igjen}]}
              - {id: igjen, title: Prøv igjen, responsible: skole.rektor, transitions: [{when: Nei, step: sist}]}
              - {id: sist, title: Prøv på nytt, responsible: skole.rektor, transitions: [{when: Nei, step: igjen}]}
    """
    caught = reachable(pathway) - with_a_way_out(pathway)
    if caught:  # told once, at the first of the steps
        number, step = next((number, step) for number, step in enumerate(pathway.steps) if step.id in caught)
        yield Finding(pathway.at("steps", number, "transitions"), Message(_LOOP, step=step.title), Lack.WRONG)


@error("step-unreachable", of=steps)
def way_to_step(step: StepIn, _handbook: Handbook) -> Findings:
    """Hvert steg i et forløp kan nås fra det første.

    Et steg ingen overgang fører til, blir aldri gjort, selv om det står på siden og ser viktig ut.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, transitions: [{when: Ikke enige, step: leder}]}
              - {id: leder, title: Lederen bestemmer, responsible: skole.rektor, ends: true}

    Feil::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, ends: true}
              - {id: leder, title: Lederen bestemmer, responsible: skole.rektor, ends: true}

    Riktig::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, transitions: [{when: Ikke enige, step: kommunedirektor}]}
              - {id: leder, title: Lederen bestemmer, responsible: skole.rektor, ends: true}
              - {id: kommunedirektor, title: Avgjør, responsible: skole.rektor, transitions: [{when: Så, step: leder}]}

    Feil::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, ends: true}
              - {id: leder, title: Bestem, responsible: skole.rektor, transitions: [{when: Nei, step: mote}]}

    Feil::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, ends: true}
              - {id: leder, title: Si fra, responsible: skole.rektor, transitions: [{when: Så, step: direktor}]}
              - {id: direktor, title: Bestem, responsible: skole.rektor, transitions: [{when: Så, step: leder}]}
    """
    if step.value.id not in reachable(step.record):
        yield Finding(step.at("id"), Message(_UNREACHABLE, step=step.value.title), Lack.WRONG)


def onward_transitions(handbook: Handbook) -> tuple[TransitionIn, ...]:
    """The transitions onward and out; one that goes back may say that the step is done again."""
    return tuple(one for one in transitions(handbook) if one.value.kind is not TransitionKind.BACK)


@warning("transition-to-itself", of=onward_transitions)
def elsewhere(transition: TransitionIn, _handbook: Handbook) -> Findings:
    """En overgang videre fører ikke til steget den står i.

    «Gå videre til steget du er på» sier ikke leseren noe. Skal steget gjøres om igjen, skriver du kind: back.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        pathways:
          - id: uenighet
            steps: [{id: mote, ends: true}]

    Feil::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, ends: true, transitions: [{when: Vi er ikke enige ennå, step: mote}]}

    Riktig::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, ends: true, transitions: [{when: Vi er ikke enige ennå, step: mote, kind: back}]}

    Feil::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, ends: true, transitions: [{when: Vi er ikke enige ennå, pathway: uenighet}]}

    Feil::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, ends: true, transitions: [{when: Det haster, pathway: uenighet, kind: out}]}
    """
    pathway, (_, number, *_rest) = transition.record, transition.path
    if transition.value.step == pathway.steps[int(number)].id or transition.value.pathway == pathway.id:
        field = "step" if transition.value.step else "pathway"
        yield Finding(transition.at(field), Message(_TO_ITSELF, when=transition.value.when), Lack.WRONG)


def transitions_within(handbook: Handbook) -> tuple[TransitionIn, ...]:
    """The transitions to another step of the same pathway."""
    return tuple(one for one in transitions(handbook) if one.value.step is not None)


@error("unknown-step", of=transitions_within)
def known_step(transition: TransitionIn, _handbook: Handbook) -> Findings:
    """En overgang må føre til et steg som finnes i samme forløp.

    Et forløp som peker ut i løse lufta, stopper leseren midt i en sak.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                title: Snakk med en kollega
                responsible: ansatt
                transitions:
                  - when: Bekymringen er fortsatt der
                    step: meld
              - id: meld
                title: Meld fra
                responsible: ansatt

    Feil::

        pathways:
          - id: bekymret-barn
            steps:
              - id: snakk
                title: Snakk med en kollega
                responsible: ansatt
                transitions:
                  - when: Bekymringen er fortsatt der
                    step: mled
              - id: meld
                title: Meld fra
                responsible: ansatt

    Riktig::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, ends: true, transitions: [{when: Ikke enige, step: mote, kind: back}]}

    Feil::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, ends: true, transitions: [{when: Noen blir bekymret, step: meld}]}

    Feil::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, ends: true, transitions: [{when: Det haster, step: akutt}]}
    """
    known = {step.id for step in transition.record.steps}
    if transition.value.step is not None and transition.value.step not in known:
        hint = did_you_mean(transition.value.step, known)
        yield Finding(transition.at("step"), Message(_UNKNOWN, id=transition.value.step, hint=hint), Lack.WRONG)


EXPECTATIONS = (end, loop, way_to_step, elsewhere, known_step)
