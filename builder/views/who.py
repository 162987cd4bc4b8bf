"""Who does what: for each role, the steps it answers for and the forums it leads."""

from __future__ import annotations

from builder.model.actor import Actor
from builder.model.collation import alphabetical
from builder.model.handbook import Handbook
from builder.model.municipality import ROLES
from builder.model.pathway import PATHWAYS, Pathway, Step
from builder.views import routes
from builder.views.page import Chapter, Link, Page, Place
from builder.views.routes import Names
from builder.views.services import steps_of


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """One page, general roles first, then the contacts that answer for something."""
    title = ROLES.plural
    roles = [
        {"role": role, "held_by": [names.actor(r) for r in role.held_by], **_duties(handbook, names, role.id)}
        for role in handbook.roles
    ]
    contacts = [
        {"link": names.actor(Actor.of(service.id, contact.id)), **duties}
        for service, contact in handbook.contacts
        if any((duties := _duties(handbook, names, Actor.of(service.id, contact.id))).values())
    ]
    disagreement = handbook.municipality.disagreement
    page = Page(
        routes.WHO,
        title,
        "who",
        {
            "roles": roles,
            "contacts": contacts,
            "disagreement": names.record(PATHWAYS, disagreement) if disagreement else None,
            # The table is too wide for the book, which has the same by role below; only the site has this page.
            "on_screen": Place(routes.WORKPLACES),
            "route": _route(handbook, names),
            "grey_zones": [
                {"zone": zone, "owner": names.actor(zone.owner)} for zone in handbook.municipality.grey_zones
            ],
            **_matrix(handbook, names),
        },
    )
    return Chapter(title, (page,))


def _route(handbook: Handbook, names: Names) -> list[dict[str, object]]:
    """The steps of the disagreement route with those who answer for them; the last one named decides."""
    pathway = handbook.find(PATHWAYS, handbook.municipality.disagreement or "")
    if not isinstance(pathway, Pathway):
        return []
    return [
        {"step": _step_link(pathway, step), "responsible": names.actor(step.responsible), "ends": step.ends}
        for step in pathway.steps
        if isinstance(step.responsible, str)
    ]


def _matrix(handbook: Handbook, names: Names) -> dict[str, object]:
    """Who answers for and takes part in which step of which pathway, and who leads which meetings."""
    part: dict[str, dict[str, list[dict[str, object]]]] = {}
    for pathway in handbook.pathways:
        for number, step in enumerate(pathway.steps, start=1):
            mark = {"number": number, "place": _step_link(pathway, step)}
            if isinstance(step.responsible, str):
                _cell(part, step.responsible, pathway).append({**mark, "responsible": True})
            for participant in dict.fromkeys(step.participants):
                if participant != step.responsible:
                    _cell(part, participant, pathway).append({**mark, "responsible": False})
    leads: dict[str, list[Link]] = {}
    for forum in handbook.forums:
        for actor in dict.fromkeys((forum.convener, *forum.co_conveners, forum.chair)):
            if actor:
                leads.setdefault(actor, []).append(names.to(forum))
    actors = sorted({*part, *leads}, key=lambda actor: alphabetical(names.actor(actor).text))
    return {
        "columns": [names.to(pathway) for pathway in handbook.pathways],
        "rows": [
            {
                "actor": names.actor(actor),
                "cells": [part.get(actor, {}).get(pathway.id, []) for pathway in handbook.pathways],
                "leads": leads.get(actor, []),
            }
            for actor in actors
        ],
    }


def _cell(part: dict[str, dict[str, list[dict[str, object]]]], actor: str, pathway: Pathway) -> list[dict[str, object]]:
    return part.setdefault(actor, {}).setdefault(pathway.id, [])


def _step_link(pathway: Pathway, step: Step) -> Link:
    return Link(step.title, Place(routes.page_of(PATHWAYS, pathway.id), routes.step_anchor(step.id)))


def _duties(handbook: Handbook, names: Names, actor: str) -> dict[str, list[object]]:
    steps: list[object] = [s for s in steps_of(handbook, names, actor) if s["responsible"]]
    convenes: list[Link] = [names.to(f) for f in handbook.forums if actor in (f.convener, *f.co_conveners)]
    chairs: list[Link] = [names.to(f) for f in handbook.forums if f.chair == actor]
    return {"steps": steps, "convenes": list(convenes), "chairs": list(chairs)}
