"""Findings as a GitLab Code Quality report: docs.gitlab.com/ci/testing/code_quality."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from builder.cli.formats.fingerprint import fingerprints, repository_path
from builder.cli.formats.json_text import json_text
from builder.problem import Problem, Severity

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def as_gitlab(problems: Iterable[Problem], translate: Callable[[str], str]) -> str:
    """A Code Quality report as JSON, for `artifacts: reports: codequality`."""
    issues = [_issue(problem, fingerprint, translate) for problem, fingerprint in fingerprints(problems)]
    return json_text(issues)


def _issue(problem: Problem, fingerprint: str, translate: Callable[[str], str]) -> dict[str, object]:
    return {
        "description": problem.text(translate),
        "check_name": problem.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[problem.severity],
        "location": {"path": repository_path(problem.mark.path), "lines": {"begin": problem.mark.line}},
    }
