"""The round: what is to be done, by owner, with whom to ask and a message that is ready; as page and print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath
from typing import ClassVar

from builder.facts.tasks import ROUND, Asked, Duty, Task, asked, owner_name, tasks
from builder.i18n import N_
from builder.load.shared import COMMON
from builder.model.collation import alphabetical
from builder.model.handbook import Handbook
from builder.problem import Message
from builder.slug import slug
from builder.views import asking, routes
from builder.views.page import Context, Link, Medium, Page

TITLE = N_("Kontrollrunde")


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One thing to do: where it stands, whom to ask with which message, and how the answer is written."""

    task: Task
    link: Link
    late: bool
    asked: Asked
    question: Message
    detail: Sequence[Message]
    subject: Message
    letter: Sequence[Message]
    answer: str
    file: str
    edit: str


@dataclass(frozen=True, slots=True)
class Owned:
    """What one owner sees to; `key` tells owners apart."""

    key: str
    name: str
    rows: Sequence[TaskRow]


@dataclass(frozen=True, slots=True)
class RoundPage(Context):
    """All that is due within the days of a round."""

    template: ClassVar = "verification-round"

    owners: Sequence[Owned]
    duties: Sequence[Duty]
    days: int


def page(handbook: Handbook) -> Page:
    """The page, for those who keep the handbook."""
    owners = owned(handbook)
    duties = sorted({row.task.duty for one in owners for row in one.rows}, key=list(Duty).index)
    return Page(routes.ROUND, TITLE, RoundPage(owners, duties, ROUND.days), medium=Medium.SITE)


def owned(handbook: Handbook) -> list[Owned]:
    """What is due, by owner in the order of the alphabet."""

    def name(task: Task) -> str:
        return owner_name(handbook, task.owner)

    found = sorted(tasks(handbook), key=lambda task: alphabetical(name(task)))
    return [
        Owned(slug(owner), owner, [_row(handbook, task) for task in some]) for owner, some in groupby(found, key=name)
    ]


def _row(handbook: Handbook, task: Task) -> TaskRow:
    file = _file(handbook, task)
    return TaskRow(
        task=task,
        link=Link(task.name, asking.page_of(task)),
        late=task.late(handbook.today),
        asked=asked(handbook, task),
        question=asking.question(task),
        detail=asking.detail(handbook, task),
        subject=asking.subject(handbook, task),
        letter=asking.letter(handbook, task),
        answer=asking.answer(handbook, task),
        file=file,
        edit=_edited_at(handbook, file),
    )


def _file(handbook: Handbook, task: Task) -> str:
    """The file a record stands in, from the data folder; empty for a record of no file."""
    parts = PurePath(task.record.at("id").path).parts
    start = next((n for n, part in enumerate(parts) if part in (handbook.municipality.id, COMMON)), len(parts))
    return "/".join(parts[start:])


def _edited_at(handbook: Handbook, file: str) -> str:
    """Where a file is edited on the web; empty where the municipality has not said where."""
    place = handbook.municipality.edited_at
    return f"{place.rstrip('/')}/{file}" if place and file else ""
