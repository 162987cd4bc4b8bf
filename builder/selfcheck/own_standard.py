"""How much of the handbook is in the municipality's own written standard, by words, and what is not."""

from __future__ import annotations

from collections.abc import Iterator

from builder.memoize import memoize
from builder.model.base import Part, Record
from builder.model.foreign import Foreign
from builder.model.handbook import Handbook
from builder.problem import Message
from builder.selfcheck.statement import Statement, Status, of_records, told


def in_own_standard(handbook: Handbook) -> Iterator[Statement]:
    """The kinds of record that have texts in another language, each with how many words; nothing where none have."""
    own = foreign = 0
    by_kind: dict[str, list[Record]] = {}
    words_of: dict[str, int] = {}
    for kind, record in handbook.everything():
        mine, others = _words(record)
        own, foreign = own + mine, foreign + others
        if others:
            by_kind.setdefault(kind.plural, []).append(record)
            words_of[kind.plural] = words_of.get(kind.plural, 0) + others
    for plural, records in by_kind.items():
        message = Message(
            "{kind}: {words} ord er ikke på kommunens målform ({share} % av alle ord er det)",
            kind=Message(plural),
            words=words_of[plural],
            share=int(100 * own / (own + foreign)),
        )
        yield from told(Status.MISSING, message, of_records(handbook, records))


@memoize
def _words(record: Record) -> tuple[int, int]:
    """The words of a record in the handbook's language, and in others."""
    counts = [0, 0]
    for text in _texts(record):
        counts[isinstance(text, Foreign)] += len(text.split())
    return counts[0], counts[1]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, Part):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, str):
        yield value
