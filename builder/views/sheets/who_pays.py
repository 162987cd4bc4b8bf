"""Who decides and who pays, on one sheet to have beside the telephone."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.need import NEEDS
from builder.views import routes
from builder.views.needs import TITLE, NeedRow, need_rows
from builder.views.page import Context, Place
from builder.views.routes import Names
from builder.views.sheets.sheet import Copy, Sheet, valid_until
from builder.views.urls import print_file

_NAME = "hvem-betaler"
#: How many needs go on both sides of a sheet at a size to read.
_ON_A_SHEET = 14


@dataclass(frozen=True, slots=True)
class WhoPaysSheet(Context):
    """What the template is given."""

    template: ClassVar = "who-pays"

    needs: Sequence[NeedRow]


def sheets(handbook: Handbook, names: Names) -> Iterator[Sheet]:
    """One sheet; more where there is more than a sheet has room for."""
    rows = need_rows(handbook, names)
    if rows:
        yield Sheet(
            _NAME,
            TITLE,
            WhoPaysSheet(rows),
            kind=N_("Oppslag"),
            copies=(Copy(print_file(_NAME), "A4"),),
            of=Place(routes.list_of(NEEDS)),
            until=valid_until(handbook, *(row.need.next_review for row in rows)),
            sides=2 * math.ceil(len(rows) / _ON_A_SHEET),
        )
