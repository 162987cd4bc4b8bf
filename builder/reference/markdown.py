"""Markdown that the reference pages are written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; what would end a cell is escaped."""
    lines = [_row(heading), _row(["---"] * len(heading)), *(_row(row) for row in rows)]
    return "\n".join(lines) + "\n"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + " |"


def escaped(text: str) -> str:
    """The text as it stands: what Markdown would make into links or emphasis is shown as the characters it is."""
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)
