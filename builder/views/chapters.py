"""A Handbook to pages: what is on each, in which order. No output is made here.

Facts that follow from several records (which forums a service sits in, which steps a role answers
for) are put together here, so the templates only lay out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from builder.model.handbook import Handbook
from builder.model.history import History
from builder.views import (
    about,
    agreements,
    by_workplace,
    changes,
    confidentiality,
    contacts,
    families,
    forms,
    forums,
    front,
    glossary,
    keywords,
    law,
    may_i_share,
    moved,
    needs,
    onboarding,
    pathways,
    places,
    plans,
    prints,
    record_pages,
    selfcheck,
    services,
    training,
    who,
)
from builder.views.page import Chapter, Medium, Page
from builder.views.routes import Names
from builder.views.sheets.sheet import Printable

_CHAPTERS = (
    front,
    pathways,
    by_workplace,
    may_i_share,
    confidentiality,
    services,
    contacts,
    places,
    forums,
    who,
    needs,
    forms,
    families,
    plans,
    agreements,
    training,
    onboarding,
    glossary,
    law,
    changes,
    selfcheck,
    about,
    keywords,
)
_TELLING_OF_CHANGES = (front, changes)
#: What the handbook lacks and who is to put it in place: for those who maintain it.
_FOR_STAFF = frozenset({selfcheck})
#: Before it come the kinds of record without a chapter of their own.
_FIRST_LOOKED_UP = glossary


def chapters(handbook: Handbook, names: Names, history: History) -> tuple[Chapter, ...]:
    """Every chapter in reading order, with the pages of all exits; `history` is what each publication changed."""
    parts = [part for part in _CHAPTERS if not (handbook.is_public and part in _FOR_STAFF)]
    made = {
        part: part.chapter(handbook, names, history) if part in _TELLING_OF_CHANGES else part.chapter(handbook, names)
        for part in parts
    }
    shown = {page.path for chapter in made.values() for page in chapter.pages}
    others = tuple(record_pages.chapters(handbook, names, shown))
    listed = [
        one for part in _CHAPTERS for one in (*(others if part is _FIRST_LOOKED_UP else ()), made.get(part)) if one
    ]
    return tuple(_with_old_addresses(listed, moved.pages(handbook, names, history)))


def _with_old_addresses(listed: Iterable[Chapter], found: Iterable[tuple[str, Page]]) -> Iterator[Chapter]:
    """The chapters, each with the pages where its records have been; the last has those of kinds without a chapter."""
    left = list(found)
    chapters = list(listed)
    for chapter in chapters:
        lists = {page.path for page in chapter.pages}
        mine = [page for index, page in left if index in lists or chapter is chapters[-1]]
        left = [(index, page) for index, page in left if page not in mine]
        yield Chapter(chapter.title, (*chapter.pages, *mine))


def chapters_for(
    made: Iterable[Chapter], medium: Medium, sheets: Iterable[Printable], written: Collection[str]
) -> tuple[Chapter, ...]:
    """Filters the chapters for a medium and adds the prints that are written; empty chapters are left out."""
    printed = prints.printed(sheets, written)
    found = (prints.with_prints(_for(medium, chapter), printed) for chapter in (*made, prints.chapter(printed)))
    return tuple(chapter for chapter in found if chapter.pages)


def _for(medium: Medium, chapter: Chapter) -> Chapter:
    """The chapter with only the pages an exit shows."""
    shown = (Medium.EVERYWHERE, medium)
    return Chapter(chapter.title, tuple(page for page in chapter.pages if page.medium in shown))
