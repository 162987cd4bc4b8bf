"""The prints of a published handbook, with what each was made from, so that none is made twice from the same."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Print:
    """A printed file: digests of what it was made from and of what it holds, its pages, and whether it is new."""

    file: str
    made_from: str
    content: str
    pages: int
    new: bool = True


class Prints:
    """The prints in a published folder, and what is remembered of them. Without a folder there are none."""

    def __init__(self, folder: Path | None = None, remembered: Any = None) -> None:
        self._folder = folder or Path()
        rows = remembered if isinstance(remembered, list) else []
        self._known: Mapping[str, Print] = {made.file: made for row in rows if (made := _read(row))}

    def renewed(self, files: Sequence[str], made_from: str, folder: Path, make: Callable[[], int]) -> list[Print]:
        """Puts files into a folder: as they are published where they were made from just this, else as `make` does.

        `make` writes all of them, and returns how many pages they have.
        """
        kept = [self._kept(file, made_from) for file in files]
        if all(content is not None for content in kept):
            for file, content in zip(files, kept, strict=True):
                (folder / file).parent.mkdir(parents=True, exist_ok=True)
                (folder / file).write_bytes(content or b"")
            return [replace(self._known[file], new=False) for file in files]
        pages = make()
        return [Print(file, made_from, _digest((folder / file).read_bytes()), pages) for file in files]

    def _kept(self, file: str, made_from: str) -> bytes | None:
        """The published file, when it was made from this and nobody has changed it since."""
        known = self._known.get(file)
        if known is None or known.made_from != made_from:
            return None
        try:
            content = (self._folder / file).read_bytes()
        except OSError:
            return None
        return content if _digest(content) == known.content else None


def as_rows(prints: Iterable[Print]) -> list[list[str | int]]:
    """What is to be remembered of prints, as plain data; whoever printed first."""
    return [
        [made.file, made.made_from, made.content, made.pages] for made in sorted(prints, key=lambda made: made.file)
    ]


def _read(row: Any) -> Print | None:
    match row:
        case [str(file), str(made_from), str(content), int(pages)]:
            return Print(file, made_from, content, pages)
    return None


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
