"""Where on the page figures are."""

from __future__ import annotations

import pydyf
import weasyprint

from builder.pdf.tags.tree import Tree


def place(document: weasyprint.Document, tree: Tree) -> None:
    """Says it in the units of the page, from the corner below (ISO 32000-1, table 344), not in those of the styles."""
    pages = dict(zip(tree.pdf.page_references, document.pages, strict=True))
    for tag in tree.top.all():
        if tag.kind == "Figure" and "BBox" in tag.said.get("A", ()):
            tag.said["A"]["BBox"] = _placed(tag.said["A"]["BBox"], tree.object(tag.page), pages[tag.page])


def _placed(box: pydyf.Array, drawn: pydyf.Dictionary, page: weasyprint.Page) -> pydyf.Array:
    left, low, right, high = drawn["TrimBox"]
    across, up = (right - left) / page.width, (high - low) / page.height
    x, y, other_x, other_y = box
    return pydyf.Array((left + x * across, high - other_y * up, left + other_x * across, high - y * up))
