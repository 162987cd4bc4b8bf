"""The items of lists: ISO 32000-1, 14.8.4.3.3 and 14.8.5.5."""

from __future__ import annotations

from typing import Any

import pydyf

from builder.pdf.tags.tree import GROUPS, Tag, Tree


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


def say_how_numbered(around: Tag) -> None:
    """As the first of its labels is; those in words are not numbered."""
    labels = [part for item in around.tags for part in item.tags if part.kind == "Lbl"]
    if labels:
        numbering = labels[0].source if isinstance(labels[0].source, str) else "None"
        around.said["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": f"/{numbering}"})


def _flat(around: Tag) -> list[Any]:
    columns = all(kid.kind == "L" for kid in around.tags)
    return [
        one
        for kid in around.kids
        for one in (
            _flat(kid) if isinstance(kid, Tag) and (kid.kind in GROUPS or (columns and kid.kind == "L")) else [kid]
        )
    ]


def _name(item: Tag) -> str:
    return "" if item.source is None else str(item.source.tag)


def _belongs(item: Tag, last: Tag) -> bool:
    """Whether it is more of the same, or what the terms before it mean."""
    same = item.source is not None and item.source is last.source
    return same or (_name(item), _name(last)) in {("dd", "dt"), ("dd", "dd"), ("dt", "dt")}


def _join(item: Tag, last: Tag) -> None:
    first, *further = item.tags
    if item.source is last.source and first.kind == last.tags[-1].kind:
        last.tags[-1].kids += first.kids
        last.kids += further
    else:
        last.kids += item.tags
    last.source = item.source


def _to_labels(item: Tag) -> None:
    for body in item.tags:
        body.kind = "Lbl"


def _body(tree: Tree, item: Tag) -> Tag:
    bodies = [kid for kid in item.tags if kid.kind == "LBody"]
    if not bodies:
        bodies = [tree.new("LBody", [], item.page)]
        item.kids += bodies
    return bodies[-1]
