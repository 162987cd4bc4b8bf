"""The glossary, by first letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from builder.model.collation import initial
from builder.model.glossary import GLOSSARY, Term
from builder.model.handbook import Handbook
from builder.views import routes
from builder.views.page import Chapter, Context, Link, Page
from builder.views.routes import Names


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term, and the terms it leads to."""

    term: Term
    see: Sequence[Link]


@dataclass(frozen=True, slots=True)
class TermGroup:
    """The terms that begin with a letter."""

    letter: str
    terms: Sequence[TermRow]

    @property
    def words(self) -> str:
        """The terms in short, which a reader chooses by."""
        return ", ".join(row.term.term for row in self.terms)


@dataclass(frozen=True, slots=True)
class GlossaryPage(Context):
    """All terms."""

    template: ClassVar = "glossary"

    groups: Sequence[TermGroup]


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """One page with all terms."""
    title = GLOSSARY.plural
    groups = [
        TermGroup(letter, [TermRow(term, [names.record(GLOSSARY, other) for other in term.see]) for term in found])
        for letter, found in groupby(handbook.terms, key=lambda term: initial(term.term) or "0–9")
    ]
    return Chapter(title, (Page(routes.list_of(GLOSSARY), title, GlossaryPage(groups)),))
