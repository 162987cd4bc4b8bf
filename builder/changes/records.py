"""Two states of a handbook compared: new, gone and changed records, each in sentences people would say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from builder.changes.contacts import contacts
from builder.changes.difference import Action, Difference, text
from builder.changes.forums import TOLD, forums
from builder.changes.naming import Naming, label, number
from builder.changes.pathways import pathways
from builder.model.description import described
from builder.model.export import Data, Records
from builder.model.forum import FORUMS
from builder.model.kinds import KINDS
from builder.model.municipality import EMERGENCY
from builder.model.pathway import PATHWAYS
from builder.model.service import SERVICES

_NAMES = ("name", "title", "term")
Sentences = Callable[[Data, Data, Naming], Iterator[tuple[str, str]]]
#: Kind -> sentences of its own, and the fields they speak of.
_OWN: dict[str, tuple[Sentences, frozenset[str]]] = {
    SERVICES.name: (contacts, frozenset({"contacts"})),
    FORUMS.name: (forums, TOLD),
    PATHWAYS.name: (pathways, frozenset({"steps"})),
}


def differences(before: Records, after: Records, language: str) -> tuple[Difference, ...]:
    """What is new, gone or changed from one state to the next, in the order of the kinds and of the records."""
    then, now = Naming(before, language), Naming(after, language)
    return tuple(
        difference for kind in KINDS if KINDS[kind].told for difference in _of_kind(kind, before, after, then, now)
    )


def _of_kind(kind: str, before: Records, after: Records, then: Naming, now: Naming) -> Iterator[Difference]:
    old, new = before.get(kind, {}), after.get(kind, {})
    minor = KINDS[kind].minor
    for name, record in new.items():
        if name not in old:
            sentence = now._(KINDS[kind].news).format(name=label(record))
            yield Difference(kind, name, Action.NEW, sentence, minor=minor)
        elif record != old[name]:
            for field, said in _changed(kind, old[name], record, now):
                yield Difference(kind, name, Action.CHANGED, said, field, minor or field in KINDS[kind].minor_fields)
    for name, record in old.items():
        if name not in new:
            kind_label = then._(KINDS[kind].label)
            sentence = then._("Tatt ut: {name} ({kind})").format(name=label(record), kind=kind_label)
            yield Difference(kind, name, Action.GONE, sentence, minor=minor)


def _changed(kind: str, old: Data, new: Data, names: Naming) -> Iterator[tuple[str, str]]:
    """Field and sentence for each change: first those with words of their own, then the other fields together."""
    yield from _renamed(old, new, names)
    told = _told(kind)
    if kind in _OWN:
        sentences, _fields = _OWN[kind]
        yield from sentences(old, new, names)
    if kind == EMERGENCY.name and number(old.get("phone")) != number(new.get("phone")):
        yield "phone", names._("{name} har nå nummer {phone}").format(name=label(new), phone=text(new["phone"]))
        told |= {"phone"}
    others = [key for key in _keys(kind, old, new) if key not in told]
    for minor in (False, True):
        fields_of = [key for key in others if (key in KINDS[kind].minor_fields) is minor]
        if fields_of:
            yield fields_of[0], _together(kind, label(new), fields_of, names)


def _told(kind: str) -> frozenset[str]:
    """The fields of a kind that have sentences of their own."""
    return frozenset(_NAMES) | (_OWN[kind][1] if kind in _OWN else frozenset())


def _renamed(old: Data, new: Data, names: Naming) -> Iterator[tuple[str, str]]:
    for key in _NAMES:
        if key in old and key in new and old[key] != new[key]:
            yield key, names._("{before} heter nå {after}").format(before=old[key], after=new[key])


def _keys(kind: str, old: Data, new: Data) -> list[str]:
    """The fields that differ, in the order they are declared."""
    known = [field.key for field in described(KINDS[kind].record)]
    found = [key for key in {**old, **new} if old.get(key) != new.get(key)]
    return sorted(found, key=lambda key: (known.index(key) if key in known else len(known), key))


def _together(kind: str, name: str, keys: list[str], names: Naming) -> str:
    titles = {field.key: field.title for field in described(KINDS[kind].record)}
    fields = names.phrases.listed([f"«{names.field(titles.get(key, key))}»" for key in keys])
    return names._("{name}: {fields} er endret").format(name=name, fields=fields)
