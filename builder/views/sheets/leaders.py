"""The list for the leaders' meeting: where the handbook is not introduced, with room to agree on a day."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from builder.facts.introductions import is_expected
from builder.facts.upkeep import is_demonstration
from builder.model.handbook import Handbook
from builder.views import introductions, routes
from builder.views.introductions import Standing
from builder.views.page import Context, Place
from builder.views.routes import Names
from builder.views.sheets.sheet import Copy, Sheet, valid_until
from builder.views.urls import print_file

#: As many workplaces go on one page.
_ON_A_PAGE = 45


@dataclass(frozen=True, slots=True)
class IntroductionList(Context):
    """Where something is to be agreed, and where it is done; in a demonstration the days are examples."""

    template: ClassVar = "introduction-list"

    standing: Standing
    example: bool


def sheets(handbook: Handbook, names: Names) -> Iterator[Sheet]:
    """One sheet, where the handbook is to be introduced. It is right until the next day that is agreed."""
    if not is_expected(handbook):
        return
    found = introductions.standing(handbook, names)
    rows = (*found.never, *found.late, *found.done)
    ahead = (row.known.next for row in rows if row.known.next and row.known.next >= handbook.today)
    yield Sheet(
        "innforing",
        introductions.TITLE,
        IntroductionList(found, is_demonstration(handbook)),
        kind=introductions.TITLE,
        copies=(Copy(print_file("innforing"), "A4"),),
        of=Place(routes.INTRODUCED),
        until=valid_until(handbook, *ahead),
        sides=math.ceil(len(rows) / _ON_A_PAGE) or 1,
    )
