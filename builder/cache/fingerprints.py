"""Fingerprints of files: a digest of the content, cached so that unchanged files are not read again.

A file has not changed when its size, times and place on the disk are as they were. One that was changed so lately
that it may change again within the same tick of the clock, is read anew.
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Iterable
from typing import Any

from builder.cache.store import Store
from builder.load.opener import Unreadable, is_plain, read

NAME = "files"
#: The coarsest clock of a file system in use, in nanoseconds.
_TICK = 2_000_000_000


class Fingerprints:
    """Caches the digest of each file's content, with the size, times and inode that show whether it has changed.

    Those of each `folder` are kept apart: whoever asks about one municipality does not read what is known of them all.
    """

    def __init__(self, store: Store, folder: str = "") -> None:
        self._store = store
        self._name = f"{NAME}-{digest_of([folder])[:16]}" if folder else NAME
        known = store.read(self._name)
        self._known: dict[str, Any] = known if isinstance(known, dict) else {}
        self._changed = False
        self._opened = time.time_ns()

    def digest(self, path: str) -> str:
        """What stands for the content of a file; a file that cannot be read has a digest of that too."""
        try:
            status = os.lstat(path)
        except OSError as error:
            return f"? {error.errno}"
        if not is_plain(status):
            return f"? {stat.S_IFMT(status.st_mode)}"
        stamp = [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
        known = self._known.get(path)
        if isinstance(known, list) and known[:-1] == stamp and isinstance(known[-1], str):
            return known[-1]
        return self._read(path, stamp)

    def _read(self, path: str, stamp: list[int]) -> str:
        try:
            digest = hashlib.blake2b(read(path), digest_size=16).hexdigest()
        except Unreadable as error:
            return f"? {error.errno}"
        if max(stamp[1], stamp[2]) < self._opened - _TICK:
            self._known[path] = [*stamp, digest]
            self._changed = True
        return digest

    def save(self) -> None:
        """Keeps what was read for the next run."""
        if self._changed:
            self._store.write(self._name, self._known)
            self._changed = False


def digest_of(parts: Iterable[str]) -> str:
    """One digest of several texts, in order."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
