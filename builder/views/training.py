"""Cases to practise on: the list, and one sheet each to take to a staff meeting."""

from __future__ import annotations

from builder.model.handbook import Handbook
from builder.model.training import TRAINING
from builder.views import routes
from builder.views.page import Chapter, Page
from builder.views.related import links_of
from builder.views.routes import Names


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The list and the cases."""
    title = TRAINING.plural
    if not handbook.training:
        return Chapter(title, ())
    index = Page(
        routes.list_of(TRAINING),
        title,
        "cases",
        {"cases": [{"case": c, "link": names.to(c)} for c in handbook.training]},
    )
    pages = [
        Page(
            routes.page_of(TRAINING, case.id),
            case.title,
            "case",
            {"case": case, "routines": links_of(names, case.concerns)},
            description=case.situation,
        )
        for case in handbook.training
    ]
    return Chapter(title, (index, *pages))
