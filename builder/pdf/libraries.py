"""The libraries of the system that WeasyPrint sets pages with: it finds them when it is imported, or not at all."""

from __future__ import annotations

import contextlib
import importlib
import io
import re

#: Which of them decide where lines break.
NAMES = ("pango",)
_NAMED = re.compile(r"cannot load library '([^']+)'")


class LibraryMissing(Exception):
    """PDFs cannot be made on this machine; the message names the library that was not found."""


def need_libraries() -> None:
    """Imports WeasyPrint. Raises LibraryMissing where the system lacks what it needs."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # it prints advice of its own, for programmers
            importlib.import_module("weasyprint")
    except OSError as error:
        named = _NAMED.search(str(error))
        raise LibraryMissing(named[1] if named else str(error)) from error


def versions() -> dict[str, str]:
    """What of the system pages are set with, in which version. Raises LibraryMissing."""
    need_libraries()
    text = importlib.import_module("weasyprint.text.ffi")
    return dict(zip(NAMES, [str(text.pango.pango_version())], strict=True))
