"""Leads what shared records say of one another to the local records that stand for them.

A municipality may give the shared record `ppt` another id, stand its own record in its place, or have two of it. The
shared texts still say `ppt`. Their references and links are written anew before the records are made, so that pages,
checks, search and prints all know one name. What is written anew keeps its place in the files.
"""

from __future__ import annotations

import functools
import re
import typing
from collections.abc import Iterable, Iterator

from builder.i18n import N_
from builder.load.declaration import Declaration
from builder.load.local import Leads
from builder.load.shared import is_shared
from builder.load.tree import Mapping, Node, Scalar, Sequence
from builder.model.actor import Actor
from builder.model.base import Part
from builder.model.fields import HoldsMarkdown, RefTo
from builder.model.kinds import KINDS
from builder.model.references import Marker, key_of, marker_of
from builder.model.service import CONTACTS, SERVICES
from builder.problem import Message, Problem, Severity

RULE = "stand-in-contact"
_OTHER_CONTACT = N_(
    "felles tekster viser til kontakten «{contact}», som ikke finnes her; «{used}» er brukt i stedet. Gi den rette "
    "kontakten id-en «{id}»"
)
_LINK = re.compile(r"\]\(([a-z]+):([a-z0-9-]+)(?=[)#\s])")
#: The marker of a field, and the parts that may stand in it.
FieldSays = tuple[Marker | None, tuple[type[Part], ...]]
_UNKNOWN: FieldSays = (None, ())


class Leading:
    """The records of one municipality, with what they say of shared records that others stand for written anew."""

    def __init__(self, declarations: Iterable[Declaration], leads: Leads) -> None:
        self._leads = leads
        self._written = list(declarations)
        self._standing = {(d.kind, d.id): d for d in self._written}
        self._problems: dict[tuple[str, str], Problem] = {}
        self.declarations = [self._declaration(d) for d in self._written] if leads else self._written

    @property
    def problems(self) -> list[Problem]:
        """What the municipality should know of where shared texts lead."""
        return list(self._problems.values())

    def _declaration(self, declaration: Declaration) -> Declaration:
        tree = self._mapping(declaration.tree, (KINDS[declaration.kind].record,))
        return declaration if tree is declaration.tree else Declaration(declaration.kind, declaration.id, tree)

    def _mapping(self, tree: Mapping, parts: tuple[type[Part], ...]) -> Mapping:
        changed = {}
        for key, value in tree.fields.items():
            anew = self._value(value, field_of(parts, key))
            if anew is not value:
                changed[key] = anew
        return Mapping(tree.mark, tree.fields | changed, tree.keys) if changed else tree

    def _value(self, node: Node, field: FieldSays) -> Node:
        marker, parts = field
        if isinstance(node, Mapping):
            return self._mapping(node, parts)
        if isinstance(node, Scalar):
            return next(self._scalar(node, marker), node)
        items = [anew for item in node.items for anew in self._item(item, field)]
        same = len(items) == len(node.items) and all(a is b for a, b in zip(items, node.items, strict=True))
        return node if same else Sequence(node.mark, _once(items))

    def _item(self, item: Node, field: FieldSays) -> Iterator[Node]:
        if isinstance(item, Scalar):
            yield from self._scalar(item, field[0])
        else:
            yield self._value(item, field)

    def _scalar(self, node: Scalar, marker: Marker | None) -> Iterator[Scalar]:
        """What stands for a value: itself where nothing is to be written anew."""
        if node.text and isinstance(marker, RefTo):
            for name in self._named(node, node.text, marker.kinds):
                yield node if name == node.text else Scalar(node.mark, name, node.language)
        elif node.text and isinstance(marker, HoldsMarkdown) and "](" in node.text:
            text = _LINK.sub(lambda found: self._link(node, found), node.text)
            yield node if text == node.text else Scalar(node.mark, text, node.language)
        else:
            yield node

    def _link(self, node: Scalar, found: re.Match[str]) -> str:
        names = self._leading_from(node, found[1], found[2])
        return f"]({found[1]}:{names[0]}" if names else found[0]

    def _named(self, node: Scalar, name: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
        actor = Actor(name)
        if actor.contact and CONTACTS.name in kinds:
            services = self._leading_from(node, SERVICES.name, actor.service)
            return tuple(self._contact(one, actor, SERVICES.name in kinds) for one in services) or (name,)
        found = (self._leading_from(node, kind, name) for kind in kinds)
        return next((names for names in found if names), (name,))

    def _leading_from(self, node: Scalar, kind: str, name: str) -> tuple[str, ...]:
        """What a name leads to. What a municipality has written itself means what it says, where that is there."""
        if (kind, name) in self._standing and not is_shared(node.mark.path):
            return ()
        return self._leads.get((kind, name), ())

    def _contact(self, service: str, actor: Actor, or_service: bool) -> str:
        """A contact in the service that stands for another: of the same id, or who answers there."""
        declaration = self._standing.get((SERVICES.name, service))
        ids = _contacts(declaration.tree) if declaration else []
        if declaration is None or actor.contact in ids or not (ids or or_service):
            return Actor.of(service, actor.contact)
        used = service if or_service else Actor.of(service, ids[0])
        message = Message(_OTHER_CONTACT, contact=actor, used=used, id=actor.contact)
        mark = declaration.tree.fields.get(CONTACTS.name, declaration.tree).mark
        self._problems.setdefault((service, actor.contact), Problem(mark, RULE, message, Severity.ADVICE))
        return used


def _contacts(service: Mapping) -> list[str]:
    contacts = service.fields.get(CONTACTS.name)
    items = contacts.items if isinstance(contacts, Sequence) else []
    return [name for item in items if isinstance(item, Mapping) and (name := item.text("id"))]


def _once(items: Iterable[Node]) -> list[Node]:
    """The items, each name once: two that were named may have become one."""
    names: dict[object, Node] = {}
    for item in items:
        names.setdefault(item.text if isinstance(item, Scalar) else id(item), item)
    return list(names.values())


def field_of(parts: tuple[type[Part], ...], key: str) -> FieldSays:
    """What may stand under a key: where a value may be one of several parts, what any of them says of it."""
    fields = [_fields(part).get(key, _UNKNOWN) for part in parts]
    marker = next((marker for marker, _ in fields if marker), None)
    return marker, tuple(part for _, inner in fields for part in inner)


@functools.cache
def _fields(part: type[Part]) -> dict[str, FieldSays]:
    return {
        key_of(part, name): (marker_of(part, name), tuple(_parts_in(field.annotation)))
        for name, field in part.model_fields.items()
    }


def _parts_in(annotation: object) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from _parts_in(argument)
