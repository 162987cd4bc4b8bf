"""Publishes a folder whole or not at all: it is built beside the published one, and swapped in when it is whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock


class Staging:
    """The published folder of a municipality, with the one being built and the one going out beside it.

    `previous` is where the published handbooks lie that the new ones continue; `output` when left out.
    """

    def __init__(self, output: Path, slug: str, previous: Path | None = None) -> None:
        self.folder = output / f".{slug}.new"
        self._published = output / slug
        self._previous = (previous or output) / slug
        self._outgoing = output / f".{slug}.old"
        self._lock = output / f".{slug}.lock"

    @contextmanager
    def locked(self) -> Iterator[Staging]:
        """Nobody else builds the same meanwhile. What a killed build left behind is cleaned up first."""
        self._lock.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(self._lock):
            self._recover()
            yield self

    def _recover(self) -> None:
        """What was published before a build that was killed, is published again."""
        if self._outgoing.exists() and not self._published.exists():
            self._outgoing.rename(self._published)
        for left_behind in (self.folder, self._outgoing):
            shutil.rmtree(left_behind, ignore_errors=True)

    def earlier(self, path: str) -> bytes | None:
        """A file of the edition that the new one continues."""
        file = self._previous / path
        return file.read_bytes() if file.is_file() else None

    def write(self, files: Mapping[str, bytes]) -> None:
        """Writes files into the folder being built, by their paths below it."""
        for path, content in files.items():
            target = self.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)

    def copy(self, files: Mapping[str, str]) -> None:
        """Puts files in the folder being built where they have been too: old path -> path. What is not made is left."""
        for old, path in files.items():
            if (self.folder / path).is_file():
                shutil.copyfile(self.folder / path, self.folder / old)

    def swap(self) -> None:
        """Publishes what was built."""
        if self._published.exists():
            self._published.rename(self._outgoing)
        self.folder.rename(self._published)
        shutil.rmtree(self._outgoing, ignore_errors=True)
