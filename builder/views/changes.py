"""What is new, newest first."""

from __future__ import annotations

from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.views import places
from builder.views.page import Chapter, Page
from builder.views.places import Names
from builder.views.related import links_of


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """One page with all notes of change."""
    title = N_("Hva er nytt")
    if not handbook.changes:
        return Chapter(title, ())
    rows = [{"change": change, "links": links_of(names, change.touched)} for change in handbook.changes]
    return Chapter(title, (Page(places.CHANGES, title, "changes", {"changes": rows}),))
