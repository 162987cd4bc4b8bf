"""What is expected of a handbook: of whom it is asked, whether it holds, and why.

One value serves three readers. A rule of the check is its failures with their places; a line of the self-check is a
count of the same with the records behind it; a mark on a page is the same question, asked of one thing.

An expectation is written as a function below a decorator. The function is given one thing that is asked, and yields a
finding for each way it fails; its docstring is the documentation (see `documentation`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from builder.facts.parts import Within
from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.references import Path
from builder.model.register import LawRegister
from builder.problem import Alike, Mark, Message, Severity

Asked = TypeVar("Asked")
Source = TypeVar("Source")
Context = TypeVar("Context")


class Scope(Enum):
    """How much data an expectation needs. One that needs a single record or file runs once for all that share it."""

    HANDBOOK = "handbook"  # asked of things in a handbook, in its light
    RECORD = "record"  # asked of things in one record, in the light of the law; acts are not asked
    FILE = "file"  # asked of the text of one file


class Lack(Enum):
    """In what way an expectation fails."""

    MISSING = "missing"  # it is not there
    STALE = "stale"  # it was right once, and its time is past
    WRONG = "wrong"  # it is there, and cannot be right


class Finding(NamedTuple):
    """One way in which a thing falls short: where, what to do about it, and what sort of lack it is.

    `alike` is for what whole folders of records may lack: the check tells many of those as one. `follows` names what
    is missing, where that is all that is wrong: «services:ppt».
    """

    mark: Mark
    message: Message
    lack: Lack = Lack.MISSING
    alike: Alike | None = None
    follows: tuple[str, ...] = ()


Findings: TypeAlias = Iterator[Finding]


@dataclass(frozen=True, slots=True)
class File:
    """A file as it stands."""

    path: str
    text: str

    def at(self, offset: int) -> Mark:
        """The place of a character."""
        starts = _starts(self.text)
        line = bisect_right(starts, offset)
        return Mark(self.path, line, offset - starts[line - 1] + 1)


@lru_cache(maxsize=1)
def _starts(text: str) -> list[int]:
    """Where each line begins: worked out once for all the findings in a file."""
    return [0, *(found.end() for found in re.finditer("\n", text))]


@dataclass(frozen=True, slots=True)
class Answer(Generic[Asked]):
    """What came of asking one thing."""

    asked: Asked
    findings: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        """Whether the thing is as expected."""
        return not self.findings

    @property
    def lack(self) -> Lack | None:
        """In what way it is not; None where it is."""
        return self.findings[0].lack if self.findings else None


@dataclass(frozen=True, eq=False)
class Expectation(Generic[Asked, Source, Context]):
    """Something that is expected of every thing `of` gives; `ask` yields how one of them falls short."""

    id: str
    severity: Severity
    scope: Scope
    of: Callable[[Source], Iterable[Asked]]
    ask: Callable[[Asked, Context], Iterable[Finding]]
    text: str

    def findings(self, source: Source, context: Context) -> Iterator[Finding]:
        """How what is asked in a source falls short."""
        for asked in self.of(source):
            yield from self.ask(asked, context)

    def answers(self, source: Source, context: Context) -> Iterator[Answer[Asked]]:
        """What came of asking each, also of those that are as expected."""
        return (Answer(asked, tuple(self.ask(asked, context))) for asked in self.of(source))

    def holds(self, asked: Asked, context: Context) -> bool:
        """Whether one thing is as expected."""
        return next(iter(self.ask(asked, context)), None) is None


OfHandbook: TypeAlias = Expectation[Any, Handbook, Handbook]
OfRecord: TypeAlias = Expectation[Any, Record, LawRegister]
OfFile: TypeAlias = Expectation[Any, File, File]
AnyExpectation: TypeAlias = Expectation[Any, Any, Any]

Ask: TypeAlias = Callable[[Asked, Context], Iterable[Finding]]
Decorator: TypeAlias = Callable[[Ask[Asked, Context]], Expectation[Asked, Source, Context]]


def error(
    name: str, of: Callable[[Source], Iterable[Asked]], scope: Scope = Scope.HANDBOOK
) -> Decorator[Asked, Context, Source]:
    """What must hold for a handbook to be published."""
    return _expected(Severity.ERROR, name, of, scope)


def warning(
    name: str, of: Callable[[Source], Iterable[Asked]], scope: Scope = Scope.HANDBOOK
) -> Decorator[Asked, Context, Source]:
    """What ought to be put in place."""
    return _expected(Severity.WARNING, name, of, scope)


def advice(
    name: str, of: Callable[[Source], Iterable[Asked]], scope: Scope = Scope.HANDBOOK
) -> Decorator[Asked, Context, Source]:
    """What would make a handbook better."""
    return _expected(Severity.ADVICE, name, of, scope)


def measure(name: str, of: Callable[[Source], Iterable[Asked]]) -> Decorator[Asked, Context, Source]:
    """What the self-check counts, and the check says nothing of: it is not registered."""
    return _expected(Severity.ADVICE, name, of, Scope.HANDBOOK)


def _expected(
    severity: Severity, name: str, of: Callable[[Source], Iterable[Asked]], scope: Scope
) -> Decorator[Asked, Context, Source]:
    def made(ask: Ask[Asked, Context]) -> Expectation[Asked, Source, Context]:
        return Expectation(name, severity, scope, of, ask, ask.__doc__ or "")

    return made


def itself(source: Asked) -> tuple[Asked]:
    """For `of`: the record, or the file, is asked as a whole."""
    return (source,)


def owner(asked: object) -> tuple[Record, Path]:
    """The record a thing stands in, and the path to it there: the same for the same thing, however it was found."""
    if isinstance(asked, Within):
        return asked.record, asked.path
    assert isinstance(asked, Record)
    return asked, ()
