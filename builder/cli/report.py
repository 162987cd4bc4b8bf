"""Findings as text for people, and in the formats that tools read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from enum import StrEnum

from rich.console import Console
from rich.text import Text

from builder.i18n import N_
from builder.problem import Problem, Severity

Translate = Callable[[str], str]

_LABELS = {Severity.ERROR: N_("feil"), Severity.WARNING: N_("advarsel"), Severity.ADVICE: N_("råd")}
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


class Format(StrEnum):
    """How `handbok check` answers."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def as_text(problems: Iterable[Problem], console: Console, translate: Translate) -> None:
    """One line each, `path:line:column: severity: message [rule]`."""
    for problem in problems:
        line = Text(str(problem.mark), style="bold")
        line.append(": ")
        line.append(translate(_LABELS[problem.severity]), style=_STYLES[problem.severity])
        line.append(f": {problem.message.text(translate)} ", style="not bold")
        line.append(f"[{problem.rule}]", style="dim not bold")
        console.print(line, soft_wrap=True)


def as_json(problems: Iterable[Problem], translate: Translate) -> str:
    """A list of findings as JSON."""
    return json.dumps([_as_dict(problem, translate) for problem in problems], ensure_ascii=False, indent=2)


def _as_dict(problem: Problem, translate: Translate) -> dict[str, object]:
    return {
        "path": problem.mark.path,
        "line": problem.mark.line,
        "column": problem.mark.column,
        "severity": problem.severity.value,
        "rule": problem.rule,
        "message": problem.message.text(translate),
    }


def as_github(problems: Iterable[Problem], translate: Translate) -> str:
    """Workflow commands that GitHub shows on the changed lines."""
    return "\n".join(_as_command(problem, translate) for problem in problems)


def _as_command(problem: Problem, translate: Translate) -> str:
    place = f"file={_property(problem.mark.path)},line={problem.mark.line},col={problem.mark.column}"
    message = _data(problem.message.text(translate))
    return f"::{_GITHUB[problem.severity]} {place},title={_property(problem.rule)}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(problems: Iterable[Problem], translate: Translate) -> str:
    """«2 feil, 5 advarsler», or that nothing was found."""
    counts = Counter(problem.severity for problem in problems)
    if not counts:
        return translate(N_("Ingen funn."))
    words = {
        Severity.ERROR: (N_("1 feil"), N_("{count} feil")),
        Severity.WARNING: (N_("1 advarsel"), N_("{count} advarsler")),
        Severity.ADVICE: (N_("1 råd"), N_("{count} råd")),
    }
    parts = [
        translate(words[severity][counts[severity] != 1]).format(count=counts[severity])
        for severity in Severity
        if counts[severity]
    ]
    return ", ".join(parts) + "."
