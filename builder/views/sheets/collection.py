"""The prints of their own, in the order they are listed. What is on each is in the module it is named after."""

from __future__ import annotations

from builder.model.handbook import Handbook
from builder.views.routes import Names
from builder.views.sheets import (
    booklets,
    contact_lists,
    family_sheets,
    fillable,
    meetings,
    pocket_card,
    posters,
    rounds,
)
from builder.views.sheets.sheet import Sheet

_KINDS = (pocket_card, contact_lists, meetings, fillable, family_sheets, posters, booklets, rounds)


def sheets(handbook: Handbook, names: Names) -> tuple[Sheet, ...]:
    """Every print of the handbook but the book."""
    return tuple(sheet for kind in _KINDS for sheet in kind.sheets(handbook, names))
