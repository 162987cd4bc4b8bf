"""The line a finding is about, with a caret under the place. What identifies a client is not shown."""

from __future__ import annotations

from pathlib import Path

from rich.cells import cell_len

from builder.load.lines import lines
from builder.load.opener import Unreadable, read
from builder.load.shared import file_of
from builder.problem import Mark
from builder.traces import masked

TAB = "    "
#: How much of a very long line is shown on either side of the place.
AROUND = 80
_UNSEEN = "\N{REPLACEMENT CHARACTER}"


class Excerpts:
    """Finds lines in files; reads each file once."""

    def __init__(self) -> None:
        self._files: dict[str, list[str]] = {}

    def at(self, mark: Mark) -> tuple[str, str] | None:
        """The line and the caret line below it; None where there is no such line to be read."""
        if mark.path not in self._files:
            self._files[mark.path] = _lines(file_of(mark.path))
        lines = self._files[mark.path]
        if mark.line > len(lines):
            return None
        return _with_caret(lines[mark.line - 1], mark.column - 1)


def _lines(path: Path) -> list[str]:
    try:
        text = read(path).decode("utf-8-sig", errors="replace")
    except Unreadable:
        return []
    return [line.text for line in lines(masked(text))]


def _with_caret(line: str, column: int) -> tuple[str, str]:
    """The caret stands under the character, however wide the characters before it are shown."""
    column = min(column, len(line))
    start = max(0, column - AROUND)
    before = ("…" if start else "") + _shown(line[start:column])
    rest = line[column:].rstrip()
    after = _shown(rest[:AROUND]) + ("…" if len(rest) > AROUND else "")
    return before + after, " " * cell_len(before) + "^"


def _shown(text: str) -> str:
    """The text as it may be shown on a terminal: no control characters, and tabs of one width."""
    return "".join(TAB if c == "\t" else c if c.isprintable() else _UNSEEN for c in text)
