"""The pages of the edition in easy language: a front page with the questions, and an answer to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.facts.answering import Answering
from builder.facts.for_families import ForFamilies, easily_read, to_ring
from builder.i18n import N_
from builder.model.families import EasyPart
from builder.model.handbook import Handbook
from builder.views import routes
from builder.views.families import QuestionGroup, groups, place
from builder.views.page import Chapter, Context, Medium, Page, Place

_TITLE = N_("Lettlest")


@dataclass(frozen=True, slots=True)
class EasyFront(Context):
    """The questions."""

    template: ClassVar = "easy-front"

    groups: Sequence[QuestionGroup]


@dataclass(frozen=True, slots=True)
class EasyPage(Context):
    """An answer in easy language, and whom to ring."""

    template: ClassVar = "easy"

    question: str
    parts: Sequence[EasyPart]
    name: str
    answers: Answering | None
    front: Place


def chapters(handbook: Handbook) -> tuple[Chapter, ...]:
    """The front page, and the answers to the questions that are answered in easy language."""
    asked = groups(handbook, easy=True)
    front = Page(routes.FRONT, _TITLE, EasyFront(asked), medium=Medium.SITE)
    answers = {one.text.question: _page(handbook, one) for one in easily_read(handbook)}
    return (
        Chapter(N_("Forside"), (front,)),
        *(Chapter(group.title, tuple(answers[row.text.question] for row in group.rows)) for group in asked),
    )


def _page(handbook: Handbook, one: ForFamilies) -> Page:
    return Page(
        place(one).page,
        one.text.question,
        EasyPage(one.text.question, one.text.easy, one.record.label, to_ring(handbook, one), Place(routes.FRONT)),
        medium=Medium.SITE,
    )
