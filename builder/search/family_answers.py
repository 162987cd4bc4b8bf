"""Documents from what is said to families: a group of its own, so that staff find their own pages first."""

from __future__ import annotations

from collections.abc import Iterator

from builder.edition.edition import Edition
from builder.facts.for_families import easily_read, written
from builder.model.result_group import ResultGroup
from builder.search.document import Document
from builder.search.texts import lines
from builder.views.families import place


def families(edition: Edition) -> Iterator[Document]:
    """One for each page for families."""
    for one in written(edition.handbook):
        said = tuple(line for line in lines(one.text) if line != one.text.question)
        law = tuple(citation for right in one.text.rights for citation in right.legal_basis)
        yield Document(ResultGroup.FAMILY, place(one), one.text.question, about=one.record.label, lines=said, law=law)


def easy_answers(edition: Edition) -> Iterator[Document]:
    """One for each page of the edition in easy language, with what stands on it."""
    for one in easily_read(edition.handbook):
        said = tuple(line for part in one.text.easy for line in lines(part))
        yield Document(ResultGroup.FAMILY, place(one), one.text.question, about=one.record.label, lines=said)
