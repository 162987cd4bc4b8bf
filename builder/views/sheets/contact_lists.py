"""Contact lists: one for the wall with the whole municipality, and one for each service with all that is known."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.facts.due import checks_ahead
from builder.facts.parts import contacts_of
from builder.i18n import N_
from builder.model.collation import alphabetical
from builder.model.handbook import Handbook
from builder.model.service import SERVICES, Contact, Service
from builder.rules import contact_rules
from builder.rules.answers import holds
from builder.views import routes
from builder.views.page import Context, Place
from builder.views.routes import Names
from builder.views.sheets.sheet import Copy, Sheet, valid_until
from builder.views.urls import print_file

#: The list of the whole municipality; those of services lie below it.
_WHOLE = "kontakter"
_KIND = N_("Kontaktliste")
#: How many services and contacts go on both sides of a sheet, at a size to read on a wall.
_ON_A_SHEET = 120
#: Letters seen to fit on them at each setting.
_FITTING = (3600, 4400, 5000, 5800, 6800)


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
class WallList(Context):
    """Whom to ring in the whole municipality; how many roles are vacant, and contacts must be verified."""

    template: ClassVar = "wall"

    services: Sequence[ListedService]
    vacant: int
    stale: int


@dataclass(frozen=True, slots=True)
class ContactList(Context):
    """The contacts of one service; whether some have deputies, how many are vacant, and must be verified."""

    template: ClassVar = "contacts"

    service: Service
    contacts: Sequence[ListedContact]
    deputies: bool
    vacant: int
    stale: int


def sheets(handbook: Handbook, _names: Names) -> Iterator[Sheet]:
    """The whole municipality first, then each service that has contacts."""
    listed = [ListedService(service, _rows(handbook, service)) for service in handbook.services if service.contacts]
    if listed:
        yield _whole(handbook, listed)
    for group in listed:
        yield _one(handbook, group)


def _whole(handbook: Handbook, listed: Sequence[ListedService]) -> Sheet:
    rows = [row for group in listed for row in group.rows]
    sheets_of_paper = math.ceil((len(listed) + len(rows)) / _ON_A_SHEET)
    return Sheet(
        _WHOLE,
        N_("Kontakter i hele kommunen"),
        WallList(
            # By what people call them, which is what they look for.
            services=sorted(listed, key=lambda group: alphabetical(group.service.label)),
            vacant=_vacant(rows),
            stale=_stale(rows),
        ),
        kind=_KIND,
        copies=(Copy(print_file(_WHOLE), "A4"),),
        of=Place(routes.CONTACT_LIST),
        until=_until(handbook, rows),
        sides=2 * sheets_of_paper,
        fitting=tuple(letters * sheets_of_paper for letters in _FITTING),
    )


def _one(handbook: Handbook, group: ListedService) -> Sheet:
    service, rows = group.service, group.rows
    return Sheet(
        f"{_WHOLE}/{service.id}",
        service.name,
        ContactList(
            service=service,
            contacts=rows,
            deputies=any(row.contact.deputy for row in rows),
            vacant=_vacant(rows),
            stale=_stale(rows),
        ),
        kind=_KIND,
        copies=(Copy(print_file(f"{_WHOLE}-{service.id}"), "A4"),),
        of=routes.place_of(SERVICES, service.id),
        until=_until(handbook, rows),
        sides=1 + (len(rows) > 4),
    )


def _vacant(rows: Iterable[ListedContact]) -> int:
    return sum(row.contact.vacant for row in rows)


def _stale(rows: Iterable[ListedContact]) -> int:
    return sum(row.stale for row in rows)


def _rows(handbook: Handbook, service: Service) -> list[ListedContact]:
    return [
        ListedContact(one.value, not holds(handbook, contact_rules.verified, service, *one.path))
        for one in contacts_of(service)
    ]


def _until(handbook: Handbook, rows: Iterable[ListedContact]) -> dt.date | None:
    """Until a contact that is verified now must be so again. Those that already must, are marked in the list."""
    return valid_until(handbook, *checks_ahead(handbook, (row.contact for row in rows)))
