"""An answer in easy language, to give a family."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.facts.answering import Answering
from builder.facts.for_families import easily_read, to_ring
from builder.i18n import N_
from builder.model.families import EasyPart
from builder.model.handbook import Handbook
from builder.views.families import place
from builder.views.page import Context
from builder.views.routes import Names
from builder.views.sheets.sheet import Copy, Sheet, valid_until
from builder.views.urls import family_print


@dataclass(frozen=True, slots=True)
class EasySheet(Context):
    """One answer."""

    template: ClassVar = "easy"

    parts: Sequence[EasyPart]
    name: str
    answers: Answering | None


def sheets(handbook: Handbook, _names: Names) -> Iterator[Sheet]:
    """One for each answer in easy language."""
    for one in easily_read(handbook):
        page = place(one).page
        yield Sheet(
            f"{page}-lettlest",
            one.text.question,
            EasySheet(one.text.easy, one.record.label, to_ring(handbook, one)),
            kind=N_("Lettlest"),
            copies=(Copy(family_print(page, "lettlest"), "A4"),),
            of=place(one),
            until=valid_until(handbook),
            sides=1,
        )
