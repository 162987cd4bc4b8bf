"""The prints of their own, in the order they are listed. What is on each is in the module it is named after."""

from __future__ import annotations

from dataclasses import replace

from builder.model.handbook import Handbook
from builder.views.routes import Names
from builder.views.sheets import (
    agreement_sheets,
    booklets,
    contact_lists,
    family_sheets,
    fillable,
    leaders,
    meetings,
    monday_sheets,
    one_page,
    pocket_card,
    portfolio_sheet,
    posters,
    questionnaire,
    rounds,
    who_pays,
)
from builder.views.sheets.sheet import Sheet

_KINDS = (
    pocket_card,
    contact_lists,
    meetings,
    one_page,
    who_pays,
    fillable,
    agreement_sheets,
    family_sheets,
    monday_sheets,
    posters,
    booklets,
    rounds,
    leaders,
    portfolio_sheet,
    questionnaire,
)
#: What is handed to families, and to others outside: it is printed from the edition for everybody.
_GIVEN = (fillable, agreement_sheets, family_sheets, monday_sheets)
#: For those who maintain the handbook, those who lead, and staff alone.
_FOR_STAFF = frozenset({rounds, leaders, portfolio_sheet, questionnaire})


def sheets(handbook: Handbook, names: Names) -> tuple[Sheet, ...]:
    """Every print of the handbook but the book."""
    kinds = (kind for kind in _KINDS if not (handbook.is_public and kind in _FOR_STAFF))
    return tuple(sheet for kind in kinds for sheet in kind.sheets(handbook, names))


def given(handbook: Handbook, names: Names) -> tuple[Sheet, ...]:
    """The prints of a handbook for everybody that are handed out, whichever edition they are taken from."""
    return tuple(replace(sheet, given=True) for kind in _GIVEN for sheet in kind.sheets(handbook, names))
