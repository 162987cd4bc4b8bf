"""One build at a time for each output folder, so that the one that waits continues what the other publishes.

No build depends on it to be whole: each works in a folder of its own, and begins anew where what it continues was
replaced meanwhile. The lock lies with what is remembered of the output folder, and not in it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from builder.cache.store import store_of

_LOCK = "lock"
_HOLDER = "holder"


@contextmanager
def alone(output: Path, waits_for: Callable[[int | None], None]) -> Iterator[None]:
    """Nobody else builds to the folder meanwhile.

    `waits_for` is called before it waits, with the number of the process that builds; None where that is not known.
    Where nothing can be kept, there is no lock either.
    """
    store = store_of(output)
    store.write(_HOLDER, store.read(_HOLDER))
    if store.failure:
        yield
        return
    lock = FileLock(store.folder / _LOCK)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        waits_for(store.read(_HOLDER))
        lock.acquire()
    try:
        store.write(_HOLDER, os.getpid())
        yield
    finally:
        lock.release()
