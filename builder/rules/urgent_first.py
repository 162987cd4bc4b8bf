"""Et forløp som haster, begynner straks og sier hvilket nummer du ringer.

Den som leser dette, har et barn i fare foran seg. Det første steget skal ha fristen straks og et
nødnummer, før alt annet.

Kilde: straffeloven § 196 (Plikt til å avverge et straffbart forhold); håndbokas egen sammenheng.

Riktig::

    pathways:
      - id: akutt
        steps: [{id: ring, title: Ring 112, deadline: {at_once: true}}]

Feil::

    pathways:
      - id: akutt
        steps: [{id: ring, title: Si fra til lederen, deadline: {at_once: false, amount: 2, unit: days}}]
"""

from __future__ import annotations

import re

from builder.facts.record_texts import texts
from builder.i18n import N_
from builder.model.pathway import Step
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "urgent-first"
SEVERITY = Severity.WARNING

_SLOW = N_("«{pathway}» haster, men det første steget har ikke fristen straks (deadline: at_once)")
_NO_NUMBER = N_("«{pathway}» haster, men det første steget sier ikke hvilket nødnummer du ringer")
_EMERGENCY = frozenset({"110", "112", "113", "116117", "116111"})


def check(subject: Subject) -> Findings:
    """The first step of an urgent pathway is at once, and names a number to ring."""
    numbers = _EMERGENCY | {_digits(number.phone) for number in subject.handbook.emergency}
    for pathway in subject.handbook.pathways:
        if not pathway.urgent:
            continue
        first = pathway.steps[0]
        if first.deadline is None or not first.deadline.at_once:
            yield pathway.at("steps", 0, "deadline"), Message(_SLOW, pathway=pathway.title)
        if not _names_a_number(first, numbers):
            yield pathway.at("steps", 0), Message(_NO_NUMBER, pathway=pathway.title)


def _names_a_number(step: Step, numbers: frozenset[str]) -> bool:
    written = " ".join(text for _, text in texts(step))
    return any(_digits(found) in numbers for found in re.findall(r"\d[\d ]*\d", written))


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
