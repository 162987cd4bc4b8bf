"""Who does what: for each role, the steps it answers for and the forums it leads."""

from __future__ import annotations

from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.views import places
from builder.views.page import Chapter, Link, Page
from builder.views.places import Names
from builder.views.services import steps_of


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """One page, general roles first, then the contacts that answer for something."""
    title = N_("Hvem gjør hva")
    roles = [
        {"role": role, "held_by": [names.actor(r) for r in role.held_by], **_duties(handbook, names, role.id)}
        for role in handbook.roles
    ]
    contacts = [
        {"link": names.actor(f"{service.id}.{contact.id}"), **duties}
        for service, contact in handbook.contacts
        if any((duties := _duties(handbook, names, f"{service.id}.{contact.id}")).values())
    ]
    disagreement = handbook.municipality.disagreement
    page = Page(
        places.WHO,
        title,
        "who",
        {
            "roles": roles,
            "contacts": contacts,
            "disagreement": names.record("pathways", disagreement) if disagreement else None,
        },
    )
    return Chapter(title, (page,))


def _duties(handbook: Handbook, names: Names, actor: str) -> dict[str, list[object]]:
    steps: list[object] = [s for s in steps_of(handbook, names, actor) if s["responsible"]]
    convenes: list[Link] = [names.to(f) for f in handbook.forums if actor in (f.convener, *f.co_conveners)]
    chairs: list[Link] = [names.to(f) for f in handbook.forums if f.chair == actor]
    return {"steps": steps, "convenes": list(convenes), "chairs": list(chairs)}
