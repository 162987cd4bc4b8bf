"""Which box of a page each tag was made of: WeasyPrint leaves no way back.

The boxes are gone through as WeasyPrint goes through them when it makes tags. What is found is taken, kind by kind and
page by page, where there are as many boxes as tags.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.pdf.tags import _get_pdf_tag

from builder.pdf.tags.tree import Tag, Tree

#: Of these there are others too, around texts and fields.
_NOT_ALONE = {"Span", "Form", "Figure"}


def tell(document: weasyprint.Document, tree: Tree) -> None:
    """Tells each tag its box. Asked before anything is moved."""
    made: dict[tuple[bytes, str], list[Tag]] = defaultdict(list)
    for tag in tree.top.all():
        if tag is not tree.top:
            made[tag.page, tag.kind].append(tag)
    found: dict[tuple[bytes, str], list[Any]] = defaultdict(list)
    for reference, page in zip(tree.pdf.page_references, document.pages, strict=True):
        for kind, box in _made_of(page._page_box, "Document"):
            found[reference, kind].append(box)
    for key, tags in made.items():
        if key[1] not in _NOT_ALONE and len(tags) == len(found[key]):
            for tag, box in zip(tags, found[key], strict=True):
                tag.box = box


def _made_of(box: Any, above: str) -> Iterator[tuple[str, Any]]:
    """The tags made of a box and those in it, where its tag stands in one of a kind."""
    box = getattr(box, "_box", box)  # what is laid out where another stands
    if isinstance(box, boxes.MarginBox):
        return
    name = None if box.element is None else box.element_tag
    kind = above
    if not (name in ("html", "body") or isinstance(box, boxes.PageBox)) or isinstance(box, boxes.LineBox):
        kind = _get_pdf_tag(name)
        if kind in ("TD", "TH") and above in ("TD", "TH"):
            kind = "NonStruct"
        if kind == "LI":
            kind = {"LI": "LBody", "LBody": "NonStruct"}.get(above, "LI")
        yield kind, box
        if kind == "LI" and _has_no_marker(box):
            kind = "LBody"
            yield kind, box
    for child in _children(box, kind):
        yield from _made_of(child, kind)


def _children(box: Any, kind: str) -> Iterator[Any]:
    for child in getattr(box, "children", ()):
        inner = isinstance(child, boxes.LineBox) or (kind == "Table" and _is_table_of(child, box))
        for one in child.children if inner else (child,):
            if not isinstance(one, boxes.TextBox):
                yield one


def _is_table_of(child: Any, box: Any) -> bool:
    return bool(box.is_table_wrapper and child is box.get_wrapped_table())


def _has_no_marker(box: Any) -> bool:
    listed = "list-item" in box.style["display"] and box.style["list_style_type"] != "none"
    return box.element_tag != "li" or not listed
