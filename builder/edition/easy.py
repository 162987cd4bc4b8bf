"""The edition in easy language: only what is said to families, one thought a line, with a front page of its own."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from builder.edition.edition import Edition
from builder.views import easy
from builder.views.my_book import MyBook
from builder.views.page import Chapter
from builder.views.sheets import easy_sheets
from builder.views.sheets.sheet import Sheet


class EasyEdition(Edition):
    """What families read, of one handbook. Nothing else of it is in any page, print, file or search."""

    whole: ClassVar[bool] = False

    def __reduce__(self) -> tuple[object, ...]:
        return EasyEdition, (self.handbook, self.history), {"titles": self.titles}

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        return tuple(easy_sheets.sheets(self.handbook, self.names))

    @cached_property
    def books(self) -> tuple[MyBook, ...]:
        return ()

    @cached_property
    def _chapters(self) -> tuple[Chapter, ...]:
        return easy.chapters(self.handbook)
