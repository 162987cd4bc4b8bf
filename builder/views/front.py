"""The front page: search, situations, emergency numbers."""

from __future__ import annotations

from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.views import places
from builder.views.page import Audience, Chapter, Page
from builder.views.places import Names

#: The rules a reader in doubt needs first.
PROMINENT_RULES = ("meldeplikt", "avvergingsplikt")


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The front page alone."""
    page = Page(
        places.FRONT,
        handbook.municipality.title,
        "front",
        {
            "municipality": handbook.municipality,
            "pathways": [{"pathway": p, "link": names.to(p)} for p in handbook.pathways],
            "emergency": handbook.emergency,
            "rules": [names.record("rules", r) for r in PROMINENT_RULES if handbook.find("rules", r)],
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
                "changes": len(handbook.changes),
            },
        },
        audience=Audience.SITE,
    )
    return Chapter(N_("Forside"), (page,))
