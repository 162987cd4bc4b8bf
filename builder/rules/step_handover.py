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
"""

from __future__ import annotations

from builder.facts.membership import actors_on
from builder.i18n import N_
from builder.model.pathway import Pathway, Step
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "step-handover"
SEVERITY = Severity.WARNING

_SAME = N_("«{step}» går over til den som alt er ansvarlig; skriv hvem som tar over (handover_to)")
_GONE = N_("den som tar over etter «{step}», er ikke med på noe senere steg; legg til steget, eller sett ends: true")


def check(subject: Subject) -> Findings:
    """Whoever takes over is somebody else, and is met again unless the pathway may end."""
    for pathway in subject.handbook.pathways:
        for index, step in enumerate(pathway.steps):
            sentence = _fault(pathway, index, step)
            if sentence:
                yield pathway.at("steps", index, "handover_to"), Message(sentence, step=step.title)


def _fault(pathway: Pathway, index: int, step: Step) -> str | None:
    if step.handover_to is None:
        return None
    if step.handover_to == step.responsible:
        return _SAME
    later = {actor for other in pathway.steps[index + 1 :] for actor in actors_on(other)}
    return None if step.ends or step.handover_to in later else _GONE
