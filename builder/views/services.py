"""Services: the list by who runs them, and one card each."""

from __future__ import annotations

from itertools import groupby

from builder.model.collation import alphabetical
from builder.model.confidentiality import RULES
from builder.model.handbook import Handbook
from builder.model.pathway import PATHWAYS
from builder.model.service import SERVICES, Service
from builder.model.vocabulary import Government
from builder.views import routes
from builder.views.contacts import contact_rows
from builder.views.page import Chapter, Link, Page, Place
from builder.views.related import told_in
from builder.views.routes import Names

_ORDER = list(Government)


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The list and the cards."""
    title = SERVICES.plural
    index = Page(routes.list_of(SERVICES), title, "services", {"groups": _groups(handbook)})
    return Chapter(title, (index, *(_card(handbook, names, service) for service in handbook.services)))


def _groups(handbook: Handbook) -> list[dict[str, object]]:
    ordered = sorted(handbook.services, key=lambda s: (_ORDER.index(s.government), alphabetical(s.name)))
    return [
        {
            "government": government,
            "services": [{"service": s, "link": Link(s.name, routes.place_of(SERVICES, s.id))} for s in found],
        }
        for government, found in groupby(ordered, key=lambda s: s.government)
    ]


def _card(handbook: Handbook, names: Names, service: Service) -> Page:
    return Page(
        routes.page_of(SERVICES, service.id),
        service.name,
        "service",
        {
            "service": service,
            "contacts": contact_rows(service),
            "forums": forums_of(handbook, names, service),
            "rules_for_all": Place(routes.list_of(RULES)),
            "rules_out": _rules(handbook, names, service, outward=True),
            "rules_in": _rules(handbook, names, service, outward=False),
            "steps": steps_of(handbook, names, service.id),
            "partners": partners_of(handbook, names, service),
            "law": [names.law(citation) for citation in service.legal_basis],
            "told_in": told_in(handbook, names, SERVICES, service.id),
        },
        description=service.summary,
    )


def forums_of(handbook: Handbook, names: Names, service: Service) -> list[dict[str, object]]:
    """The forums the service sits in, with the members that are its own."""
    found = []
    for forum in handbook.forums:
        members = [m for m in forum.members if m.actor.service == service.id]
        leads = any(role.service == service.id for role in forum.leading)
        if members or leads:
            found.append({"forum": forum, "link": names.to(forum), "members": members, "leads": leads})
    return found


def _rules(handbook: Handbook, names: Names, service: Service, *, outward: bool) -> list[Link]:
    """The rules that name the service, or its kind, as sender or as receiver. Rules for everyone are not repeated."""
    found = []
    for rule in handbook.rules:
        parties = rule.sender if outward else rule.receiver
        if not parties.everyone and handbook.binds(parties, service):
            found.append(names.to(rule))
    return found


def steps_of(handbook: Handbook, names: Names, actor: str) -> list[dict[str, object]]:
    """The steps a role, contact or service answers for or takes part in."""
    found = []
    for pathway, step in handbook.steps():
        responsible = isinstance(step.responsible, str) and step.responsible.is_in(actor)
        if responsible or any(participant.is_in(actor) for participant in step.participants):
            found.append(
                {
                    "step": Link(step.title, Place(routes.page_of(PATHWAYS, pathway.id), routes.step_anchor(step.id))),
                    "pathway": names.to(pathway),
                    "responsible": responsible,
                }
            )
    return found


def partners_of(handbook: Handbook, names: Names, service: Service) -> list[Link]:
    """Services either of the two names as a close partner."""
    named = list(service.works_with)
    named += [other.id for other in handbook.services if service.id in other.works_with and other.id not in named]
    return [names.service(record_id) for record_id in named]
