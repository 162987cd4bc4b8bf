"""The lines that somebody has changed since a revision: what is found on those is theirs to mend."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from builder.changes.git import changed_files, new_files

_FILE = re.compile(r"\+\+\+ (.+?)\t?$")
_HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")

#: The changed lines of a file; None where all of it is new.
Lines = Mapping[str, frozenset[int] | None]


def changed_lines(folder: Path, revision: str) -> Lines:
    """Each changed file, below the folder -> its changed lines as they are numbered now. Raises RevisionError.

    What others have changed in that revision since the two parted is not counted.
    """
    found = _read(changed_files(folder, revision))
    return {path: frozenset(lines) for path, lines in found.items()} | dict.fromkeys(new_files(folder))


def _read(text: str) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    lines: set[int] = set()
    for line in text.splitlines():
        if named := _FILE.fullmatch(line):
            lines = found.setdefault(named[1], set())
        elif hunk := _HUNK.match(line):
            first, count = int(hunk[1]), int(hunk[2] or 1)
            # Where lines were only taken away, the one before is where it shows.
            lines |= set(range(first, first + max(count, 1)))
    return found
