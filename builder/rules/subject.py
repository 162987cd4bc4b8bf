"""What a rule looks at, and what a rule is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from builder.model.handbook import Handbook
from builder.problem import Mark, Message, Severity

Findings = Iterator[tuple[Mark, Message]]


@dataclass(frozen=True, slots=True)
class Subject:
    """A handbook, and the files it was read from as they stand, shared ones included: path -> text."""

    handbook: Handbook
    texts: Mapping[str, str]


class Rule(Protocol):
    """The shape of a rule module."""

    __name__: str
    __doc__: str | None
    ID: str
    SEVERITY: Severity

    @staticmethod
    def check(subject: Subject) -> Findings:
        """Yields the place of each finding, with what to do about it."""
