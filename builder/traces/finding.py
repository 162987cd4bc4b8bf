"""All traces of a client in a text as it is written, with where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from builder.traces.cases import cases
from builder.traces.clients import clients
from builder.traces.folding import folded
from builder.traces.groups import groups
from builder.traces.numbers import numbers


class Sort(Enum):
    """What a trace is."""

    IDENTITY = "identity"  # a national identity number
    POSSIBLE = "possible"  # digits that look like one
    CLIENT = "client"  # when somebody was born, or a number a service has given them
    CASE = "case"  # the number of a case


class Trace(NamedTuple):
    """A place in a text: offsets of its first character, and of the one after its last."""

    sort: Sort
    start: int
    end: int


def traces(text: str) -> list[Trace]:
    """The traces in a text, in order."""
    read = folded(text)
    found = sorted(_told(read.text), key=lambda trace: trace.start)
    return [Trace(sort, read.source(start), read.source(end)) for sort, start, end in found]


def _told(text: str) -> Iterator[Trace]:
    digits = groups(text)
    for start, end, sure in numbers(text, digits):
        yield Trace(Sort.IDENTITY if sure else Sort.POSSIBLE, start, end)
    for sort, spans in ((Sort.CLIENT, clients), (Sort.CASE, cases)):
        yield from (Trace(sort, start, end) for start, end in spans(text, digits))
