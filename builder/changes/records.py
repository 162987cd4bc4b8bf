"""Compares two states of a handbook: new, removed and changed records, each described in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from builder.changes.comparison import FieldChange, compare
from builder.changes.contacts import contacts
from builder.changes.difference import Action, Difference, Sentence, Sentences
from builder.changes.forums import TOLD, forums
from builder.changes.naming import Naming, number
from builder.changes.pathways import pathways
from builder.changes.state import State
from builder.model.base import Record
from builder.model.description import described
from builder.model.forum import FORUMS
from builder.model.kind import Kind
from builder.model.kinds import KINDS
from builder.model.municipality import EMERGENCY, EmergencyNumber
from builder.model.pathway import PATHWAYS
from builder.model.service import SERVICES

_NAMES = ("name", "title", "term")


def emergency(before: EmergencyNumber, after: EmergencyNumber, names: Naming) -> Sentences:
    """The number to ring now."""
    if number(before.phone) != number(after.phone):
        yield Sentence("phone", names._("{name} har nå nummer {phone}").format(name=after.label, phone=after.phone))


#: Kind -> sentences of its own, and the fields nothing else is said of.
_OWN: Mapping[Kind[Any], tuple[Callable[[Any, Any, Naming], Sentences], frozenset[str]]] = MappingProxyType(
    {
        EMERGENCY: (emergency, frozenset()),
        SERVICES: (contacts, frozenset({"contacts"})),
        FORUMS: (forums, TOLD),
        PATHWAYS: (pathways, frozenset({"steps"})),
    }
)


def differences(before: State, after: State, language: str) -> tuple[Difference, ...]:
    """What is new, gone or changed from one state to the next, in the order of the kinds and of the records."""
    names = Naming(after.handbook, language)
    told = (kind for kind in KINDS.values() if kind.told)
    return tuple(difference for kind in told for difference in _of_kind(kind, before, after, names))


def _of_kind(kind: Kind[Any], before: State, after: State, names: Naming) -> Iterator[Difference]:
    new = after.handbook.by_id(kind)
    old = _by_new_id(before.handbook.by_id(kind), new)
    for name, record in new.items():
        if name not in old:
            sentence = names._(kind.news).format(name=record.label)
            yield Difference(kind.name, name, Action.NEW, sentence, minor=kind.minor)
        else:
            unread = before.unread_of(old[name]) | after.unread_of(record)
            for said in _changed(kind, old[name], record, unread, names):
                minor = kind.minor or said.field in kind.minor_fields
                yield Difference(kind.name, name, Action.CHANGED, said.text, said.field, minor)
    for name, record in old.items():
        if name not in new:
            sentence = names._("Tatt ut: {name} ({kind})").format(name=record.label, kind=names._(kind.label))
            yield Difference(kind.name, name, Action.GONE, sentence, minor=kind.minor)


def _by_new_id(old: Mapping[str, Record], new: Mapping[str, Record]) -> Mapping[str, Record]:
    """The old records by the ids they have now, so that one with another id is neither new nor gone."""
    now = {former: name for name, record in new.items() if name not in old for former in record.formerly}
    return {name if name in new else now.get(name, name): record for name, record in old.items()}


def _changed(kind: Kind[Any], old: Record, new: Record, unread: frozenset[str], names: Naming) -> Sentences:
    """A sentence for each change: first those with words of their own, then the other fields together.

    What could not be read back is only named: nobody knows what is different in it.
    """
    changes = [change for change in compare(old, new) if change.field not in unread]
    own = [*_renamed(changes, names), *(said for said in _own(kind, old, new, names) if said.field not in unread)]
    yield from own
    told = _told(kind) | {said.field for said in own}
    changed = {change.field for change in changes} - told | unread
    others = [field.key for field in described(kind.record) if field.key in changed]
    for minor in (False, True):
        fields_of = [key for key in others if (key in kind.minor_fields) is minor]
        if fields_of:
            yield Sentence(fields_of[0], _together(kind, new.label, fields_of, names))


def _own(kind: Kind[Any], old: Record, new: Record, names: Naming) -> Sentences:
    if kind in _OWN:
        sentences, _fields = _OWN[kind]
        yield from sentences(old, new, names)


def _told(kind: Kind[Any]) -> frozenset[str]:
    """The fields of a kind that have sentences of their own."""
    return frozenset(_NAMES) | (_OWN[kind][1] if kind in _OWN else frozenset())


def _renamed(changes: list[FieldChange], names: Naming) -> Sentences:
    for change in changes:
        if change.field in _NAMES and change.old:
            said = names._("{before} heter nå {after}").format(before=change.old, after=change.new)
            yield Sentence(change.field, said)


def _together(kind: Kind[Any], name: str, keys: list[str], names: Naming) -> str:
    titles = {field.key: field.title for field in described(kind.record)}
    fields = names.phrases.listed([f"«{names.field(titles[key])}»" for key in keys])
    return names._("{name}: {fields} er endret").format(name=name, fields=fields)
