"""Findings as SARIF 2.1.0, the OASIS format that code scanning services and editors read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import quote

from builder import __version__
from builder.check.catalogue import catalogue
from builder.cli.formats.fingerprint import fingerprints, repository_path
from builder.cli.formats.json_text import json_text
from builder.problem import Problem, Severity
from builder.rules.documentation import Documentation

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}

Json = dict[str, object]


def as_sarif(problems: Iterable[Problem], translate: Callable[[str], str]) -> str:
    """A SARIF log with one run, and what every rule is for."""
    rules = catalogue()
    order = {rule_id: index for index, rule_id in enumerate(rules)}
    driver = {"name": "handbok", "semanticVersion": __version__, "rules": [_rule(one) for one in rules.values()]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, mark, order, translate) for problem, mark in fingerprints(problems)],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Documentation) -> Json:
    examples = f"Riktig:\n\n```yaml\n{rule.good}```\n\nFeil:\n\n```yaml\n{rule.bad}```\n"
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.reason},
        "help": {
            "text": f"{rule.reason} Kilde: {rule.source}",
            "markdown": f"{rule.reason}\n\nKilde: {rule.source}\n\n{examples}",
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(problem: Problem, fingerprint: str, order: dict[str, int], translate: Callable[[str], str]) -> Json:
    region = {"startLine": problem.mark.line, "startColumn": problem.mark.column}
    location = {"artifactLocation": {"uri": _uri(problem.mark.path)}, "region": region}
    return {
        "ruleId": problem.rule,
        "ruleIndex": order.get(problem.rule, -1),
        "level": _LEVELS[problem.severity],
        "message": {"text": problem.text(translate)},
        "occurrenceCount": problem.count,
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"handbok/v1": fingerprint},
    }


def _uri(path: str) -> str:
    """A relative reference within the repository, or the address of a file elsewhere on the machine."""
    seen = repository_path(path)
    return Path(seen).as_uri() if Path(seen).is_absolute() else quote(os.fsencode(seen))
