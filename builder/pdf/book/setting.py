"""Sets one part of the book on pages: a piece of work of its own, wherever it is done."""

from __future__ import annotations

import functools
import io
from collections.abc import Mapping
from dataclasses import dataclass

from builder.gc import throwing_away
from builder.pdf.anchors import pages_of
from builder.pdf.book.rooms import Figures, figures_in, mark_rooms
from builder.pdf.book.text import BOOK, STYLES
from builder.pdf.writer import Standard, Writer, identifier
from builder.resources import TEMPLATES

#: For what is set part by part.
_PARTS = BOOK / "parts.css"


@dataclass(frozen=True, slots=True)
class SetPart:
    """A part as PDF, how many pages it has, on which of them (from 1) its anchors stand, and its fonts' figures."""

    pdf: bytes
    pages: int
    anchors: Mapping[str, int]
    figures: Mapping[str, Figures]


@throwing_away()  # what is laid out refers to itself, and the next part needs the memory
def set_part(html: str, standard: Standard) -> SetPart:
    """Lays out and draws a part. The same HTML gives the same bytes."""
    mark_rooms()
    document, pdf = _writer(standard).lay_out(html), io.BytesIO()
    _writer(standard).write(document, pdf, identifier(html))
    return SetPart(pdf.getvalue(), len(document.pages), pages_of(document), figures_in(document))


def set_around(html: str, standard: Standard) -> SetPart:
    """Draws what stands around pages. It is in no tree: nobody wants it read aloud on every page."""
    mark_rooms()
    document = _writer(standard).lay_out(html)
    pdf = document.write_pdf(pdf_identifier=identifier(html))
    return SetPart(bytes(pdf), len(document.pages), {}, figures_in(document))


@functools.cache
def _writer(standard: Standard) -> Writer:
    return Writer(standard, *(TEMPLATES / name for name in STYLES), _PARTS)
