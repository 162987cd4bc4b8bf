"""The index at the back of the book: every name a reader may look for, and where it is.

On the site search does this, so the page is for the book alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import ClassVar

from builder.i18n import N_
from builder.model.base import Record
from builder.model.collation import alphabetical, initial
from builder.model.handbook import Handbook
from builder.views import routes
from builder.views.page import Chapter, Context, Medium, Page, Place
from builder.views.routes import Names


@dataclass(slots=True)
class Entry:
    """A name and where it is explained: more than one place where several things share the name."""

    word: str
    places: list[Place] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """The names that begin with a letter."""

    letter: str
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class KeywordsPage(Context):
    """The index."""

    template: ClassVar = "keywords"

    groups: Sequence[EntryGroup]


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """One page with all names by first letter."""
    title = N_("Stikkord")
    groups = [
        EntryGroup(letter, list(run))
        for letter, run in groupby(_entries(handbook, names), key=lambda entry: initial(entry.word) or "0–9")
    ]
    return Chapter(title, (Page(routes.KEYWORDS, title, KeywordsPage(groups), medium=Medium.BOOK),))


def _entries(handbook: Handbook, names: Names) -> list[Entry]:
    found: dict[str, Entry] = {}
    for record, words in _named(handbook):
        place = names.place(record)
        for word in words:
            entry = found.setdefault(word.casefold(), Entry(word))
            if place not in entry.places:
                entry.places.append(place)
    return sorted(found.values(), key=lambda entry: alphabetical(entry.word))


def _named(handbook: Handbook) -> Iterator[tuple[Record, tuple[str, ...]]]:
    """Each record with all its names."""
    for service in handbook.services:
        yield service, (service.name, service.label, *service.aliases)
    for term in handbook.terms:
        yield term, (term.term, *term.abbreviations, *term.synonyms, *term.old_names)
    for forum in handbook.forums:
        yield forum, (forum.name, *forum.aliases)
    for form in handbook.forms:
        yield form, (form.title, *form.aliases)
    for record in (*handbook.roles, *handbook.needs, *handbook.plans):
        yield record, (record.label,)
