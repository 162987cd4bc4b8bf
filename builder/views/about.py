"""About the handbook: who owns it, who approved it, until when, and what it builds on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.model.approved_edition import EDITIONS, HandbookEdition
from builder.model.handbook import Handbook
from builder.model.municipality import MUNICIPALITY
from builder.model.text_page import PAGES, TextPage, TextSection
from builder.rules import handbook_rules
from builder.rules.answers import lack
from builder.slug import slug
from builder.views import open_data, routes
from builder.views.page import Chapter, Context, Link, Page, Place
from builder.views.routes import Names


@dataclass(frozen=True, slots=True)
class AboutPage(Context):
    """Who stands behind the handbook. The municipality is known to every template."""

    template: ClassVar = "about"

    open_data: Link
    approval: str
    """In what way it is not approved: the value of a `Lack`, or empty."""
    review: str
    """In what way its review is not as expected, likewise."""
    editions: Sequence[HandbookEdition]
    """Those that somebody stood behind, and those to come, newest first."""


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A part of a page of running text."""

    section: TextSection
    anchor: str


@dataclass(frozen=True, slots=True)
class RunningText(Context):
    """A page of running text."""

    template: ClassVar = "text-page"

    record: TextPage
    sections: Sequence[SectionRow]


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """Who stands behind the handbook, and the pages of running text."""
    title = MUNICIPALITY.plural
    page = Page(
        routes.ABOUT,
        title,
        AboutPage(
            Link(open_data.TITLE, Place(routes.OPEN_DATA)),
            approval=lack(handbook, handbook_rules.approver, handbook.municipality),
            review=lack(handbook, handbook_rules.review, handbook.municipality),
            editions=handbook.of(EDITIONS),
        ),
    )
    return Chapter(title, (page, *(_text_page(found) for found in handbook.pages), open_data.page(handbook, names)))


def _text_page(found: TextPage) -> Page:
    return Page(
        routes.page_of(PAGES, found.id),
        found.title,
        RunningText(found, [SectionRow(section, slug(section.title)) for section in found.sections]),
        description=found.text or "",
    )
