"""What is written for families: which records, and which of them belong together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from builder.facts.answering import Answering, answering
from builder.memoize import memoize
from builder.model.base import Record
from builder.model.confidentiality import RULES
from builder.model.families import Families, said_to_families
from builder.model.form import FORMS
from builder.model.handbook import Handbook
from builder.model.kind import Kind
from builder.model.pathway import PATHWAYS
from builder.model.service import SERVICES, Service

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


def to_ring(handbook: Handbook, one: ForFamilies) -> Answering | None:
    """Whom a family rings: who answers for the contact that is urgent, or else for the first that can be rung."""
    contacts = one.record.contacts if isinstance(one.record, Service) else ()
    found = (answering(contact, handbook.today) for contact in contacts)
    ringing = [one for one in found if one.first.phone and not one.unheld]
    return next((one for one in ringing if one.contact.acute), next(iter(ringing), None))
