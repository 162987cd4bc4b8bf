"""Several municipalities of a data folder, checked one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from builder import clock
from builder.check.checker import Checked, check
from builder.check.earlier import earlier_checks, older_services
from builder.check.shared_work import SharedWork
from builder.check.work import Work
from builder.gc import without_garbage_collection
from builder.load.folder import Folder
from builder.model.kinds import KINDS


def check_each(folder: Path, slugs: Iterable[str], work: Work | None = None) -> Iterator[Checked]:
    """Let go of one before the next, and memory stays the same however many there are. Raises as `Folder.load`.

    With `work` the shared records are as an earlier check left them, and left for the next.
    """
    source = Folder(folder, KINDS)
    with without_garbage_collection():
        shared = SharedWork(source, work.kept if work else None)
        today = clock.today()
        for slug in slugs:
            loaded = source.load(slug)
            yield check(loaded, today, earlier_checks(loaded, older_services(folder / loaded.slug)))
        if work:
            work.grown = shared.grown()
