"""For somebody new: one checklist for each kind of workplace, by when things are done."""

from __future__ import annotations

from builder.model.handbook import Handbook
from builder.model.onboarding import ONBOARDING, Onboarding
from builder.model.vocabulary import StartTime
from builder.views import routes
from builder.views.page import Chapter, Link, Page
from builder.views.related import links_of
from builder.views.routes import Names


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The workplaces and their checklists."""
    title = ONBOARDING.plural
    if not handbook.onboarding:
        return Chapter(title, ())
    rows = [{"list": o, "link": names.to(o), "services": _services(handbook, names, o)} for o in handbook.onboarding]
    index = Page(routes.list_of(ONBOARDING), title, "onboardings", {"lists": rows})
    return Chapter(title, (index, *(_page(handbook, names, found) for found in handbook.onboarding)))


def _services(handbook: Handbook, names: Names, checklist: Onboarding) -> list[Link]:
    return [names.service(s.id) for s in handbook.services if s.category in checklist.categories]


def _page(handbook: Handbook, names: Names, checklist: Onboarding) -> Page:
    groups = [
        {
            "when": when,
            "items": [
                {"item": item, "links": links_of(names, item.see)} for item in checklist.items if item.when is when
            ],
        }
        for when in StartTime
    ]
    return Page(
        routes.page_of(ONBOARDING, checklist.id),
        checklist.title,
        "onboarding",
        {
            "list": checklist,
            "owner": names.actor(checklist.owner) if checklist.owner else None,
            "services": _services(handbook, names, checklist),
            "groups": [group for group in groups if group["items"]],
        },
        description=checklist.text or "",
    )
