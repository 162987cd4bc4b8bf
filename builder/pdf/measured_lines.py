"""Lines of text, measured once for each document.

WeasyPrint sets a page over and over: to even out columns, and when the number of another page has come to be known. It
then breaks the same texts in the same lines. What it finds is kept as long as it sets the document.
"""

from __future__ import annotations

import copy
from typing import Any

from weasyprint.layout import LayoutContext, inline
from weasyprint.text.line_break import split_first_line

#: Where what was found in a document is kept.
_KEPT = "_handbok_lines"


def measure_once() -> None:
    """Has WeasyPrint ask here for the first line of a text."""
    inline.split_first_line = _first_line


def _first_line(text: str, style: Any, context: LayoutContext | None, *how: Any, **more: Any) -> Any:
    """As WeasyPrint's own, which follows from what it is given alone."""
    if context is None:
        return split_first_line(text, style, context, *how, **more)
    found = context.__dict__.setdefault(_KEPT, {})
    key = (text, id(style), how, *more.items())
    if key not in found:
        found[key] = style, split_first_line(text, style, context, *how, **more)  # with its style, so that it lives
    layout, *measures = found[key][1]
    return copy.copy(layout), *measures
