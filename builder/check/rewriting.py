"""Writes values in records anew before the records are made, by what their fields say the values mean.

Places in the files stay as they are, so findings still point to what somebody wrote; what is not changed is the very
same node.
"""

from __future__ import annotations

import functools
import re
import typing
from abc import ABC, abstractmethod
from collections.abc import Iterator, Set

from builder.load.declaration import Declaration
from builder.load.tree import Mapping, Node, Scalar, Sequence, scalars
from builder.memoize import memoize
from builder.model.actor import Actor
from builder.model.base import Part
from builder.model.fields import HoldsMarkdown, RefTo
from builder.model.kinds import KINDS
from builder.model.references import Marker, key_of, marker_of

#: What a field means, and the parts it may hold.
FieldSays = tuple[Marker | None, tuple[type[Part], ...]]
_NOTHING: FieldSays = (None, ())
_LINKED = re.compile(r"\]\([a-z]+:([a-z0-9-]+)")


class Rewriter(ABC):
    """What a name becomes is said by `_named`: itself, another, several in a list, or nothing; links by `_relinked`.

    A field whose value comes to nothing is left out; so is a list that comes to nothing, or that would lose an item
    others may name. What lacks a field it must have comes to nothing as a whole.
    """

    @abstractmethod
    def _concerns(self, named: Set[str]) -> bool:
        """Whether something may be said anew of what a record names, ids and contacts written `service.contact`."""

    @abstractmethod
    def _named(self, node: Scalar, name: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """What is named where a record of one of some kinds is."""

    @abstractmethod
    def _relinked(self, node: Scalar, text: str) -> str:
        """Running text with its links as they are to be."""

    def _scalar(self, node: Scalar, marker: Marker | None) -> Iterator[Scalar]:
        """What stands for a value: itself where nothing is to be written anew."""
        texts: tuple[str | None, ...] = (node.text,)
        if node.text and isinstance(marker, RefTo):
            texts = self._named(node, node.text, marker.kinds)
        elif node.text and isinstance(marker, HoldsMarkdown) and "](" in node.text:
            texts = (self._relinked(node, node.text),)
        for text in texts:
            yield node if text == node.text else Scalar(node.mark, text, node.language)

    def _in_list(self, items: list[Node]) -> list[Node]:
        """The items of a list that has been changed."""
        return items

    def _declaration(self, declaration: Declaration) -> Declaration | None:
        """The record as it is to be; None where it comes to nothing."""
        if not self._concerns(_names_in(declaration)):
            return declaration
        tree = self._mapping(declaration.tree, (KINDS[declaration.kind].record,))
        if tree is None or tree is declaration.tree:
            return declaration if tree else None
        return Declaration(declaration.kind, declaration.id, tree)

    def _mapping(self, tree: Mapping, parts: tuple[type[Part], ...]) -> Mapping | None:
        made = {key: self._value(value, _field_of(parts, key)) for key, value in tree.fields.items()}
        lost = [key for key, value in made.items() if value is None]
        if any(_required(part, key) for part in parts for key in lost):
            return None
        if all(made[key] is value for key, value in tree.fields.items()):
            return tree
        kept = {key: value for key, value in made.items() if value is not None}
        return Mapping(tree.mark, kept, {key: mark for key, mark in tree.keys.items() if key in kept})

    def _value(self, node: Node, field: FieldSays) -> Node | None:
        marker, parts = field
        if isinstance(node, Mapping):
            return self._mapping(node, parts)
        if isinstance(node, Scalar):
            return next(self._scalar(node, marker), None)
        return self._sequence(node, field)

    def _sequence(self, node: Sequence, field: FieldSays) -> Sequence | None:
        made = [(item, list(self._item(item, field))) for item in node.items]
        if any(not anew and _has_id(item) for item, anew in made):
            return None
        items = [one for _, anew in made for one in anew]
        if len(items) == len(node.items) and all(a is b for a, b in zip(items, node.items, strict=True)):
            return node
        return Sequence(node.mark, self._in_list(items)) if items else None

    def _item(self, item: Node, field: FieldSays) -> Iterator[Node]:
        if isinstance(item, Scalar):
            yield from self._scalar(item, field[0])
            return
        anew = self._value(item, field)
        if anew is not None:
            yield anew


@memoize
def _names_in(declaration: Declaration) -> frozenset[str]:
    """What a record may name: found once, though every municipality follows the shared record."""
    texts = {node.text for node in scalars(declaration.tree) if node.text}
    alone = [text for text in texts if " " not in text]
    services = (Actor(text).service for text in alone if "." in text)
    linked = (id_ for text in texts if "](" in text for id_ in _LINKED.findall(text))
    return frozenset([*alone, *services, *linked])


def _has_id(item: Node) -> bool:
    """Whether others may name the item: it cannot be taken out by itself."""
    return isinstance(item, Mapping) and "id" in item.fields


def _field_of(parts: tuple[type[Part], ...], key: str) -> FieldSays:
    """What may stand under a key: where a value may be one of several parts, what any of them says of it."""
    fields = [_fields(part).get(key, _NOTHING) for part in parts]
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


def _required(part: type[Part], key: str) -> bool:
    return any(field.is_required() for name, field in part.model_fields.items() if key_of(part, name) == key)
