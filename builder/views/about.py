"""About the handbook: who owns it, who approved it, until when, and what it builds on."""

from __future__ import annotations

from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.views import places
from builder.views.page import Chapter, Page
from builder.views.places import Names


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """One page."""
    title = N_("Om håndboka")
    municipality = handbook.municipality
    page = Page(
        places.ABOUT,
        title,
        "about",
        {
            "municipality": municipality,
            "disagreement": names.record("pathways", municipality.disagreement) if municipality.disagreement else None,
        },
    )
    return Chapter(title, (page,))
