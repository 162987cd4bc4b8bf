"""The findings of earlier checks, for municipalities where nothing that a check looks at has changed."""

from __future__ import annotations

import datetime as dt
from typing import Any

from builder.cache.store import Store
from builder.problem import Mark, Message, Problem, Severity

NAME = "findings"

Problems = tuple[Problem, ...]


class Findings:
    """What was found in each municipality, and the digest of what it was found in."""

    def __init__(self, store: Store) -> None:
        self._store = store
        known = store.read(NAME)
        self._known: dict[str, Any] = known if isinstance(known, dict) else {}

    def recall(self, slug: str, inputs: str) -> Problems | None:
        """What was found in exactly this; None where it has not been checked, or what was kept is damaged."""
        try:
            kept = self._known[slug]
            return tuple(map(_problem, kept["problems"])) if kept["inputs"] == inputs else None
        except (AttributeError, KeyError, TypeError, ValueError):
            return None

    def learn(self, slug: str, inputs: str, problems: Problems) -> None:
        """Remembers what was found."""
        self._known[slug] = {"inputs": inputs, "problems": list(map(_plain_problem, problems))}

    def save(self) -> None:
        """Keeps what was learnt for the next run."""
        self._store.write(NAME, self._known)


def _plain_problem(problem: Problem) -> list[Any]:
    ties = [list(problem.causes), list(problem.follows)]
    return [*problem.mark, problem.rule, problem.severity.value, _plain(problem.message), *ties, problem.count]


def _problem(data: list[Any]) -> Problem:
    path, line, column, rule, severity, message, causes, follows, count = data
    return Problem(
        Mark(path, line, column),
        rule,
        _message(message),
        Severity(severity),
        causes=tuple(causes),
        follows=tuple(follows),
        count=int(count),
    )


def _plain(value: object) -> Any:
    """A value of a message as JSON can hold it: what is no text or number is marked with what it is."""
    if isinstance(value, Message):
        values = {name: _plain(one) for name, one in value.values.items()}
        return {"message": value.template, "values": values} | ({"one": value.one} if value.one else {})
    if isinstance(value, dt.date):
        return {"date": value.isoformat()}
    return value if isinstance(value, str | int | float | None) else str(value)


def _value(data: Any) -> object:
    if isinstance(data, dict):
        return dt.date.fromisoformat(data["date"]) if "date" in data else _message(data)
    return data


def _message(data: dict[str, Any]) -> Message:
    values = {name: _value(one) for name, one in data["values"].items()}
    return Message.recalled(data["message"], values, data.get("one"))
