"""A Handbook to pages: what is on each, in which order. No output is made here.

Facts that follow from several records (which forums a service sits in, which steps a role answers
for) are put together here, so the templates only lay out.
"""

from __future__ import annotations

from collections.abc import Collection

from builder.model.handbook import Handbook
from builder.model.history import NO_HISTORY, History
from builder.views import (
    about,
    by_workplace,
    changes,
    confidentiality,
    contacts,
    forms,
    forums,
    front,
    glossary,
    keywords,
    law,
    may_i_share,
    onboarding,
    pathways,
    plans,
    prints,
    selfcheck,
    services,
    training,
    who,
)
from builder.views.page import Audience, Chapter
from builder.views.routes import Names

_CHAPTERS = (
    front,
    pathways,
    by_workplace,
    may_i_share,
    confidentiality,
    services,
    contacts,
    forums,
    who,
    forms,
    plans,
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


def chapters(
    handbook: Handbook,
    audience: Audience = Audience.SITE,
    history: History = NO_HISTORY,
    written: Collection[str] = (),
) -> tuple[Chapter, ...]:
    """The chapters of one exit in reading order; those a handbook has nothing for are left out.

    `history` is what was found changed at each publication, `written` the files that other exits
    write beside the pages.
    """
    names = Names(handbook)
    printed = prints.printed(handbook, written) if written else ()
    made = (
        part.chapter(handbook, names, history) if part in _TELLING_OF_CHANGES else part.chapter(handbook, names)
        for part in _CHAPTERS
    )
    shown = (prints.with_prints(_for(audience, chapter), printed) for chapter in (*made, prints.chapter(printed)))
    return tuple(chapter for chapter in shown if chapter.pages)


def _for(audience: Audience, chapter: Chapter) -> Chapter:
    """The chapter with only the pages an exit shows."""
    shown = (Audience.EVERYWHERE, audience)
    return Chapter(chapter.title, tuple(page for page in chapter.pages if page.audience in shown))
