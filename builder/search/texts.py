"""The words of a record that a reader can see: every text and running text."""

from __future__ import annotations

import functools
import typing
from collections.abc import Collection, Iterator

from builder.model import formats
from builder.model.base import Part
from builder.prose import plain

_WORDS = (formats.TEXT, formats.VERBATIM, formats.PROSE)


def lines(part: Part, without: Collection[str] = ()) -> Iterator[str]:
    """Each text in a record and the parts within it, in the order of the fields, without markup.

    `without` names fields of the record itself that are left out.
    """
    for name, is_words in _fields(type(part)):
        if name not in without:
            yield from _texts(getattr(part, name), is_words)


def _texts(value: object, is_words: bool) -> Iterator[str]:
    if isinstance(value, Part):
        yield from lines(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item, is_words)
    elif is_words and isinstance(value, str):
        yield plain(value)


@functools.cache
def _fields(part: type[Part]) -> tuple[tuple[str, bool], ...]:
    """The fields that may hold words, each with whether the value itself is words."""
    found = []
    for name, field in part.model_fields.items():
        marks = (*field.metadata, *_marks(field.annotation))
        found.append((name, any(mark in _WORDS for mark in marks)))
    return tuple(found)


def _marks(annotation: object) -> Iterator[object]:
    yield from getattr(annotation, "__metadata__", ())
    for argument in typing.get_args(annotation):
        yield from _marks(argument)
