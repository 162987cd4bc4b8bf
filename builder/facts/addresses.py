"""Telephone numbers, e-mail and web addresses, wherever they stand in the records."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from builder.facts.parts import Within
from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.municipality import Municipality
from builder.model.place import NamedPlace
from builder.model.service import Service

AddressIn = Within[Record, str]
Found = Iterator[AddressIn]

#: Domains that nobody can own (RFC 2606).
_RESERVED_ENDINGS = ("example", "test", "invalid", "localhost")
_RESERVED_DOMAINS = ("example.com", "example.net", "example.org")


def phones(handbook: Handbook) -> Found:
    """Every telephone number but the internal ones, where it stands."""
    for number in handbook.emergency:
        yield Within(number, ("phone",), number.phone)
    yield from _of_people(handbook, "phone")


def emails(handbook: Handbook) -> Found:
    """Every e-mail address, where it stands."""
    yield from _of_people(handbook, "email")


def _of_people(handbook: Handbook, field: str) -> Found:
    editors = getattr(handbook.municipality.editors, field)
    if editors:
        yield Within(handbook.municipality, ("editors", field), editors)
    for place in handbook.places:
        if value := getattr(place, field):
            yield Within(place, (field,), value)
    for service in handbook.services:
        for index, contact in enumerate(service.contacts):
            for part, path in ((contact, ()), (contact.deputy, ("deputy",))):
                value = getattr(part, field, None)
                if value:
                    yield Within(service, ("contacts", index, *path, field), value)


def websites(handbook: Handbook) -> Found:
    """Every web address of the municipality, its services and its places, where it stands."""
    records: tuple[Municipality | Service | NamedPlace, ...]
    records = (handbook.municipality, *handbook.services, *handbook.places)
    for record in records:
        if record.website:
            yield Within(record, ("website",), record.website)


def is_reserved(address: str) -> bool:
    """Whether an e-mail or web address is in a domain that nobody can own."""
    domain = (urlsplit(address).hostname or "") if "://" in address else address.rpartition("@")[2]
    domain = domain.casefold().rstrip(".")
    return domain.rpartition(".")[2] in _RESERVED_ENDINGS or any(
        domain == reserved or domain.endswith(f".{reserved}") for reserved in _RESERVED_DOMAINS
    )
