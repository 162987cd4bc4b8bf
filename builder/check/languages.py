"""Texts of a record in another language than the handbook are told apart, so that pages and prints can say so."""

from __future__ import annotations

import functools
from typing import Any, TypeVar

from builder.load.tree import Mapping, Node, Scalar, Sequence, in_other_languages
from builder.model.base import Part
from builder.model.description import Group, Many, OneOrMany, Value, described
from builder.model.foreign import Foreign
from builder.model.formats import Format
from builder.model.references import key_of

P = TypeVar("P", bound=Part)


def in_its_language(part: P, tree: Mapping) -> P:
    """A record or part where each text knows its language, when the tree it was made of says another than the rest."""
    if not in_other_languages(tree):
        return part
    return part.model_copy(update=dict(_changed(part, tree)))


def _changed(part: Part, tree: Mapping) -> list[tuple[str, object]]:
    changed = []
    for name, key, value in _fields(type(part)):
        node = tree.fields.get(key)
        if node is not None:
            changed.append((name, _in_language(getattr(part, name), node, value)))
    return changed


@functools.cache
def _fields(part: type[Part]) -> tuple[tuple[str, str, Value], ...]:
    """Each field with its key and what it may hold, apart from those that hold no texts."""
    fields = zip(part.model_fields, described(part), strict=True)
    return tuple((name, key_of(part, name), field.value) for name, field in fields if _holds_texts(field.value))


def _holds_texts(value: Value) -> bool:
    if isinstance(value, Many):
        return _holds_texts(value.item)
    if isinstance(value, OneOrMany):
        return _holds_texts(value.one)
    return isinstance(value, Group) or (isinstance(value, Format) and value.translated)


def _in_language(found: Any, node: Node, value: Value) -> object:
    if isinstance(value, OneOrMany):
        value = value.one
    if isinstance(found, tuple) and isinstance(node, Sequence) and isinstance(value, Many):
        return tuple(_in_language(one, item, value.item) for one, item in zip(found, node.items, strict=True))
    if isinstance(found, Part) and isinstance(node, Mapping):
        return in_its_language(found, node)
    if isinstance(found, str) and isinstance(node, Scalar) and isinstance(value, Format) and node.language:
        return Foreign(found, node.language)
    return found
