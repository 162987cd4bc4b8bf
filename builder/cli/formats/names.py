"""The formats each command can answer in. `writers.py` has those of findings for tools; `text.py` is for people."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """How `handbok check` answers."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"


class StatusFormat(StrEnum):
    """How `handbok status` answers."""

    TEXT = "text"
    JSON = "json"


class DiffFormat(StrEnum):
    """How `handbok diff` answers: for people in a terminal, for programs, and to describe a merge request."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


class LawFormat(StrEnum):
    """How `handbok law` answers."""

    TEXT = "text"
    JSON = "json"


class DueFormat(StrEnum):
    """How `handbok due` answers: for people, spreadsheets, programs, calendars, post, and issues."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"
    ICS = "ics"
    MAIL = "mail"
    MARKDOWN = "markdown"
