"""Det en post viser til, må finnes.

En lenke som ikke fører noe sted, sender den som har det travelt på villspor. Vanligste årsak er en
skrivefeil eller en post som har fått nytt navn.

Kilde: håndbokas egen sammenheng.

Riktig::

    services:
      - id: ppt
        works_with: [skole]

Feil::

    services:
      - id: ppt
        works_with: [skule]
"""

from __future__ import annotations

from builder.i18n import N_
from builder.model.kinds import NAMED
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject
from builder.suggest import did_you_mean

ID = "unknown-reference"
SEVERITY = Severity.ERROR

_EITHER = N_("{first} eller {second}")


def check(subject: Subject) -> Findings:
    """Every reference must name a record of the right kind."""
    handbook = subject.handbook
    for reference in handbook.references:
        if reference.kind is None:
            known = set().union(*(handbook.ids(NAMED[kind]) for kind in reference.kinds))
            yield (
                reference.source.at(*reference.path),
                Message(
                    "fant ikke {kind} med id «{id}»{hint}",
                    kind=_either(reference.kinds),
                    id=reference.id,
                    hint=did_you_mean(reference.id, known),
                ),
            )


def _either(kinds: tuple[str, ...]) -> Message:
    label = Message(NAMED[kinds[0]].label)
    return Message(_EITHER, first=label, second=_either(kinds[1:])) if len(kinds) > 1 else label
