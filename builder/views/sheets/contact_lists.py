"""Contact lists to hang by the telephone: one for each service, and one for the whole municipality."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.facts.due import checks_ahead
from builder.facts.parts import contacts_of
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.service import SERVICES, Contact, Service
from builder.rules import contact_rules
from builder.rules.answers import holds
from builder.views import routes
from builder.views.page import Context, Place
from builder.views.routes import Names
from builder.views.sheets.sheet import Copy, Sheet, valid_until
from builder.views.urls import print_file

#: The list of the whole municipality.
_WHOLE = "kontakter"
_KIND = N_("Kontaktliste")


@dataclass(frozen=True, slots=True)
class ListedContact:
    """A contact, and whether it must be verified again."""

    contact: Contact
    stale: bool


@dataclass(frozen=True, slots=True)
class ListedService:
    """A service with its contacts."""

    service: Service
    rows: Sequence[ListedContact]


@dataclass(frozen=True, slots=True)
class ContactList(Context):
    """Contacts of the whole municipality or of one service; how many are vacant, and must be verified."""

    template: ClassVar = "contacts"

    whole: bool
    services: Sequence[ListedService]
    vacant: int
    stale: int


def sheets(handbook: Handbook, _names: Names) -> Iterator[Sheet]:
    """The whole municipality first, then each service that has contacts."""
    listed = [service for service in handbook.services if service.contacts]
    if not listed:
        return
    yield _sheet(handbook, _WHOLE, handbook.municipality.title, listed)
    for service in listed:
        yield _sheet(handbook, f"{_WHOLE}-{service.id}", service.name, [service])


def _sheet(handbook: Handbook, name: str, title: str, services: list[Service]) -> Sheet:
    whole = name == _WHOLE
    contacts = [contact for service in services for contact in service.contacts]
    listed = [ListedService(service, _rows(handbook, service)) for service in services]
    return Sheet(
        name.replace("-", "/", 1),
        N_("Kontakter i hele kommunen") if whole else title,
        ContactList(
            whole=whole,
            services=listed,
            vacant=sum(contact.vacant for contact in contacts),
            stale=sum(row.stale for service in listed for row in service.rows),
        ),
        kind=_KIND,
        copies=(Copy(print_file(name), "A4"),),
        of=routes.place_of(SERVICES, services[0].id) if not whole else Place(routes.CONTACT_LIST),
        until=valid_until(handbook, *checks_ahead(handbook, contacts)),
        sides=None if whole else 1 + (len(contacts) > 4),
    )


def _rows(handbook: Handbook, service: Service) -> list[ListedContact]:
    return [
        ListedContact(one.value, not holds(handbook, contact_rules.verified, service, *one.path))
        for one in contacts_of(service)
    ]
