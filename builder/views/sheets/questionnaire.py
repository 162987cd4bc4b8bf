"""The questions to staff on one page: to copy and hand out, or to write into the municipality's own form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.facts.staff_says import SMALLEST
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.staff_question import StaffQuestion
from builder.views import routes
from builder.views.page import Context, Place
from builder.views.routes import Names
from builder.views.sheets.sheet import Copy, Sheet, valid_until
from builder.views.urls import print_file

TITLE = N_("Hvordan samarbeider vi?")
_KIND = N_("Spør de ansatte")


@dataclass(frozen=True, slots=True)
class Questionnaire(Context):
    """The questions in the order they are asked, and the fewest of a group whose answers are told."""

    template: ClassVar = "questionnaire"

    questions: Sequence[StaffQuestion]
    smallest: int


def sheets(handbook: Handbook, _names: Names) -> Iterator[Sheet]:
    """One sheet, the same whether or not anybody has been asked."""
    yield Sheet(
        "spor-ansatte",
        TITLE,
        Questionnaire(tuple(StaffQuestion), SMALLEST),
        kind=_KIND,
        copies=(Copy(print_file("spor-ansatte"), "A4"),),
        of=Place(routes.SELF_CHECK),
        until=valid_until(handbook),
        sides=1,
    )
