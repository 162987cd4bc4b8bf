"""Fingerprint of the program and its dependencies: a new version of either makes the cache invalid."""

from __future__ import annotations

import functools
import os
import sys
import sysconfig
from collections.abc import Iterator

from builder import resources
from builder.cache.fingerprints import digest_of

#: In an installed package the templates lie in the package, and are seen twice.
_PLACES = (resources.PACKAGE, resources.TEMPLATES)
_FILES = (resources.CONFIG_FILE,)


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
