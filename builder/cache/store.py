"""Stores the cache as JSON files, written atomically. A file that is not as it was written counts as missing.

It lies where the platform keeps what can be made again, outside the data and outside what is published, in a folder
for each data folder and each output folder.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

#: Names another place than the platform's.
VARIABLE = "HANDBOK_CACHE"
#: Under which each folder says which it is of.
_PLACE = "place"


def store_of(place: Path) -> Store:
    """Where what is remembered of a data folder or an output folder is kept."""
    real = os.path.realpath(place)
    digest = hashlib.sha256(os.fsencode(real)).hexdigest()[:16]
    return Store(_base() / f"{os.path.basename(real)}-{digest}", real)


def _base() -> Path:
    if named := os.environ.get(VARIABLE):
        return Path(named)
    return user_cache_path("handbok", appauthor=False)


def private_folder(name: str) -> Path | None:
    """A folder for what is of no place, made where it is missing; None where somebody else can write in it."""
    folder = _base() / name
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder if _is_private(folder) else None
    except OSError:
        return None


def _is_private(folder: Path) -> bool:
    """Whether nobody else can write in a folder. Raises OSError where there is none."""
    status = folder.stat()
    others = hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & (stat.S_IWGRP | stat.S_IWOTH))
    return not others


def forget_gone() -> None:
    """Removes what is remembered of folders that are no more."""
    for file in _base().glob(f"*/{_PLACE}.json"):
        place = Store(file.parent).read(_PLACE)
        if isinstance(place, str) and not os.path.exists(place):
            shutil.rmtree(file.parent, ignore_errors=True)


class Store:
    """Named pieces of plain data in a folder, about a place."""

    def __init__(self, folder: Path, place: str | None = None) -> None:
        self.folder = folder
        self._place = place
        #: Why what was written last was not kept.
        self.failure: OSError | None = None

    def read(self, name: str) -> Any:
        """What was written under the name; None where nothing was, or it is damaged."""
        try:
            return json.loads(_whole(self._file(name)) or b"null")
        except (OSError, ValueError, RecursionError):
            return None

    def write(self, name: str, data: Any) -> None:
        """Writes so that another run reads the old or the new, never a part of either."""
        content = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        self._keep(self._file(name), content)

    def read_objects(self, name: str, made_from: str) -> bytes | None:
        """Objects as bytes, where they were made from just this. Who makes objects of bytes runs what is in them.

        So they are only taken from a folder that nobody but whoever runs the program can write in.
        """
        try:
            content = _whole(self._objects(name)) if _is_private(self.folder) else None
        except OSError:
            return None
        known, _, objects = (content or b"").partition(b"\n")
        return objects if known == made_from.encode() else None

    def write_objects(self, name: str, made_from: str, objects: bytes) -> None:
        """As `write`, of objects that are already bytes."""
        self._keep(self._objects(name), made_from.encode() + b"\n" + objects)

    def forget(self, name: str) -> None:
        """Removes what was written under the name."""
        with suppress(OSError):
            self._file(name).unlink(missing_ok=True)

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.json"

    def _objects(self, name: str) -> Path:
        return self.folder / f"{name}.objects"

    def _keep(self, file: Path, content: bytes) -> None:
        try:
            self._prepare()
            self._write(file, _digest(content) + b"\n" + content)
        except OSError as error:
            self.failure = error

    def _prepare(self) -> None:
        """Makes the folder, for whoever builds alone: findings quote the data."""
        if not self.folder.is_dir():
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            self.folder.mkdir(mode=0o700, exist_ok=True)
            if self._place:
                self.write(_PLACE, self._place)

    def _write(self, file: Path, content: bytes) -> None:
        handle, temporary = tempfile.mkstemp(dir=self.folder, prefix=f".{file.stem}-")
        try:
            with os.fdopen(handle, "wb") as opened:
                opened.write(content)
            if file.is_dir():
                shutil.rmtree(file)
            os.replace(temporary, file)
        except OSError:
            os.unlink(temporary)
            raise


def _whole(file: Path) -> bytes | None:
    """What was written in a file; None where it is not as it was written. Raises OSError."""
    digest, _, content = file.read_bytes().partition(b"\n")
    return content if digest == _digest(content) else None


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=16).hexdigest().encode()
