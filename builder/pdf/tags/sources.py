"""What WeasyPrint knows of items of lists and leaves out of the tags: what they are in HTML, and how they are numbered.

Nothing leads from a tag to the box it was made of. The boxes of a page are gone through in the order the tags were made
in, and what is found is taken only where there are as many of one as of the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes

from builder.pdf.tags.tree import Tag, Tree

_ITEMS = ("li", "dt", "dd")
#: What the styles call it, and what tags do (ISO 32000-1, table 347).
_NUMBERINGS = {
    "decimal": "Decimal",
    "lower-alpha": "LowerAlpha",
    "upper-alpha": "UpperAlpha",
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
    "disc": "Disc",
    "circle": "Circle",
    "square": "Square",
}


def tell(document: weasyprint.Document, tree: Tree) -> None:
    """Tells each item its element of HTML, and each label its numbering. Asked before anything is moved."""
    made: dict[tuple[bytes, str], list[Tag]] = {}
    for tag in tree.top.all():
        if tag.kind in ("LI", "Lbl"):
            made.setdefault((tag.page, tag.kind), []).append(tag)
    for reference, page in zip(tree.pdf.page_references, document.pages, strict=True):
        found = list(_sources(page._page_box, ""))
        for kind in ("LI", "Lbl"):
            sources, tags = [source for one, source in found if one == kind], made.get((reference, kind), [])
            for tag, source in zip(tags, sources, strict=True) if len(tags) == len(sources) else ():
                tag.source = source


def _sources(box: Any, above: str) -> Iterator[tuple[str, Any]]:
    """The items and labels made of a box and those in it, where its tag stands in one of a kind."""
    box = getattr(box, "_box", box)  # what is laid out where another stands
    if isinstance(box, (boxes.TextBox, boxes.MarginBox)):
        return
    kind = "" if isinstance(box, boxes.LineBox) else _kind(box, above)
    if kind == "Lbl":
        style = box.style["list_style_type"]
        yield kind, _NUMBERINGS.get(style) if isinstance(style, str) else None
    elif kind == "LI":
        yield kind, box.element
        kind = "LBody" if _has_no_marker(box) else kind
    for child in getattr(box, "children", ()):
        yield from _sources(child, above if isinstance(box, boxes.LineBox) else kind)


def _kind(box: Any, above: str) -> str:
    """As WeasyPrint chooses it: a box in an item that is of the same element is its body, or nothing."""
    name = None if box.element is None else str(box.element_tag)
    if name == "li::marker":
        return "Lbl"
    if name in _ITEMS:
        return {"LI": "LBody", "LBody": "NonStruct"}.get(above, "LI")
    return "L" if name in ("ul", "ol", "dl") else ""


def _has_no_marker(box: Any) -> bool:
    return box.element_tag != "li" or "list-item" not in box.style["display"] or box.style["list_style_type"] == "none"
