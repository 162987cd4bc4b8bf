"""The agreement on one page, for the two services to read together and sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.facts.agreed import agreements, directions
from builder.i18n import N_
from builder.model.agreement import AGREEMENTS, Agreement
from builder.model.forum import FORUMS
from builder.model.handbook import Handbook
from builder.views import routes
from builder.views.agreements import ConfirmedRow, DirectionRow, confirmed_rows, direction_row, route_for
from builder.views.page import Context, Link
from builder.views.routes import Names
from builder.views.sheets.sheet import Copy, Sheet, valid_until
from builder.views.urls import print_file

#: Letters seen to fit at each setting.
_FITTING = (1800, 2000, 2200, 2700, 3100)


@dataclass(frozen=True, slots=True)
class AgreementSheet(Context):
    """What each promises the other, room to write what nobody has promised, and where to sign."""

    template: ClassVar = "agreement"

    agreement: Agreement
    directions: Sequence[DirectionRow]
    confirmations: Sequence[ConfirmedRow]
    forums: Sequence[Link]
    disagreement: Link | None


def sheets(handbook: Handbook, names: Names) -> Iterator[Sheet]:
    """One for each agreement."""
    for agreement in agreements(handbook):
        yield Sheet(
            f"avtale/{agreement.id}",
            agreement.title,
            AgreementSheet(
                agreement=agreement,
                directions=[direction_row(names, way) for way in directions(agreement)],
                confirmations=confirmed_rows(handbook, names, agreement),
                forums=[names.record(FORUMS, forum) for forum in agreement.forums],
                disagreement=route_for(handbook, names),
            ),
            description=agreement.goal or "",
            kind=N_("Samarbeidsavtale"),
            copies=(Copy(print_file(f"avtale-{agreement.id}"), "A4"),),
            of=routes.place_of(AGREEMENTS, agreement.id),
            until=valid_until(handbook, agreement.next_review),
            sides=1,
            fitting=_FITTING,
        )
