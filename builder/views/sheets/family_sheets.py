"""A page to give a family: what happens, who gets to know, what they decide, and whom to ring."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.facts.answering import Answering
from builder.facts.for_families import ForFamilies, to_ring, written
from builder.i18n import N_
from builder.model.families import Families, said_to_families
from builder.model.handbook import Handbook
from builder.model.maintained import Maintained
from builder.views import routes
from builder.views.families import RightRow, place, rights
from builder.views.page import Context
from builder.views.routes import Names
from builder.views.sheets.sheet import Copy, Sheet, valid_until
from builder.views.urls import family_print

#: Letters seen to fit at each setting.
_FITTING = (1500, 2000, 2600, 3300, 4100)


@dataclass(frozen=True, slots=True)
class FamilySheet(Context):
    """What a family is given on paper."""

    template: ClassVar = "family"

    text: Families
    rights: Sequence[RightRow]
    name: str
    answers: Answering | None


def sheets(handbook: Handbook, names: Names) -> Iterator[Sheet]:
    """One for each record that says something to families, and for each other language it says it in."""
    for one in written(handbook):
        yield _sheet(handbook, names, one)
        for language, other in handbook.in_other_languages(one.record):
            if text := said_to_families(other):
                yield _sheet(handbook, names, ForFamilies(one.kind, other, text), language)


def _sheet(handbook: Handbook, names: Names, one: ForFamilies, language: str = "") -> Sheet:
    page = routes.family_page(one.kind, one.record.id)
    review = one.record.next_review if isinstance(one.record, Maintained) else None
    return Sheet(
        f"{page}-{language}" if language else page,
        one.text.question,
        FamilySheet(one.text, rights(names, one.text), one.record.label, to_ring(handbook, one)),
        description=one.text.answer,
        kind=N_("Ark til familien"),
        copies=(Copy(family_print(page, language), "A4"),),
        of=place(one),
        until=valid_until(handbook, review),
        sides=1,
        fitting=_FITTING,
        language=language,
    )
