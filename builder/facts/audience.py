"""A handbook as those who may read an edition see it: the one place where what is internal is taken out.

Everything a reader gets is made from what this gives: pages, prints, search, feeds, changes and data. Nothing after it
asks whether a record or a field is internal.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from builder import prose
from builder.facts import approvals
from builder.facts.answering import StandsIn, stands_in
from builder.memoize import memoize
from builder.model.actor import Actor
from builder.model.approved_edition import EDITIONS, HandbookEdition
from builder.model.audience import Audience
from builder.model.base import Part, Record
from builder.model.fields import HoldsMarkdown, NamesRecord, RefTo
from builder.model.foreign import Foreign
from builder.model.handbook import Beside, Handbook, Records
from builder.model.kind import Kind
from builder.model.municipality import MUNICIPALITY
from builder.model.references import Marker, is_internal, marker_of
from builder.model.service import CONTACTS, SERVICES, Contact, Service

P = TypeVar("P", bound=Part)
#: A record by its kind and id; a contact is named `service.contact`.
Name = tuple[str, str]
_LINK = re.compile(r"\[([^\]]*)\]\(([a-z]+):([a-z0-9-]+)(?:[#\s][^)]*)?\)")


def for_audience(handbook: Handbook, audience: Audience) -> Handbook:
    """The handbook for an audience. For those who work there it is whole, and lies at an address of its own."""
    return _public(handbook) if audience is Audience.PUBLIC else _internal(handbook)


def is_for_staff(kind: Kind[Any], record: Record) -> bool:
    """Whether only those who work there may read a record."""
    return (kind.audience or record.audience) is Audience.INTERNAL


@memoize
def internal_names(handbook: Handbook) -> frozenset[Name]:
    """What is marked internal: records, and contacts, also those of services that are."""
    records = ((kind.name, record.id) for kind, record in handbook.everything() if is_for_staff(kind, record))
    contacts = (
        (CONTACTS.name, Actor.of(service.id, contact.id))
        for service, contact in handbook.contacts
        if Audience.INTERNAL in (service.audience, contact.audience)
    )
    return frozenset((*records, *contacts))


@memoize
def fallen(handbook: Handbook) -> frozenset[Name]:
    """What is not marked internal, and cannot stand in the public edition without something that is."""
    hidden = internal_names(handbook)
    return _names(handbook.records) - _names(_public(handbook).records) - hidden if hidden else frozenset()


def _internal(handbook: Handbook) -> Handbook:
    municipality = handbook.municipality
    if municipality.website == municipality.internal_website:
        return handbook
    there = _copied(municipality, {"website": municipality.internal_website})
    records = {**handbook.records, MUNICIPALITY.name: {municipality.id: there}}
    beside = Beside(others=handbook.others, as_written=municipality)
    return Handbook(there, records, handbook.today, beside, Audience.INTERNAL)


def _public(handbook: Handbook) -> Handbook:
    hidden, known = internal_names(handbook), _names(handbook.records)
    while True:  # what cannot stand without something that is hidden, is hidden with it
        filter_ = _Filter(hidden, known, handbook.today)
        records = filter_.records(handbook.records)
        lost = known - _names(records) - hidden
        if not lost:
            break
        hidden |= lost
    records[EDITIONS.name] = _approved(handbook, records)
    others = {language: filter_.records(found) for language, found in handbook.others.items()}
    municipality = filter_.part(handbook.as_written)
    assert municipality is not None
    records[MUNICIPALITY.name] = {municipality.id: municipality}
    return Handbook(municipality, records, handbook.today, Beside(others=others), Audience.PUBLIC)


def _names(records: Records) -> frozenset[Name]:
    alone = ((kind, id_) for kind, found in records.items() for id_ in found)
    services = (one for one in records.get(SERVICES.name, {}).values() if isinstance(one, Service))
    contacts = ((CONTACTS.name, Actor.of(one.id, contact.id)) for one in services for contact in one.contacts)
    return frozenset((*alone, *contacts))


def _approved(handbook: Handbook, records: Records) -> dict[str, Record]:
    """The editions, where what was approved is known by what is left of it: the same texts are drafts as before."""
    drafts = set(map(approvals.text_name, approvals.drafts(handbook)))
    left = {f"{kind}:{id_}": record for kind, found in records.items() for id_, record in found.items()}
    found: dict[str, Record] = {}
    for id_, record in records.get(EDITIONS.name, {}).items():
        assert isinstance(record, HandbookEdition)
        names = [name for name in record.digests if name in left and name not in drafts]
        texts = tuple(f"{name} {approvals.digest(left[name])}" for name in names)
        found[id_] = _copied(record, {"texts": texts})
    return found


def _copied(part: P, changed: Mapping[str, object]) -> P:
    """The part with other values. What it had worked out from the old ones does not follow."""
    made = part.model_copy(update=dict(changed))
    for name in set(vars(made)) - set(type(part).model_fields):
        del vars(made)[name]
    return made


@dataclass(frozen=True, slots=True)
class _Field:
    """A field as the filter sees it. `empty` is what stands there when nothing is to."""

    name: str
    marker: Marker | None
    internal: bool
    required: bool
    empty: object


@functools.cache
def _fields(part: type[Part]) -> tuple[_Field, ...]:
    return tuple(
        _Field(
            name,
            marker_of(part, name),
            is_internal(part, name),
            field.is_required(),
            "" if field.is_required() else field.get_default(call_default_factory=True),
        )
        for name, field in part.model_fields.items()
    )


@dataclass(frozen=True, slots=True)
class _Filter:
    """Takes out what is hidden, and what says that something is. Parts where nothing is, stay the very same."""

    hidden: frozenset[Name]
    known: frozenset[Name]
    today: dt.date

    def records(self, records: Records) -> dict[str, dict[str, Record]]:
        made = {
            kind: {id_: self.part(record) for id_, record in found.items() if (kind, id_) not in self.hidden}
            for kind, found in records.items()
        }
        return {kind: {id_: one for id_, one in found.items() if one is not None} for kind, found in made.items()}

    def part(self, part: P) -> P | None:
        """The part without what is hidden; None where it cannot stand without."""
        changed = dict[str, object]()
        for field in _fields(type(part)):
            value = getattr(part, field.name)
            made = field.empty if field.internal else self._value(value, field.marker)
            if made is value or made == value:
                continue
            if made in (None, ()) and field.required:
                return None
            changed[field.name] = field.empty if made is None else made
        if isinstance(part, Service):
            changed |= self._contacts(part)
        if isinstance(part, Contact):
            changed |= _reached(part, self.today)
        return _copied(part, changed) if changed else part

    def _value(self, value: object, marker: Marker | None) -> object:
        """What is left of a value; None where nothing is."""
        if isinstance(value, Part):
            return self.part(value)
        if isinstance(value, tuple):
            made = tuple(self._value(item, marker) for item in value)
            return tuple(one for one in made if one is not None)
        if isinstance(value, str):
            return self._text(value, marker)
        return value

    def _text(self, text: str, marker: Marker | None) -> str | None:
        if isinstance(marker, RefTo):
            named = next(((kind, text) for kind in marker.kinds if (kind, text) in self.known), None)
            return None if named in self.hidden else text
        if isinstance(marker, NamesRecord):
            return None if tuple(text.split(":", 1)) in self.hidden else text
        if isinstance(marker, HoldsMarkdown) and "](" in text:
            return self._unlinked(text)
        return text

    def _unlinked(self, text: str) -> str:
        """Running text where links to what is hidden are words alone; where a link is not easily told, all are."""
        made = _LINK.sub(self._link, text)
        if any(self._leads_to_hidden(address) for address in prose.links(made)):
            made = prose.plain(made)
        if made == text:
            return text
        return Foreign(made, text.language) if isinstance(text, Foreign) else made

    def _leads_to_hidden(self, address: str) -> bool:
        kind, _, id_ = address.partition("#")[0].partition(":")
        return (kind, id_) in self.hidden

    def _link(self, found: re.Match[str]) -> str:
        return found[1] if (found[2], found[3]) in self.hidden else found[0]

    def _contacts(self, service: Service) -> dict[str, object]:
        """Those that are left, the ones nobody answers for last: whoever rings the first, gets an answer."""
        left = [one for one in service.contacts if (CONTACTS.name, Actor.of(service.id, one.id)) not in self.hidden]
        left.sort(key=lambda one: one.vacant and one.deputy is None)
        made = tuple(one for contact in left if (one := self.part(contact)) is not None)
        return {} if made == service.contacts else {"contacts": made}


def _reached(contact: Contact, today: dt.date) -> dict[str, object]:
    """Whom everybody rings while nobody has the role, or it is away: who answers, and not why."""
    deputy = contact.deputy
    if deputy is None or stands_in(contact, today) not in (StandsIn.VACANT, StandsIn.AWAY):
        return {}
    return {
        "phone": deputy.phone or contact.phone,
        "email": deputy.email or contact.email,
        "deputy": None,
    }
