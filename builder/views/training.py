"""Cases to practise on: the list, and one sheet each to take to a staff meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.model.handbook import Handbook
from builder.model.training import TRAINING, TrainingCase
from builder.views import routes
from builder.views.page import Chapter, Context, Link, Page
from builder.views.related import links_of
from builder.views.routes import Names


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case in the list."""

    case: TrainingCase
    link: Link


@dataclass(frozen=True, slots=True)
class CasesPage(Context):
    """The list."""

    template: ClassVar = "cases"

    cases: Sequence[CaseRow]


@dataclass(frozen=True, slots=True)
class CasePage(Context):
    """A case, and the routines that are practised."""

    template: ClassVar = "case"

    case: TrainingCase
    routines: Sequence[Link]


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The list and the cases."""
    title = TRAINING.plural
    if not handbook.training:
        return Chapter(title, ())
    index = Page(
        routes.list_of(TRAINING),
        title,
        CasesPage([CaseRow(case, names.to(case)) for case in handbook.training]),
    )
    pages = [
        Page(
            routes.page_of(TRAINING, case.id),
            case.title,
            CasePage(case, links_of(names, case.concerns)),
            description=case.situation,
        )
        for case in handbook.training
    ]
    return Chapter(title, (index, *pages))
