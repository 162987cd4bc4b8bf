"""Contacts: whom to call, in one table and on each service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.facts.parts import contacts_of
from builder.facts.sharing import sharing_of
from builder.i18n import N_
from builder.model.actor import Actor
from builder.model.collation import alphabetical
from builder.model.handbook import Handbook
from builder.model.service import Contact, Service
from builder.model.vocabulary import Category
from builder.rules import contact_rules
from builder.rules.answers import lack
from builder.views import routes, urls
from builder.views.page import Chapter, Context, Link, Page
from builder.views.routes import Names

TITLE = N_("Kontakter")


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A contact with its place on the page of its service, and the files of its card and code.

    `unverified`: in what way it was not verified in time, the value of a `Lack`; empty where it was.
    """

    contact: Contact
    anchor: str
    link: Link
    card: str
    code: str
    unverified: str


@dataclass(frozen=True, slots=True)
class ContactGroup:
    """The contacts of a service."""

    service: Link
    record: Service
    contacts: Sequence[ContactRow]


@dataclass(frozen=True, slots=True)
class ContactsPage(Context):
    """Every contact, by service; `cards` and `cards_3` are files, `kinds` and `areas` what one may choose by."""

    template: ClassVar = "contacts"

    groups: Sequence[ContactGroup]
    cards: str
    cards_3: str
    kinds: Sequence[Category]
    areas: Sequence[str]


def contact_rows(handbook: Handbook, names: Names, service: Service) -> list[ContactRow]:
    """The contacts of a service with their anchors and their cards."""
    return [
        ContactRow(
            one.value,
            routes.contact_anchor(one.value.id),
            names.actor(Actor.of(service.id, one.value.id)),
            urls.contact(Actor.of(service.id, one.value.id)),
            urls.contact_code(Actor.of(service.id, one.value.id)),
            lack(handbook, contact_rules.verified, service, *one.path),
        )
        for one in contacts_of(service)
    ]


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """One page with every contact, by service."""
    groups = [
        ContactGroup(names.service(service.id), service, contact_rows(handbook, names, service))
        for service in handbook.services
        if service.contacts
    ]
    context = ContactsPage(
        groups=groups,
        cards=urls.CONTACTS,
        cards_3=urls.CONTACTS_3,
        kinds=sharing_of(handbook).senders,
        areas=sorted({contact.area for _, contact in handbook.contacts if contact.area}, key=alphabetical),
    )
    return Chapter(TITLE, (Page(routes.CONTACT_LIST, TITLE, context),))
