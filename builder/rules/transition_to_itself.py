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
"""

from __future__ import annotations

from builder.model.vocabulary import TransitionKind
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "transition-to-itself"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Findings:
    """No transition leads on to where it stands. Back to it means that the step is done again."""
    for pathway in subject.handbook.pathways:
        for number, step in enumerate(pathway.steps):
            for index, transition in enumerate(step.transitions):
                onward = transition.kind is not TransitionKind.BACK
                if onward and (transition.step == step.id or transition.pathway == pathway.id):
                    field = "step" if transition.step else "pathway"
                    yield (
                        pathway.at("steps", number, "transitions", index, field),
                        Message(
                            "overgangen «{when}» fører til der den står; skriv hvor den skal, eller kind: back",
                            when=transition.when,
                        ),
                    )
