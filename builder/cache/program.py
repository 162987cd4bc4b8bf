"""Fingerprint of the program and its dependencies: a new version of either makes the cache invalid."""

from __future__ import annotations

import functools
import os
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from builder.cache.fingerprints import digest_of

_PACKAGE = Path(__file__).resolve().parents[1]
_ROOT = _PACKAGE.parent
_PLACES = (_PACKAGE, _ROOT / "templates")
_FILES = (_ROOT / "mkdocs.yml",)


@functools.cache
def program_digest() -> str:
    """A digest of code, templates, settings, installed packages and Python, by their names, sizes and times."""
    return digest_of([sys.version, *_installed(), *_fingerprints()])


def _installed() -> list[str]:
    """The folders that name the edition of each package, such as «pydantic-2.11.0.dist-info»."""
    folder = sysconfig.get_path("purelib")
    return sorted(name for name in os.listdir(folder) if name.endswith(".dist-info")) if os.path.isdir(folder) else []


def _fingerprints() -> Iterator[str]:
    for place in _PLACES:
        for folder, folders, files in os.walk(place):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            yield from (_fingerprint(os.path.join(folder, name)) for name in sorted(files))
    yield from (_fingerprint(str(path)) for path in _FILES if path.exists())


def _fingerprint(path: str) -> str:
    status = os.stat(path)
    return f"{path} {status.st_size} {status.st_mtime_ns}"
