"""The parts of a book that were set before, as they are remembered: by what each was made from."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from builder.cache.kept import Kept
from builder.pdf.book.setting import SetPart

Parts = Mapping[str, SetPart]


def known_parts(kept: Kept) -> Parts:
    """What is remembered of a book; what is not as it was written is as if it were not."""
    rows = kept.read()
    try:
        return {made_from: _read(**row) for made_from, row in rows.items()}
    except (AttributeError, TypeError, ValueError):
        return {}


def remember(parts: Parts, kept: Kept) -> None:
    """Remembers the parts of a book, and forgets those it had before."""
    kept.write({made_from: _written(part) for made_from, part in parts.items()})


def _read(pdf: str, pages: int, anchors: Mapping[str, int], figures: Mapping[str, Any]) -> SetPart:
    known = {name: (glyphs, width) for name, (glyphs, width) in figures.items()}
    return SetPart(base64.b64decode(pdf), pages, anchors, known)


def _written(part: SetPart) -> dict[str, Any]:
    pdf = base64.b64encode(part.pdf).decode()
    return {"pdf": pdf, "pages": part.pages, "anchors": part.anchors, "figures": part.figures}
