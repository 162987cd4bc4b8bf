"""The round to take along: what to ask whom, by owner, with a box to tick and room for the answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.facts.tasks import ROUND
from builder.model.handbook import Handbook
from builder.views import routes, verification_round
from builder.views.page import Context, Place
from builder.views.routes import Names
from builder.views.sheets.sheet import Copy, Sheet, valid_until
from builder.views.urls import print_file
from builder.views.verification_round import Owned


@dataclass(frozen=True, slots=True)
class RoundSheet(Context):
    """What is due within the days of a round, by owner."""

    template: ClassVar = "round"

    owners: Sequence[Owned]
    days: int


def sheets(handbook: Handbook, _names: Names) -> Iterator[Sheet]:
    """One sheet, when there is something to do."""
    owners = verification_round.owned(handbook)
    if owners:
        yield Sheet(
            "kontrollrunde",
            verification_round.TITLE,
            RoundSheet(owners, ROUND.days),
            kind=verification_round.TITLE,
            copies=(Copy(print_file("kontrollrunde"), "A4"),),
            of=Place(routes.ROUND),
            until=valid_until(handbook, handbook.today + ROUND),
        )
