"""What the book and the sheets share: one way from HTML to an accessible PDF that is the same every time."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from builder.pdf.fetcher import OwnFilesOnly
from builder.render import TEMPLATES

#: PDF/UA-1: tagged, with title and language.
VARIANT = "pdf/ua-1"


def own_files() -> OwnFilesOnly:
    """What a print may read: styles and fonts of the package."""
    return OwnFilesOnly(TEMPLATES)


def identifier(html: str) -> bytes:
    """The identifier of a PDF follows from its content, so the same content gives the same bytes."""
    return hashlib.sha256(html.encode()).hexdigest()[:32].encode()


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Layout makes millions of small objects that all stay; looking through them for garbage costs a fifth."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
