"""What the book and the sheets share: one way from HTML to an accessible PDF that is the same every time."""

from __future__ import annotations

import hashlib

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
