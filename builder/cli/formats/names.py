"""How findings are told: as text for people, and in the formats that tools read.

`writers.py` lists the formats for tools, one module each; `text.py` is for people.
"""

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
