"""The front page: search, situations, emergency numbers."""

from __future__ import annotations

from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.history import History
from builder.views import routes
from builder.views.by_workplace import choice
from builder.views.may_i_share import always
from builder.views.page import Audience, Chapter, Page, Place
from builder.views.routes import Names
from builder.views.sharing import kinds_of_service

#: How many of the latest changes are told of on the front page.
LATEST = 3


def chapter(handbook: Handbook, names: Names, history: History) -> Chapter:
    """The front page alone."""
    page = Page(
        routes.FRONT,
        handbook.municipality.title,
        "front",
        {
            "municipality": handbook.municipality,
            "pathways": [{"pathway": p, "link": names.to(p)} for p in handbook.pathways],
            "emergency": handbook.emergency,
            "duties": always(handbook, names),
            "share": Place(routes.SHARE) if handbook.rules else None,
            "workplaces": [choice(category) for category in kinds_of_service(handbook)],
            "changes": [{"change": c, "link": names.to(c)} for c in handbook.changes[:LATEST]],
            "counts": {
                "services": len(handbook.services),
                "contacts": len(handbook.contacts),
                "forums": len(handbook.forums),
                "rules": len(handbook.rules),
                "forms": len(handbook.forms),
                "terms": len(handbook.terms),
                "plans": len(handbook.plans),
                "training": len(handbook.training),
                "onboarding": len(handbook.onboarding),
                "changes": len(handbook.changes) + len(history.editions),
            },
        },
        audience=Audience.SITE,
    )
    return Chapter(N_("Forside"), (page,))
