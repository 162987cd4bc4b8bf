"""What each published handbook was built from, kept beside it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from builder.cache.fingerprints import digest_of
from builder.cache.prints import Print, Prints, as_rows
from builder.cache.store import Store

#: In the output folder. Hidden, so that no web server shows it by mistake.
FOLDER = ".handbok-cache"
#: The file in each published site that says which handbook it is.
CARD = "about.json"
_PORTAL = "portal"


def book_name(slug: str) -> str:
    """What the PDF of a municipality is called."""
    return f"handbok-{slug}.pdf"


class Editions:
    """The handbooks published in an output folder."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._store = Store(output / FOLDER)

    def is_current(self, slug: str, inputs: str, files: Iterable[str] = ()) -> bool:
        """Whether what is published was built from exactly this, and has these files."""
        kept = self._store.read(f"edition-{slug}")
        folder = self._output / slug
        return kept == {"inputs": inputs} and all((folder / name).is_file() for name in (CARD, "index.html", *files))

    def without_data(self, known: Iterable[str]) -> tuple[Path, ...]:
        """The folders of published handbooks that are none of the known ones."""
        slugs = frozenset(known)
        return tuple(sorted(c.parent for c in self._output.glob(f"[!.]*/{CARD}") if c.parent.name not in slugs))

    def withdraw(self, folder: Path) -> None:
        """Takes a published handbook away, with what is remembered of it. Raises OSError."""
        for kept in (f"edition-{folder.name}", f"prints-{folder.name}"):
            self._store.forget(kept)
        shutil.rmtree(folder)

    def replacing(self, slug: str) -> None:
        """Forgets the cached inputs of a published handbook before it is replaced; `published` stores the new ones."""
        self._store.forget(f"edition-{slug}")

    def published(self, slug: str, inputs: str) -> None:
        """Remembers what the published handbook was built from."""
        self._store.write(f"edition-{slug}", {"inputs": inputs})

    def prints(self, slug: str) -> Prints:
        """The prints of the published handbook, with what is remembered of them."""
        return Prints(self._output / slug, self._store.read(f"prints-{slug}"))

    def printed(self, slug: str, prints: Iterable[Print]) -> None:
        """Remembers what the prints of the published handbook were made from."""
        self._store.write(f"prints-{slug}", as_rows(prints))

    def has_portal(self, ground: str) -> bool:
        """Whether the portal is there, made of the handbooks that are published now."""
        return (self._output / "index.html").is_file() and self._store.read(_PORTAL) == self._cards(ground)

    def portal_written(self, ground: str) -> None:
        """Remembers which handbooks the portal is made of."""
        self._store.write(_PORTAL, self._cards(ground))

    def _cards(self, ground: str) -> str:
        cards = sorted(self._output.glob(f"[!.]*/{CARD}"))
        return digest_of([ground, *(f"{card.parent.name} {card.read_text(encoding='utf-8')}" for card in cards)])
