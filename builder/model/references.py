"""Finds the values of a record that mean something beyond themselves: references, citations, running text.

The record classes mark such fields once (`RefTo`, `CitesLaw`, `HoldsMarkdown`, `InternalOnly`);
everything that needs them comes here instead of listing fields by hand.
"""

from __future__ import annotations

import functools
import typing
from collections.abc import Iterator
from dataclasses import dataclass

from builder.memoize import memoize
from builder.model.base import Part, Record
from builder.model.fields import CitesLaw, HoldsMarkdown, InternalOnly, NamesRecord, RefTo

Marker = RefTo | NamesRecord | CitesLaw | HoldsMarkdown
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class MarkedValue:
    """A value in a record, where it stands in it, and what its field says it means."""

    path: Path
    marker: Marker
    value: str


@functools.cache
def key_of(part: type[Part], name: str) -> str:
    """The key in YAML of a field (`from` for `from_`)."""
    return part.model_fields[name].alias or name


@functools.cache
def is_internal(part: type[Part], name: str) -> bool:
    """Whether a field is in the internal edition alone."""
    return any(isinstance(marker, InternalOnly) for marker in part.model_fields[name].metadata)


@functools.cache
def _markers(part: type[Part]) -> tuple[tuple[str, str, Marker | None], ...]:
    """For each field that is marked, or holds parts: its name, its key, and the marker."""
    found = []
    for name, field in part.model_fields.items():
        marker = marker_of(part, name)
        if marker or _holds_parts(field.annotation):
            found.append((name, key_of(part, name), marker))
    return tuple(found)


@functools.cache
def marker_of(part: type[Part], name: str) -> Marker | None:
    """What a field says its values mean, where it says so."""
    field = part.model_fields[name]
    return next((m for m in field.metadata if isinstance(m, Marker)), None) or _marker_in(field.annotation)


def _marker_in(annotation: object) -> Marker | None:
    metadata = getattr(annotation, "__metadata__", ())
    for item in metadata:
        if isinstance(item, Marker):
            return item
    inner = (_marker_in(argument) for argument in typing.get_args(annotation))
    return next((marker for marker in inner if marker), None)


def _holds_parts(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return True
    return any(_holds_parts(argument) for argument in typing.get_args(annotation))


def marked_values(part: Part, path: Path = ()) -> Iterator[MarkedValue]:
    """Every marked value in a record and the parts within it, in the order of the fields."""
    for name, key, marker in _markers(type(part)):
        yield from _values(getattr(part, name), (*path, key), marker)


@memoize
def marked(record: Record) -> tuple[MarkedValue, ...]:
    """As `marked_values`, of a whole record."""
    return tuple(marked_values(record))


@memoize
def prose_of(record: Record) -> tuple[tuple[Path, str], ...]:
    """Every running text in a record, with its place."""
    return tuple((value.path, value.value) for value in marked(record) if isinstance(value.marker, HoldsMarkdown))


def _values(value: object, path: Path, marker: Marker | None) -> Iterator[MarkedValue]:
    if isinstance(value, Part):
        yield from marked_values(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _values(item, (*path, index), marker)
    elif isinstance(value, str) and marker:
        yield MarkedValue(path, marker, str(value))
