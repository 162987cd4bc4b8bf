"""What a rule looks at, and what a rule is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.register import LawRegister
from builder.problem import Mark, Message, Severity

Findings = Iterator[tuple[Mark, Message]]


@dataclass(frozen=True, slots=True)
class Subject:
    """A handbook, and the files it was read from as they stand, shared ones included: path -> text."""

    handbook: Handbook
    texts: Mapping[str, str]


class Rule(Protocol):
    """What every rule module has. What it looks at is in the name of its function: see below."""

    __name__: str
    __doc__: str | None
    ID: str
    SEVERITY: Severity


@runtime_checkable
class HandbookRule(Rule, Protocol):
    """A rule about what the records say taken together."""

    @staticmethod
    def check(subject: Subject, /) -> Findings:
        """Yields the place of each finding, with what to do about it."""


@runtime_checkable
class RecordRule(Rule, Protocol):
    """A rule about each record by itself, and the law. Acts are not asked about: they only speak of themselves."""

    @staticmethod
    def check_record(record: Record, law: LawRegister, /) -> Findings:
        """Yields the place of each finding in a record, with what to do about it."""


@runtime_checkable
class FileRule(Rule, Protocol):
    """A rule about the text of each file by itself."""

    @staticmethod
    def check_file(path: str, text: str, /) -> Findings:
        """Yields the place of each finding in a file, with what to do about it."""
