"""How `handbok diff` answers."""

from __future__ import annotations

from enum import StrEnum


class DiffFormat(StrEnum):
    """For people in a terminal, for programs, and for the description of a merge request."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
