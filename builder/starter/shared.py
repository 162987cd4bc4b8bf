"""What a starter needs to know of the shared library: the contacts a municipality fills in, and the shared pathways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.load.declaration import Declaration
from builder.load.tree import Mapping, Sequence
from builder.model.fields import is_placeholder_phone
from builder.model.library import LIBRARY
from builder.model.municipality import ROLES
from builder.model.pathway import PATHWAYS
from builder.model.service import SERVICES
from builder.model.standard_terms import Situation

_ACTORS = (SERVICES.name, ROLES.name)


@dataclass(frozen=True, slots=True)
class SharedService:
    """A shared service with contacts whose numbers only the municipality knows: the id and role of each."""

    id: str
    name: str
    contacts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SharedPathway:
    """A shared pathway, and the common word for what it is about."""

    id: str
    title: str
    situation: str | None


@dataclass(frozen=True, slots=True)
class SharedLibrary:
    """What was found in it."""

    services: tuple[SharedService, ...]
    pathways: tuple[SharedPathway, ...]
    #: The ids of every shared service and role: those who can sit in a meeting from the first day.
    actors: frozenset[str] = frozenset()
    #: Its version, which the municipality has then read; empty where it says none.
    version: str = ""

    @classmethod
    def of(cls, declarations: list[Declaration]) -> SharedLibrary:
        """What the shared records hold."""
        actors = frozenset(found.id for found in declarations if found.kind in _ACTORS and found.id)
        versions = (found.tree.text("version") for found in declarations if found.kind == LIBRARY.name)
        return cls(tuple(_services(declarations)), tuple(_pathways(declarations)), actors, next(versions, None) or "")

    @property
    def disagreement(self) -> SharedPathway | None:
        """The pathway for when services disagree."""
        return next((one for one in self.pathways if one.situation == Situation.DISAGREEMENT), None)


def _services(declarations: list[Declaration]) -> Iterator[SharedService]:
    for found in declarations:
        contacts = tuple(_local_contacts(found.tree)) if found.kind == SERVICES.name else ()
        if found.id and contacts:
            yield SharedService(found.id, found.tree.text("name") or found.id, contacts)


def _local_contacts(service: Mapping) -> Iterator[tuple[str, str]]:
    contacts = service.fields.get("contacts")
    for contact in contacts.items if isinstance(contacts, Sequence) else ():
        if isinstance(contact, Mapping) and _has_no_number(contact):
            yield contact.text("id") or "", contact.text("role") or ""


def _has_no_number(contact: Mapping) -> bool:
    phone = contact.text("phone")
    return not phone or is_placeholder_phone(phone)


def _pathways(declarations: list[Declaration]) -> Iterator[SharedPathway]:
    for found in declarations:
        if found.kind == PATHWAYS.name and found.id:
            yield SharedPathway(found.id, found.tree.text("title") or found.id, found.tree.text("situation"))
