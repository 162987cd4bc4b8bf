"""Publishes a folder whole or not at all: it is built beside the published one, and they change places when it is."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from builder.cache.editions import CARD
from builder.publish.compressed import compress
from builder.publish.exchange import exchange
from builder.publish.linking import latest_beside, link_equal
from builder.publish.workshop import OUTGOING, workshop

#: Whatever the umask of whoever builds, web servers may read what is published, and only its owner may change it.
_FOLDER, _FILE = 0o755, 0o644


class Staging:
    """The published folder of a municipality, and the one being built."""

    def __init__(self, workshop: Path, output: Path, slug: str) -> None:
        self.folder = workshop / "new" / slug
        self._outgoing = workshop / OUTGOING / slug
        self._published = output / slug

    @classmethod
    @contextmanager
    def opened(cls, output: Path, slug: str) -> Iterator[Staging]:
        """Removes what was built and not published, and what went out. Raises OSError."""
        with workshop(output) as folder:
            yield cls(folder, output, slug)

    def write(self, files: Mapping[str, bytes]) -> None:
        """Writes files into the folder being built, by their paths below it."""
        for path, content in files.items():
            target = self.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)

    def compress(self) -> None:
        """Puts a compressed file beside each file of text in the folder being built."""
        compress(self.folder, self._published)

    def copy(self, files: Mapping[str, str]) -> None:
        """Puts files in the folder being built where they have been too: old path -> path. What is not made is left."""
        for old, path in files.items():
            if (self.folder / path).is_file():
                shutil.copyfile(self.folder / path, self.folder / old)

    def swap(self) -> None:
        """Publishes what was built: in one step, so that there is no moment without a handbook."""
        make_readable(self.folder)
        beside = latest_beside(self._published.parent, self._published.name, CARD)
        link_equal(self.folder, [self._published, *([beside] if beside else [])], _FILE)
        if not os.path.lexists(self._published):
            self.folder.rename(self._published)
        elif not exchange(self.folder, self._published):
            self._replace()

    def _replace(self) -> None:
        """In two steps, where the disk cannot do it in one. Between them there is no handbook for a moment."""
        self._outgoing.parent.mkdir(exist_ok=True)
        self._published.rename(self._outgoing)
        try:
            self.folder.rename(self._published)
        except OSError:
            self._outgoing.rename(self._published)
            raise


def make_readable(folder: Path) -> None:
    """Has web servers read all that is in a folder."""
    for base, _, files in os.walk(folder):
        Path(base).chmod(_FOLDER)
        for name in files:
            Path(base, name).chmod(_FILE)
