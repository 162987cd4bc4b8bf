"""How a rule is declared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.pdf.structure.tree import Document

Asked = Callable[[Document], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it is called, where it is said, and what tells every place that falls short."""

    name: str
    clause: str
    broken: Asked


def rule(clause: str) -> Callable[[Asked], Rule]:
    """The function below is a rule, which the clause says."""
    return lambda asked: Rule(asked.__name__, clause, asked)
