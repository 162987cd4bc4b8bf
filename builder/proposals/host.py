"""Where the files of a municipality may lie, with proposals to change them."""

from __future__ import annotations

from enum import StrEnum


class Host(StrEnum):
    """Where the files of a municipality lie."""

    GITHUB = "github"
    GITLAB = "gitlab"
