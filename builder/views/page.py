"""What a page is before anybody decides how it looks: a path, a template and what goes in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import ClassVar

from builder.i18n import Key, translate_key


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is shown: a page, and perhaps a place on it."""

    page: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a place: a `Key` of the catalogues, or data."""

    text: str
    place: Place | None = None
    note: str = ""


#: For words that are left out.
NO_KEY = Key()


class Medium(StrEnum):
    """Which exits a page belongs in: the site, the book, or both."""

    EVERYWHERE = "everywhere"
    SITE = "site"
    BOOK = "book"


@dataclass(frozen=True, slots=True)
class Print:
    """A file to print that belongs to a page: what sort of print it is, or what it is called, and on which paper.

    `language` is said where it is not that of the handbook.
    """

    kind: str
    paper: str
    file: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """Prints that are taken along together, and about how many pages they have, where each says how many it has."""

    prints: tuple[Print, ...]
    sides: int | None


class Context:
    """What a template is given: a subclass names the template and declares each name it uses, as frozen dataclasses.

    `template` is a file name without suffixes. Whatever a page needs that follows from several records, a view has
    worked out; the template only lays out.
    """

    __slots__ = ()
    template: ClassVar[str]

    def names(self) -> dict[str, object]:
        """Each declared name with its value."""
        return {declared.name: getattr(self, declared.name) for declared in fields(self)}  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `path` has no suffix («tjenester/ppt»).

    The title is a `Key` of the catalogues where it is ours, and otherwise data, such as the name of a record.

    `prints` are the files that were written from the same record to be printed, and `pack` those that whoever uses the
    page takes along.
    """

    path: str
    title: str
    context: Context
    description: str = ""
    medium: Medium = Medium.EVERYWHERE
    lead_in: Key = NO_KEY
    """Words before the title where it does not say enough by itself."""
    listed: bool = True
    """Whether the page is in the navigation. One that is not is reached by choices on another page."""
    prints: tuple[Print, ...] = ()
    pack: Pack | None = None

    def said(self, translate: Callable[[str], str]) -> str:
        """The title as a reader sees it."""
        return " ".join(translate_key(part, translate) for part in (self.lead_in, self.title) if part)

    @property
    def place(self) -> Place:
        return Place(self.path)

    @property
    def template(self) -> str:
        return self.context.template


@dataclass(frozen=True, slots=True)
class Chapter:
    """Pages that belong together. The first one introduces the others; without pages there is no chapter."""

    title: Key
    pages: tuple[Page, ...]
