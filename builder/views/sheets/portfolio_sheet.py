"""What is going on, for the leaders' meeting: what ends, what is proposed, and boxes for what is decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.model.handbook import Handbook
from builder.views import portfolio, routes
from builder.views.page import Context, Place
from builder.views.portfolio import ItemGroup, ItemRow, TotalRow
from builder.views.routes import Names
from builder.views.sheets.sheet import Copy, Sheet, valid_until
from builder.views.urls import print_file


@dataclass(frozen=True, slots=True)
class PortfolioSheet(Context):
    """The totals, what overlaps, and all that is going on, by sort."""

    template: ClassVar = "decisions"

    total: TotalRow
    ending: Sequence[ItemRow]
    overlaps: Sequence[tuple[str, str]]
    groups: Sequence[ItemGroup]


def sheets(handbook: Handbook, names: Names) -> Iterator[Sheet]:
    """One sheet, where anything is going on."""
    found = portfolio.context(handbook, names)
    overlaps = [(first.text, second.text) for first, second in found.overlaps]
    if found.groups:
        yield Sheet(
            "hva-vi-driver-med",
            portfolio.TITLE,
            PortfolioSheet(found.total, found.ending, overlaps, found.groups),
            kind=portfolio.TITLE,
            copies=(Copy(print_file("hva-vi-driver-med"), "A4"),),
            of=Place(routes.PORTFOLIO),
            until=valid_until(handbook),
            sides=2,
        )
