"""Findings as a plain list, for tools of one's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from builder.cli.formats.json_text import json_text
from builder.problem import Problem


def as_json(problems: Iterable[Problem], translate: Callable[[str], str]) -> str:
    """A list of findings as JSON."""
    return json_text([_as_dict(problem, translate) for problem in problems])


def _as_dict(problem: Problem, translate: Callable[[str], str]) -> dict[str, object]:
    return {
        "path": problem.mark.path,
        "line": problem.mark.line,
        "column": problem.mark.column,
        "severity": problem.severity.value,
        "rule": problem.rule,
        "message": problem.text(translate),
        "count": problem.count,
    }
