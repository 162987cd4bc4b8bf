"""About the handbook: who owns it, who approved it, until when, and what it builds on."""

from __future__ import annotations

from builder.model.handbook import Handbook
from builder.model.municipality import MUNICIPALITY
from builder.model.pathway import PATHWAYS
from builder.model.text_page import PAGES, TextPage
from builder.views import open_data, routes
from builder.views.page import Chapter, Link, Page, Place
from builder.views.routes import Names


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """Who stands behind the handbook, and the pages of running text."""
    title = MUNICIPALITY.plural
    municipality = handbook.municipality
    page = Page(
        routes.ABOUT,
        title,
        "about",
        {
            "municipality": municipality,
            "open_data": Link(open_data.TITLE, Place(routes.OPEN_DATA)),
            "disagreement": names.record(PATHWAYS, municipality.disagreement) if municipality.disagreement else None,
        },
    )
    return Chapter(title, (page, *(_text_page(found) for found in handbook.pages), open_data.page(handbook, names)))


def _text_page(found: TextPage) -> Page:
    return Page(
        routes.page_of(PAGES, found.id),
        found.title,
        "text-page",
        {"record": found, "sections": [{"section": s, "anchor": routes.slug(s.title)} for s in found.sections]},
        description=found.text or "",
    )
