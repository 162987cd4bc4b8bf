"""What a municipality's handbook is made from, as one digest: its files, the shared ones, the program and the day."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from builder import clock
from builder.cache.fingerprints import Fingerprints, digest_of
from builder.cache.program import program_digest
from builder.cache.store import Store
from builder.load.folder import served
from builder.load.listing import found
from builder.load.shared import shared_folder

SERVES = "serves"


class Inputs:
    """The digests of the municipalities of one data folder. `shown` is how findings name it."""

    def __init__(self, handbook: Path, shown: str, store: Store, before: Inputs | None = None) -> None:
        """What `before` has read and has not changed since, is not read again."""
        self._root = os.path.realpath(handbook)
        self._fingerprints: dict[str, Fingerprints] = before._fingerprints if before else {}
        self._store = store
        #: What stands for the program and the day.
        self.ground = digest_of([program_digest(), clock.today().isoformat()])
        self._shown = shown
        common = self._files(str(shared_folder(Path(self._root))))
        self._common = [(self._line(one), *one) for one in common]
        self._shared_by_all = digest_of(line for line, _, _ in self._common)
        remembered = store.read(SERVES)
        self._served: dict[str, list[str] | None] = remembered if isinstance(remembered, dict) else {}
        self._asked = False

    def of(self, slug: str) -> str:
        """The digest of all that a check of the municipality looks at."""
        return digest_of([self.ground, self._shown, slug, self._shared_by_all, *map(self._line, self._own(slug))])

    def serving(self, slug: str) -> str:
        """The digest of all that its handbook is made from: shared files that serve only others are left out."""
        serving = (line for line, path, digest in self._common if self._serves(path, digest, slug))
        return digest_of([self.ground, self._shown, slug, *serving, *map(self._line, self._own(slug))])

    def shared(self) -> str:
        """The digest of all that municipalities share."""
        return self._shared_by_all

    def of_shared_work(self) -> str:
        """The digest of all that what is worked out about the shared records follows from."""
        return digest_of([self.ground, self._shown, self._shared_by_all])

    def save(self) -> None:
        """Keeps what was read for the next run."""
        for fingerprints in self._fingerprints.values():
            fingerprints.save()
        if self._asked:
            self._store.write(SERVES, self._served)

    def _serves(self, path: str, digest: str, slug: str) -> bool:
        if digest not in self._served:
            self._served[digest] = served(path)
            self._asked = True
        slugs = self._served[digest]
        return not isinstance(slugs, list) or slug in slugs

    def _own(self, slug: str) -> Iterator[tuple[str, str]]:
        return self._files(os.path.join(self._root, slug))

    def _files(self, base: str) -> Iterator[tuple[str, str]]:
        """What is read, and what is told of because it is not."""
        there = found(base)
        if base not in self._fingerprints:
            self._fingerprints[base] = Fingerprints(self._store, base)
        known = self._fingerprints[base]
        yield from ((path, known.digest(path)) for path in (*there.data, *there.beside))
        yield from ((other.path, other.message.text()) for other in there.others)

    def _line(self, file: tuple[str, str]) -> str:
        """By its path within the data folder, which may lie elsewhere another time."""
        path, digest = file
        return f"{path.removeprefix(self._root)} {digest}"
