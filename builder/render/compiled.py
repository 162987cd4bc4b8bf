"""Compiled templates, kept between runs: compiling costs ten times what filling in does.

They are code, so they are only taken from a folder that nobody but whoever builds can write in, as Python's own are.
"""

from __future__ import annotations

import functools
from contextlib import suppress
from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket, BytecodeCache, FileSystemBytecodeCache

from builder.cache.store import private_folder

#: Whose templates they are. What a template becomes depends on the options of its environment: each has its own.
OURS, THEME = "templates", "theme"


class CompiledTemplates(BytecodeCache):
    """The compiled templates of environments with the same options, in memory and in a folder.

    A template that has changed, or was compiled by another Jinja or Python, is compiled again.
    """

    def __init__(self, folder: Path | None) -> None:
        self._code: dict[tuple[str, str], CodeType] = {}
        self._kept = FileSystemBytecodeCache(str(folder), "%s.cache") if folder else None

    def get_source_checksum(self, source: str) -> str:
        """A checksum of the template and of what compiles it."""
        return super().get_source_checksum(f"{jinja2.__version__}\n{source}")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives the code of a template that has not changed since; nothing where what was kept is damaged."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))
        if bucket.code is None and self._kept:
            with suppress(OSError):
                self._kept.load_bytecode(bucket)
            self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of a template just compiled; in memory alone where it cannot be written."""
        self._remember(bucket)
        if self._kept:
            with suppress(OSError):
                self._kept.dump_bytecode(bucket)

    def _remember(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._code[bucket.key, bucket.checksum] = bucket.code


@functools.cache
def compiled(whose: str) -> CompiledTemplates:
    """Those of `OURS` or of the `THEME`, for as long as the process lives."""
    return CompiledTemplates(private_folder(whose))
