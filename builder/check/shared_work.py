"""What checks have worked out about the shared records, kept for the next run: it is the same for every municipality.

To read, shape and check the shared records is nearly all of what a check of one municipality costs. What is kept is
the records as read and everything memoized of them, as one pickle, in which each thing is still the same one wherever
it is named. Whoever keeps it says what it was worked out from, and gives it back only for the very same.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Iterable, Iterator
from typing import Any

from builder.check.runner import UnderLaw, found_in
from builder.check.runner import recall as recall_found
from builder.check.validation import shaped
from builder.load.declaration import Declaration
from builder.load.folder import Folder, Library
from builder.memoize import Results, recall, results_about

_OURS = "builder."
_Kept = tuple[Library, Results, UnderLaw]


class SharedWork:
    """The work on the shared records of a folder: what is known of it before a check, and after."""

    def __init__(self, source: Folder, kept: bytes | None = None) -> None:
        """`kept` is what an earlier run kept of exactly the same records; what is damaged counts as nothing."""
        self._source = source
        self._before = 0
        if kept is not None and (known := _read(kept)):
            source.library, results, under_law = known
            recall(results)
            recall_found(under_law)
            self._before = _size(known)

    def grown(self) -> bytes | None:
        """What to keep; None where nothing is known that was not before."""
        library = self._source.library
        if library.written is None:
            return None
        records = [record for one in _in_use(library) if (record := shaped(one)[0]) is not None]
        declarations = [*library.written.declarations, *_in_use(library)]
        things: list[object] = [library.written, *declarations, *library.written.translations, *records]
        known = library, results_about(_once(things)), found_in(records)
        return pickle.dumps(known, pickle.HIGHEST_PROTOCOL) if _size(known) > self._before else None


def _in_use(library: Library) -> Iterator[Declaration]:
    """The shared records in the languages they have been read in."""
    for declarations in (
        *library.in_standard.values(),
        *(made.values() for made in library.in_other_language.values()),
    ):
        yield from declarations


def _once(things: Iterable[object]) -> Iterable[object]:
    return {id(thing): thing for thing in things}.values()


def _size(known: _Kept) -> int:
    """How many results there are; nothing known is ever another later."""
    library, results, under_law = known
    read = len(library.in_standard) + len(library.in_other_language)
    return read + sum(map(len, results.values())) + sum(len(found) for _, found in under_law)


def _read(kept: bytes) -> _Kept | None:
    try:
        known: _Kept = _OfOurs(io.BytesIO(kept)).load()
    except (pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError, TypeError, ValueError):
        return None
    return known


class _OfOurs(pickle.Unpickler):
    """Makes data alone: things of the classes of this program, and dates."""

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if module.startswith(_OURS) or module == "datetime" else None
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found
