"""One thing to be done as it is told: in the words of the handbook's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.edition.phrases import Phrases
from builder.facts.tasks import Task, asked, owner_name
from builder.model.handbook import Handbook
from builder.model.kinds import kind_of
from builder.model.service import CONTACTS
from builder.problem import Message
from builder.views import asking


@dataclass(frozen=True, slots=True)
class Row:
    """What, by when, who sees to it, and whom to ask with which message."""

    municipality: str
    title: str
    duty: str
    what: str
    kind: str
    reference: str
    name: str
    owner: str
    owner_id: str
    due: dt.date | None
    late: bool
    ask: str
    phone: str
    email: str
    question: str
    subject: str
    message: str
    answer: str
    file: str
    sender: str


def rows_of(handbook: Handbook, tasks: Iterable[Task], phrases: Phrases) -> Iterator[Row]:
    """The tasks of a handbook as rows."""
    return (_row(handbook, task, phrases) for task in tasks)


def _row(handbook: Handbook, task: Task, phrases: Phrases) -> Row:
    whom = asked(handbook, task)
    known: list[Message] = list(asking.letter(handbook, task))
    return Row(
        municipality=handbook.municipality.id,
        title=handbook.municipality.title,
        duty=task.duty.value,
        what=phrases.label(task.duty),
        kind=(CONTACTS if task.contact else kind_of(task.record)).name,
        reference=task.reference,
        name=task.name,
        owner=owner_name(handbook, task.owner),
        owner_id=task.owner,
        due=task.due,
        late=task.late(handbook.today),
        ask=whom.name,
        phone=whom.phone or "",
        email=whom.email or "",
        question=phrases.said(asking.question(task)),
        subject=phrases.said(asking.subject(handbook, task)),
        message="\n".join(phrases.said(line) for line in known),
        answer=asking.answer(handbook, task),
        file=task.record.at("id").path,
        sender=handbook.municipality.editors.email,
    )
