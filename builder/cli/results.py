"""The municipalities asked for, each checked. Loads the whole model: imported only where something is to be checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from builder import clock
from builder.check.checker import Checked, check
from builder.cli.options import plain_errors
from builder.gc import without_garbage_collection
from builder.load.folder import Folder
from builder.model.kinds import KINDS


def results(folder: Path, slugs: Iterable[str]) -> Iterator[Checked]:
    """Checks one after the other. Let go of one before the next, and memory stays the same however many there are."""
    source = Folder(folder, KINDS)
    with plain_errors(), without_garbage_collection():
        today = clock.today()
        for slug in slugs:
            yield check(source.load(slug), today)
