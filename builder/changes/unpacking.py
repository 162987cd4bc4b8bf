"""A folder packed by git, written to disk: files alone, none of them a link, and none larger than data may be."""

from __future__ import annotations

import posixpath
import shutil
import tarfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from builder.load.opener import MAX_BYTES


def write_packed(packed: IO[bytes] | None, into: Path) -> bool:
    """Writes the files of a tar stream into a folder; whether it was whole.

    A link is no way out: one to a file that is packed too is that file, and any other is a file that holds where it
    leads, as git writes it where there are no links. Of a file that is too large for data only so much is written that
    whoever reads it finds it too large.
    """
    links: dict[str, str] = {}
    try:
        with tarfile.open(fileobj=packed, mode="r|") as files:
            for member in files:
                if member.issym():
                    links[member.name] = member.linkname
                elif member.size > MAX_BYTES:
                    _path(into, member.name).write_bytes(bytes(MAX_BYTES + 1))
                elif member.isfile() or member.isdir():
                    files.extract(member, into, filter="data")
    except tarfile.ReadError:
        return False
    _write_links(links, into)
    return True


def _write_links(links: Mapping[str, str], into: Path) -> None:
    for name, target in links.items():
        inside = posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
        if not inside.startswith(("/", "..")) and inside not in links and (into / inside).is_file():
            shutil.copyfile(into / inside, _path(into, name))
        else:
            _path(into, name).write_text(target, encoding="utf-8", errors="surrogateescape")


def _path(into: Path, name: str) -> Path:
    path = into / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
