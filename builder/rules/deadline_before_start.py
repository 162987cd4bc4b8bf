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
"""

from __future__ import annotations

import datetime as dt

from dateutil.relativedelta import relativedelta

from builder.model.deadline import due
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "deadline-before-start"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Findings:
    """No step is due earlier than its pathway begins, counted back from the same day."""
    for pathway in subject.handbook.pathways:
        months = pathway.trigger.months_before if pathway.trigger else None
        if months is None:
            continue
        begins = _BIRTHDAY - relativedelta(months=months)
        for index, step in enumerate(pathway.steps):
            last = due(step.deadline, _BIRTHDAY) if step.deadline and step.deadline.before else None
            if last is not None and last < begins:
                message = Message(
                    "«{step}» har frist før forløpet begynner, {months} måneder før; begynn tidligere eller flytt "
                    "fristen",
                    step=step.title,
                    months=months,
                )
                yield pathway.at("steps", index, "deadline"), message


#: Any day does: both are counted back from it.
_BIRTHDAY = dt.date(2027, 6, 15)
