"""Findings as a plain list, for tools of one's own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from builder.problem import Problem


def as_json(problems: Iterable[Problem], translate: Callable[[str], str]) -> str:
    """A list of findings as JSON."""
    return json.dumps([_as_dict(problem, translate) for problem in problems], ensure_ascii=False, indent=2)


def _as_dict(problem: Problem, translate: Callable[[str], str]) -> dict[str, object]:
    return {
        "path": problem.mark.path,
        "line": problem.mark.line,
        "column": problem.mark.column,
        "severity": problem.severity.value,
        "rule": problem.rule,
        "message": problem.message.text(translate),
    }
