"""What every exit makes of one handbook, made once: the site, the prints, the feeds and the search take it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import ClassVar

from builder.edition.for_staff import NOTICE
from builder.edition.localization import Localization, localization
from builder.edition.rows import Rows
from builder.facts.audience import for_audience
from builder.model.audience import Audience
from builder.model.handbook import Handbook
from builder.model.history import NO_HISTORY, History
from builder.views import my_book
from builder.views.chapters import chapters, chapters_for
from builder.views.my_book import MyBook
from builder.views.page import Chapter, Medium
from builder.views.routes import Names
from builder.views.sheets.collection import given, sheets
from builder.views.sheets.sheet import Printable, Sheet
from builder.views.urls import is_print


class Edition:
    """A handbook with its language, the links to its records, and its pages. Nothing changes after it is made.

    `history` is what each publication changed.
    """

    #: Whether all of the handbook is in it. What is only a part of it has no book, and no files for programs.
    whole: ClassVar[bool] = True

    def __init__(self, handbook: Handbook, history: History = NO_HISTORY) -> None:
        self.handbook = handbook
        self.history = history
        self.names = Names(handbook)

    def __reduce__(self) -> tuple[object, ...]:
        """What another process needs: catalogues cannot be sent, and pages are sooner made than sent."""
        return Edition, (self.handbook, self.history), {"titles": self.titles}

    @cached_property
    def language(self) -> Localization:
        """The municipality's own language."""
        return localization(str(self.handbook.municipality.written_standard))

    @property
    def notice(self) -> str:
        """What stands on every page, print and feed of an edition that only some may read, in its language."""
        return "" if self.handbook.is_public or not self.whole else self.language.translate(NOTICE)

    def named(self, text: str) -> str:
        """What a calendar or a feed of the edition is called where it stands among others."""
        return f"{text} · {self.notice}" if self.notice else text

    @cached_property
    def rows(self) -> Rows:
        """The fields of its records as rows of facts."""
        return Rows(self.language, self.names)

    @cached_property
    def for_everybody(self) -> Edition:
        """The edition everybody may read, which what is handed to families is printed from."""
        return self if self.handbook.is_public else Edition(for_audience(self.handbook, Audience.PUBLIC))

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """Every print but the books."""
        everybody = self.for_everybody
        handed_out = {sheet.path: sheet for sheet in given(everybody.handbook, everybody.names)}
        return tuple(handed_out.get(sheet.path, sheet) for sheet in sheets(self.handbook, self.names))

    @cached_property
    def books(self) -> tuple[MyBook, ...]:
        """What each kind of workplace and each place takes along."""
        pages = (page for chapter in self._chapters for page in chapter.pages)
        return tuple(my_book.books(self.handbook, self.names, pages))

    @property
    def printables(self) -> tuple[Printable, ...]:
        """Every print but the book of the whole, in the order they are listed."""
        return (*self.books, *self.sheets)

    @cached_property
    def files(self) -> tuple[str, ...]:
        """The paths of those prints, below the folder of the site."""
        return tuple(dict.fromkeys(copy.file for print_ in self.printables for copy in print_.copies))

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The path of each page on the site -> its title."""
        return {page.path: page.title for chapter in self.chapters(Medium.SITE) for page in chapter.pages}

    def chapters(self, medium: Medium = Medium.SITE, written: Collection[str] = ()) -> tuple[Chapter, ...]:
        """The chapters of one exit in reading order. `written` are the files that other exits write beside them."""
        printables = self.printables if any(map(is_print, written)) else ()
        return chapters_for(self._chapters, medium, printables, written)

    @cached_property
    def _chapters(self) -> tuple[Chapter, ...]:
        return chapters(self.handbook, self.names, self.history)
