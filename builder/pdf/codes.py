"""Codes on paper that lead back to the source: what the print was made of, and where the page is."""

from __future__ import annotations

import hashlib

import segno
from markupsafe import Markup


def content_code(text: str) -> str:
    """Eight characters that change when the content does, so two prints can be told apart."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def qr_code(address: str, title: str) -> Markup:
    """A QR code of an address as SVG that fills its box; `title` is what a screen reader says."""
    code = segno.make(address, error="m", micro=False)
    return Markup(code.svg_inline(omitsize=True, title=title, border=2))
