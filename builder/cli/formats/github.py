"""Findings as GitHub's workflow commands: github.com/actions/toolkit, «docs/commands.md»."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from builder.problem import Problem, Severity
from builder.shown import COMMAND

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def as_github(problems: Iterable[Problem], translate: Callable[[str], str]) -> str:
    """Workflow commands that GitHub shows on the changed lines."""
    return "\n".join(_as_command(problem, translate) for problem in problems)


def _as_command(problem: Problem, translate: Callable[[str], str]) -> str:
    place = f"file={_property(problem.mark.path)},line={problem.mark.line},col={problem.mark.column}"
    message = _data(problem.text(translate))
    return f"::{_LEVELS[problem.severity]} {place},title={_property(problem.rule)}::{message}"


def _data(text: str) -> str:
    return COMMAND.sub("# ", text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
