"""What each published handbook was built from, and what its files looked like when it was published."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from builder.cache.fingerprints import digest_of
from builder.cache.kept import Kept
from builder.cache.prints import Print, Prints, as_rows
from builder.cache.store import store_of
from builder.load.folder import PORTAL_ASSETS

#: The file in each published site that says which handbook it is.
CARD = "about.json"
#: The file beside it where a municipality lets others hold theirs against it.
COMPARED = "sammenligning.json"
#: The page where municipalities are compared, in the output folder.
COMPARISON = "sammenligning.html"
#: What the portal is, in the output folder.
PORTAL_FILES = ("index.html", "404.html", COMPARISON, PORTAL_ASSETS)
_PORTAL = "portal"


def book_name(slug: str) -> str:
    """What the PDF of a municipality is called."""
    return f"handbok-{slug}.pdf"


class Editions:
    """The handbooks published in an output folder."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._store = store_of(output)

    def is_current(self, slug: str, inputs: str) -> bool:
        """Whether what is published was built from exactly this, and nobody has touched it since."""
        kept = self._store.read(_edition(slug))
        if not isinstance(kept, dict) or kept.get("inputs") != inputs:
            return False
        return kept.get("files") == _seen(self._output / slug)

    def without_data(self, known: Iterable[str]) -> tuple[Path, ...]:
        """The folders of published handbooks that are none of the known ones."""
        slugs = frozenset(known)
        return tuple(sorted(c.parent for c in self._output.glob(f"[!.]*/{CARD}") if c.parent.name not in slugs))

    def in_the_way(self, slugs: Iterable[str]) -> Iterator[Path]:
        """What lies where something is to be published, and was never published: somebody's own files."""
        if not any(self._output.glob(f"[!.]*/{CARD}")) and self._store.read(_PORTAL) is None:
            yield from (self._output / name for name in PORTAL_FILES if (self._output / name).exists())
        for slug in slugs:
            folder = self._output / slug
            ours = (folder / CARD).is_file() or self._store.read(_edition(slug)) is not None
            if not ours and folder.is_dir() and any(folder.iterdir()):
                yield folder

    def withdrawing(self, slug: str) -> None:
        """Forgets a handbook before it is taken away."""
        self._store.forget(_edition(slug))
        self._store.forget(_prints(slug))
        self._store.forget(_book_parts(slug))

    def replacing(self, slug: str) -> None:
        """Forgets what a published handbook was built from before it is replaced; `published` remembers it anew."""
        self._store.forget(_edition(slug))

    def published(self, slug: str, inputs: str) -> None:
        """Remembers what the published handbook was built from."""
        self._store.write(_edition(slug), {"inputs": inputs, "files": _seen(self._output / slug)})

    def prints(self, slug: str) -> Prints:
        """The prints of the published handbook, with what is remembered of them."""
        return Prints(self._output / slug, self._store.read(_prints(slug)))

    def printed(self, slug: str, prints: Iterable[Print]) -> None:
        """Remembers what the prints of the published handbook were made from."""
        self._store.write(_prints(slug), as_rows(prints))

    def book_parts(self, slug: str) -> Kept:
        """The parts that the book of the published handbook was joined from."""
        return Kept(self._store, _book_parts(slug))

    def has_portal(self, ground: str) -> bool:
        """Whether the portal is there, made of the handbooks that are published now, and nobody has touched it."""
        return bool(self._store.read(_PORTAL) == self._portal(ground))

    def portal_written(self, ground: str) -> None:
        """Remembers which handbooks the portal is made of."""
        self._store.write(_PORTAL, self._portal(ground))

    def _portal(self, ground: str) -> str:
        cards = sorted(path for name in (CARD, COMPARED) for path in self._output.glob(f"[!.]*/{name}"))
        files = (self._output / name for name in PORTAL_FILES)
        return digest_of([ground, *map(_said, cards), _seen(*files)])


def _edition(slug: str) -> str:
    return f"edition-{slug}"


def _prints(slug: str) -> str:
    return f"prints-{slug}"


def _book_parts(slug: str) -> str:
    return f"book-parts-{slug}"


def _said(path: Path) -> str:
    name = f"{path.parent.name}/{path.name}"
    try:
        return f"{name} {path.read_bytes().hex()}"
    except OSError as error:
        return f"{name} ? {error.errno}"


def _seen(*places: Path) -> str:
    """A digest of the names, sizes, times and modes of files and all in folders: what is lost or changed shows."""
    found: list[str] = []
    for place in map(str, places):
        try:
            found.append(_stamp(place, status := os.lstat(place)))
            if stat.S_ISDIR(status.st_mode):
                _look_in(place, found)
        except OSError as error:
            found.append(f"{place} ? {error.errno}")
    return digest_of(sorted(found))


def _look_in(folder: str, found: list[str]) -> None:
    """Adds what lies in a folder. What is published for all municipalities is a hundred thousand files."""
    with os.scandir(folder) as entries:
        for entry in entries:
            found.append(_stamp(entry.path, entry.stat(follow_symlinks=False)))
            if entry.is_dir(follow_symlinks=False):
                _look_in(entry.path, found)


def _stamp(path: str, status: os.stat_result) -> str:
    return f"{path} {status.st_mode} {status.st_size} {status.st_mtime_ns}"
