"""Files that are published already, word for word, become one file on the disk with two names: hard links.

Scripts, styles and letters are the same for every municipality, and most pages are as they were. So they take room
once, and what has not changed keeps its time: a browser that asks whether it has, is told no. Each name is a plain
file, and a folder that is copied, packed or opened by itself is whole. Where the disk has no links, each file stays
its own.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Sequence
from pathlib import Path

#: What a link is called until it takes the place of the file.
_SPARE = ".handbok-link"


def link_equal(new: Path, published: Sequence[Path], mode: int) -> None:
    """Has each file in a new folder be the one at the same place in a published one, where it says the same.

    Only files of whoever builds, with the mode that what is published has. The first of the published folders that has
    one is taken.
    """
    for base, _, names in os.walk(new):
        beside = [folder / Path(base).relative_to(new) for folder in published]
        for name in names:
            any(_became(Path(base, name), folder / name, mode) for folder in beside)


def latest_beside(output: Path, slug: str, card: str) -> Path | None:
    """The handbook that was published last, apart from one: made with the same program, as a rule."""
    folders = (found.parent for found in output.glob(f"[!.]*/{card}"))
    return max((folder for folder in folders if folder.name != slug), key=_changed, default=None)


def _changed(folder: Path) -> int:
    try:
        return folder.stat().st_mtime_ns
    except OSError:  # it is being replaced
        return 0


def _became(path: Path, other: Path, mode: int) -> bool:
    """Whether a file could become another that says the same. Whatever happens meanwhile, it says what it said."""
    spare = path.with_name(path.name + _SPARE)
    try:
        if other.is_symlink():
            return False
        with other.open("rb") as opened:
            status = os.fstat(opened.fileno())
            if not _is_plain(status, path.stat().st_size, mode) or opened.read() != path.read_bytes():
                return False
            os.link(other, spare, follow_symlinks=False)
            if os.path.samestat(spare.stat(), status):  # else another file has come there since it was opened
                spare.replace(path)
                return True
            spare.unlink()
    except (OSError, NotImplementedError):
        with contextlib.suppress(OSError):
            spare.unlink()
    return False


def _is_plain(status: os.stat_result, size: int, mode: int) -> bool:
    mine = not hasattr(os, "getuid") or status.st_uid == os.getuid()
    return mine and stat.S_ISREG(status.st_mode) and stat.S_IMODE(status.st_mode) == mode and status.st_size == size
