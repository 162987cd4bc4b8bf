"""Lines of text, shaped once: drawn as they were measured.

WeasyPrint forgets what it has measured, and shapes a line anew when it draws it. Here the line is kept where it would
be the same: in a style it was measured in, on one line, and not stretched to fill it.
"""

from __future__ import annotations

from typing import Any

from weasyprint.text.ffi import pango
from weasyprint.text.line_break import Layout

#: What ends a paragraph to Pango.
_ENDS = frozenset("\n\r\u2029")
_set_text, _deactivate, _reactivate = Layout.set_text, Layout.deactivate, Layout.reactivate


def keep_lines() -> None:
    """Has WeasyPrint ask here for its lines."""
    Layout.set_text, Layout.deactivate, Layout.reactivate = _set, _keep, _take_up


def _set(layout: Any, text: str, justify: bool = False) -> None:
    """As WeasyPrint's own. To draw a line it says that there is one paragraph, which has Pango shape it again."""
    _set_text(layout, text, justify)
    pango.pango_layout_set_single_paragraph_mode(layout.layout, _ENDS.isdisjoint(layout.text))


def _keep(layout: Any) -> None:
    """Forgets a line only where it will be another when it is drawn."""
    if layout.justification_spacing or not _ENDS.isdisjoint(layout.text):
        _deactivate(layout)


def _take_up(layout: Any, style: Any) -> None:
    """Takes up a line as it was kept, or makes it again."""
    if getattr(layout, "style", None) is not style or layout.justification_spacing:
        _reactivate(layout, style)
