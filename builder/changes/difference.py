"""A difference between two records, described in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What has happened to a record."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """A sentence, and the record and the field it is about. `minor` is what only those who maintain it need."""

    kind: str
    id: str
    action: Action
    text: str
    field: str | None = None
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence that describes a change in one field of a record."""

    field: str
    text: str


Sentences = Iterator[Sentence]
