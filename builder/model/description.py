"""The records described: what each field is called, and what may stand in it.

Read from the record classes, which are the one declaration of every field. JSON Schema for editors
and the field reference for people are both made from this.
"""

from __future__ import annotations

import datetime as dt
import functools
import types
import typing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from pydantic.fields import FieldInfo

from builder.model.base import Part
from builder.model.fields import RefTo
from builder.model.formats import REFERENCE, Format
from builder.model.references import key_of
from builder.model.vocabulary import Labelled


@dataclass(frozen=True)
class WholeNumber:
    """A number without decimals, within limits."""

    minimum: int | None
    maximum: int | None


@dataclass(frozen=True)
class Choice:
    """One of some words."""

    words: tuple[Labelled, ...]


@dataclass(frozen=True)
class Reference:
    """The id of a record of one of these kinds."""

    kinds: tuple[str, ...]
    written: Format = REFERENCE


@dataclass(frozen=True)
class Many:
    """A list."""

    item: Value
    minimum: int


@dataclass(frozen=True)
class Group:
    """Fields under the field. `short` is what may stand in their place, where one of them says enough."""

    part: type[Part]
    short: Value | None = None


@dataclass(frozen=True)
class OneOrMany:
    """A value that may also stand as a list, so that a rule can say what is wrong with more than one."""

    one: Value


Value = Format | WholeNumber | Choice | Reference | Many | Group | OneOrMany


@dataclass(frozen=True)
class Description:
    """One field. `empty` is whether it may stand with nothing after the colon."""

    key: str
    title: str
    text: str | None
    required: bool
    empty: bool
    default: object
    value: Value


def described(part: type[Part]) -> tuple[Description, ...]:
    """The fields of a part, in the order they are declared."""
    return _fields_described(part)


@functools.cache
def _fields_described(part: type[Part]) -> tuple[Description, ...]:
    return tuple(_described(part, name, field) for name, field in part.model_fields.items())


@functools.cache
def field_of(part: type[Part], path: str) -> Description:
    """A field by its attribute, or by several with points between: «access.how». Raises KeyError for one there is not.

    A list on the way stands for what is in it.
    """
    name, _, rest = path.partition(".")
    found = _described(part, name, part.model_fields[name])
    if not rest:
        return found
    inner = group_in(found.value)
    if inner is None:
        raise KeyError(path)
    return field_of(inner, rest)


def parts_of(part: type[Part]) -> Iterator[type[Part]]:
    """A part and those within it, each once, the outermost first."""
    waiting = [part]
    for one in waiting:
        yield one
        found = (group_in(field.value) for field in described(one))
        waiting += [inner for inner in dict.fromkeys(found) if inner is not None and inner not in waiting]


def group_in(value: Value) -> type[Part] | None:
    """The part a value holds, directly or in a list."""
    if isinstance(value, Many):
        return group_in(value.item)
    if isinstance(value, OneOrMany):
        return group_in(value.one)
    return value.part if isinstance(value, Group) else None


def _described(part: type[Part], name: str, field: FieldInfo) -> Description:
    branches, empty = _branches(field.annotation)
    required = field.is_required()
    default = None if required else field.default
    title = field.title or name
    value = _either(branches, tuple(field.metadata))
    return Description(key_of(part, name), title, field.description, required, empty, default, value)


def _branches(annotation: Any) -> tuple[list[Any], bool]:
    """What a field may hold, apart from nothing, and whether it may hold nothing."""
    if typing.get_origin(annotation) is typing.Annotated:
        annotation = typing.get_args(annotation)[0] if _is_union(typing.get_args(annotation)[0]) else annotation
    if not _is_union(annotation):
        return [annotation], False
    arguments = typing.get_args(annotation)
    return [one for one in arguments if one is not types.NoneType], types.NoneType in arguments


def _is_union(annotation: Any) -> bool:
    return typing.get_origin(annotation) in (typing.Union, types.UnionType)


def _either(branches: Sequence[Any], metadata: tuple[Any, ...]) -> Value:
    value = _value(branches[0], metadata)
    return value if len(branches) == 1 else OneOrMany(value)


def _value(annotation: Any, metadata: tuple[Any, ...]) -> Value:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _value(arguments[0], (*arguments[1:], *metadata))
    if origin is tuple:
        return Many(_value(arguments[0], ()), int(_limit(metadata, "min_length") or 0))
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return Group(annotation, _short(annotation))
    if isinstance(annotation, type) and issubclass(annotation, Labelled):
        return Choice(tuple(annotation))
    return _scalar(annotation, metadata)


def _short(part: type[Part]) -> Value | None:
    return next((field.value for field in described(part) if field.key == part.SHORT), None) if part.SHORT else None


def _scalar(annotation: Any, metadata: tuple[Any, ...]) -> Value:
    for item in metadata:
        if isinstance(item, RefTo):
            return Reference(item.kinds)
        if isinstance(item, Format):
            return item
    if annotation is int:
        return WholeNumber(_limit(metadata, "ge"), _limit(metadata, "le"))
    raise TypeError(f"no description of {annotation}: mark it with Format")


def _limit(metadata: tuple[Any, ...], name: str) -> int | None:
    found = next((getattr(item, name) for item in metadata if getattr(item, name, None) is not None), None)
    return found if isinstance(found, int) else None


def plain_default(value: object) -> str | None:
    """A default as it would be written in a file; None for nothing and for an empty list."""
    if value is None or value == ():
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Enum):
        return str(value.value)
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)
