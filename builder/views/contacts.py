"""Contacts: whom to call, in one table and on each service."""

from __future__ import annotations

from builder.i18n import N_
from builder.model.actor import Actor
from builder.model.collation import alphabetical
from builder.model.handbook import Handbook
from builder.model.service import Service
from builder.views import routes, urls
from builder.views.page import Chapter, Page
from builder.views.routes import Names
from builder.views.sharing import kinds_of_service


def contact_rows(service: Service) -> list[dict[str, object]]:
    """The contacts of a service with their anchors and their cards."""
    return [
        {
            "contact": contact,
            "anchor": routes.contact_anchor(contact.id),
            "card": urls.contact(Actor.of(service.id, contact.id)),
            "code": urls.contact_code(Actor.of(service.id, contact.id)),
        }
        for contact in service.contacts
    ]


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """One page with every contact, by service."""
    title = N_("Kontakter")
    groups = [
        {"service": names.service(service.id), "contacts": contact_rows(service), "record": service}
        for service in handbook.services
        if service.contacts
    ]
    context = {
        "groups": groups,
        "emergency": handbook.emergency,
        "cards": urls.CONTACTS,
        "cards_3": urls.CONTACTS_3,
        "kinds": kinds_of_service(handbook),
        "areas": sorted({c.area for _, c in handbook.contacts if c.area}, key=alphabetical),
        "total": len(handbook.contacts),
    }
    return Chapter(title, (Page(routes.CONTACT_LIST, title, "contacts", context),))
