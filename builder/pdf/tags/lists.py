"""The items of lists: ISO 32000-1, 14.8.4.3.3 and 14.8.5.5."""

from __future__ import annotations

from typing import Any

import pydyf

from builder.pdf.tags.tree import GROUPS, Tag, Tree

#: What the styles call it, and what tags do (table 347).
_NUMBERINGS = {
    "decimal": "/Decimal",
    "lower-alpha": "/LowerAlpha",
    "upper-alpha": "/UpperAlpha",
    "lower-roman": "/LowerRoman",
    "upper-roman": "/UpperRoman",
    "disc": "/Disc",
    "circle": "/Circle",
    "square": "/Square",
}


def items(tree: Tree, around: Tag) -> list[Any]:
    """What stands in a list, without what only groups: an item for each item of HTML, and for each term.

    WeasyPrint writes a term as it writes what it means, as an item; and as many as an item has lines, where it is
    laid out in a line. A list below an item, or a block in it, is written beside it.
    """
    found: list[Any] = []
    for kid in _flat(around):
        last = found[-1] if found and isinstance(found[-1], Tag) and found[-1].kind == "LI" else None
        is_item = isinstance(kid, Tag) and kid.kind == "LI"
        if is_item and _name(kid) == "dt":
            _to_labels(kid)
        if last is None or (is_item and not _belongs(kid, last)):
            found.append(kid)
        elif is_item:
            _join(kid, last)
        else:
            _body(tree, last).kids.append(kid)
    return found


def parts(tree: Tree, item: Tag) -> list[Any]:
    """What stands in an item: its labels, and a body with all that is neither. Its text may go on after a block."""
    found: list[Any] = []
    for kid in item.kids:
        last = found[-1] if found and found[-1].kind == "LBody" else None
        if isinstance(kid, Tag) and (kid.kind == "Lbl" or (kid.kind == "LBody" and not (last and _same(kid, last)))):
            found.append(kid)
        elif isinstance(kid, Tag) and kid.kind == "LBody" and last:
            last.kids += kid.kids
        elif last:
            last.kids.append(kid)
        else:
            found.append(tree.new("LBody", [kid], item.page))
            found[-1].box = item.box
    return found


def say_how_numbered(around: Tag) -> None:
    """As the first of its labels is; those in words are not numbered."""
    labels = [part for item in around.tags for part in item.tags if part.kind == "Lbl"]
    if labels:
        marker = labels[0].box if labels[0].box and labels[0].box.element_tag == "li::marker" else None
        style = marker.style["list_style_type"] if marker else None
        numbering = _NUMBERINGS.get(style, "/None") if isinstance(style, str) else "/None"
        around.said["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": numbering})


def _flat(around: Tag) -> list[Any]:
    return [
        one for kid in around.kids for one in (_flat(kid) if isinstance(kid, Tag) and kid.kind in GROUPS else [kid])
    ]


def _name(item: Tag) -> str:
    return "" if item.box is None else str(item.box.element_tag)


def _belongs(item: Tag, last: Tag) -> bool:
    """Whether it is more of the same, or what the terms before it mean."""
    return _same(item, last) or (_name(item), _name(last)) in {("dd", "dt"), ("dd", "dd"), ("dt", "dt")}


def _same(item: Tag, last: Tag) -> bool:
    return item.box is not None and last.box is not None and item.box.element is last.box.element


def _join(item: Tag, last: Tag) -> None:
    first, *further = item.tags
    if _same(item, last) and first.kind == last.tags[-1].kind:
        last.tags[-1].kids += first.kids
        last.kids += further
    else:
        last.kids += item.tags
    last.box = item.box


def _to_labels(item: Tag) -> None:
    for body in item.tags:
        body.kind = "Lbl"


def _body(tree: Tree, item: Tag) -> Tag:
    bodies = [kid for kid in item.tags if kid.kind == "LBody"]
    if not bodies:
        bodies = [tree.new("LBody", [], item.page)]
        item.kids += bodies
    return bodies[-1]
