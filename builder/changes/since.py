"""The lines that somebody has changed since a revision: what is found on those is theirs to mend."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from builder.changes.git import changed_files, new_files

_FILE = re.compile(r'\+\+\+ (?:"(?P<quoted>.+)"|(?P<plain>.+?))\t?$')
_HUNK = re.compile(r"@@ -\d+(?:,(?P<gone>\d+))? \+(?P<first>\d+)(?:,(?P<count>\d+))? @@")
#: How git writes what cannot stand in a name on a line.
_CODE = re.compile(rb"\\(?:(?P<octal>[0-7]{3})|(?P<sign>.))")
_SIGNS = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}

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
    content = 0  # lines of the files themselves, which may look like anything
    for line in text.split("\n"):
        if content:
            content -= line[:1] in {"+", "-"}
        elif named := _FILE.fullmatch(line):
            lines = found.setdefault(_name(named), set())
        elif hunk := _HUNK.match(line):
            first, count = int(hunk["first"]), int(hunk["count"] or 1)
            content = count + int(hunk["gone"] or 1)
            # Where lines were only taken away, the one before is where it shows.
            lines |= set(range(first, first + max(count, 1)))
    return found


def _name(named: re.Match[str]) -> str:
    if named["plain"]:
        return named["plain"]
    return os.fsdecode(_CODE.sub(_decoded, os.fsencode(named["quoted"])))


def _decoded(code: re.Match[bytes]) -> bytes:
    return bytes([int(code["octal"], 8)]) if code["octal"] else _SIGNS.get(code["sign"], code["sign"])
