"""What is written for families: which records, and which of them belong together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from builder.memoize import memoize
from builder.model.base import Record
from builder.model.confidentiality import RULES
from builder.model.families import Families, said_to_families
from builder.model.form import FORMS
from builder.model.handbook import Handbook
from builder.model.kind import Kind
from builder.model.pathway import PATHWAYS
from builder.model.service import SERVICES, Contact, Service

#: The kinds of record that may say something to families, in the order a family would ask.
KINDS_FOR_FAMILIES: tuple[Kind[Any], ...] = (PATHWAYS, RULES, SERVICES, FORMS)


@dataclass(frozen=True, slots=True)
class ForFamilies:
    """A record with what it says to families."""

    kind: Kind[Any]
    record: Record
    text: Families


@memoize
def written(handbook: Handbook) -> tuple[ForFamilies, ...]:
    """Every record that says something to families, kind by kind."""
    return tuple(
        ForFamilies(kind, record, text)
        for kind in KINDS_FOR_FAMILIES
        for record in handbook.of(kind)
        if (text := said_to_families(record))
    )


def easily_read(handbook: Handbook) -> tuple[ForFamilies, ...]:
    """Those that say it in easy language."""
    return tuple(one for one in written(handbook) if one.text.easy)


def related(handbook: Handbook, one: ForFamilies) -> Iterator[ForFamilies]:
    """The others that it names, or that name it, in their order."""
    named = {(reference.kind, reference.id) for reference in handbook.references if reference.source is one.record}
    naming = {id(reference.source) for reference in handbook.naming(one.kind, one.record.id)}
    for other in written(handbook):
        if other is not one and ((other.kind.name, other.record.id) in named or id(other.record) in naming):
            yield other


def to_ring(one: ForFamilies) -> Contact | None:
    """The contact a family rings: the one who answers when it is urgent, or else the first who has a public number."""
    contacts = one.record.contacts if isinstance(one.record, Service) else ()
    answering = [contact for contact in contacts if contact.phone and not contact.vacant]
    return next((contact for contact in answering if contact.acute), next(iter(answering), None))
