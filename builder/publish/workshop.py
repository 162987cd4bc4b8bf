"""A folder to work in beside what is published: nobody else gets in, and it is gone afterwards.

It lies on the same disk as what is published, so that what is made in it can be moved there in one step. It is locked
for as long as whoever made it lives: what a killed build left behind is known by its lock being free.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from builder.publish.plan import WORKSHOP

_LOCK = "lock"
#: Seconds. Those who helped a killed build, and share its lock, end right after it.
_PATIENCE = 0.5
#: Where the handbooks that go out are meanwhile, where they cannot change places with those that come in.
OUTGOING = "outgoing"
_TEMPORARY = "tmp"


@contextmanager
def workshop(output: Path) -> Iterator[Path]:
    """A folder to work in, where temporary files are put too. Raises OSError where it cannot be made."""
    _make(output)
    folder, lock = _made(output)
    temporary, tempfile.tempdir = tempfile.tempdir, str(folder / _TEMPORARY)
    try:
        (folder / _TEMPORARY).mkdir()
        yield folder
    finally:
        tempfile.tempdir = temporary
        _removed(folder, output, lock)


def _make(output: Path) -> None:
    """Makes the folder and those it lies in where they are not there. Web servers may read them, whatever the umask."""
    if not output.is_dir():
        _make(output.parent)
        output.mkdir(exist_ok=True)
        output.chmod(0o755)


def _made(output: Path) -> tuple[Path, FileLock]:
    while True:
        folder = Path(tempfile.mkdtemp(prefix=WORKSHOP, dir=output))
        lock = FileLock(folder / _LOCK)
        try:
            lock.acquire()
        except FileNotFoundError:
            continue
        if (folder / _LOCK).exists():  # else it was swept before it was locked
            return folder, lock
        lock.release()


def sweep(output: Path, patience: float = _PATIENCE) -> None:
    """Removes what killed builds left behind. What they had taken out and not replaced is published again."""
    for folder in output.glob(f"{WORKSHOP}*/"):
        lock = FileLock(folder / _LOCK)
        try:
            lock.acquire(timeout=patience)
        except (OSError, Timeout):
            continue
        _removed(folder, output, lock)


def _removed(folder: Path, output: Path, lock: FileLock) -> None:
    for outgoing in folder.glob(f"{OUTGOING}/*"):
        if not (output / outgoing.name).exists():
            outgoing.rename(output / outgoing.name)
    lock.release()
    shutil.rmtree(folder, ignore_errors=True)
