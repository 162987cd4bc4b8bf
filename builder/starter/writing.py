"""New files are written all or not at all, and never over one that is there."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_new(root: Path, files: Mapping[str, str]) -> None:
    """Writes files by their paths from `root`. Raises FileExistsError for one that is there; then none is written.

    They are made beside where they will stand, and linked in when all are whole: a full disk changes nothing.
    """
    root.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".handbok-new-", dir=root))
    try:
        for name, text in files.items():
            made = staging / name
            made.parent.mkdir(parents=True, exist_ok=True)
            made.write_text(text, encoding="utf-8", newline="\n")
        _move_in(staging, root, list(files))
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _move_in(staging: Path, root: Path, names: list[str]) -> None:
    """Moves each file to its place; takes all back when one cannot be."""
    folders: list[Path] = []
    placed: list[Path] = []
    try:
        for name in names:
            target = root / name
            _make_folders(target.parent, folders)
            with target.open("xb"):  # nobody else's file is taken, also one made meanwhile
                placed.append(target)
            (staging / name).replace(target)
    except OSError:
        for target in placed:
            target.unlink(missing_ok=True)
        for folder in reversed(folders):
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def _make_folders(folder: Path, made: list[Path]) -> None:
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir()
        made.append(one)
