"""Links, as those who listen meet them: each once, and told what it opens."""

from __future__ import annotations

from typing import Any

import pydyf
import weasyprint

from builder.pdf.tags.tree import Piece, Tag, Tree


def gather(tree: Tree) -> None:
    """Lets each link be one element with all of what can be clicked for it (ISO 32000-1, 14.8.4.4.2).

    WeasyPrint marks what can be clicked for each box in a link, and puts it in the element of that box.
    """
    _gather(tree, tree.top, None)


def describe(document: weasyprint.Document) -> None:
    """Describes each link in the words it has on paper, or by its title; WeasyPrint names the place it leads to."""
    for page in document.pages:
        for _, _, _, box in page.links:
            words = ("".join(box.element.itertext()).strip() or box.element.get("title") or _drawn(box)).split()
            if words and box.link_annotation:
                box.link_annotation["Contents"] = pydyf.String(" ".join(words))


def _drawn(box: Any) -> str:
    """What stands on paper where nothing stands in the source, such as the number of a page."""
    return "".join(getattr(one, "text", "") for one in box.descendants())


def _gather(tree: Tree, tag: Tag, clickable: list[Any] | None) -> None:
    """`clickable` is that of the link this is in, to be added to."""
    outermost = tag.kind == "Link" and clickable is None
    own = [] if outermost else clickable
    kids: list[Any] = []
    for kid in tag.kids:
        if isinstance(kid, Tag):
            _gather(tree, kid, own)
        if isinstance(kid, (Tag, Piece)) or own is None:
            kids.append(kid)
        else:
            own.append(kid)
    tag.kids = [*_apart(tree, own), *kids] if outermost and own else kids
    if tag.kind == "Link" and not (outermost and own):
        tag.kind = "Span"  # a part of one, or one that leads nowhere


def _apart(tree: Tree, clickable: list[Any]) -> list[Any]:
    """Without what is within another: a box in a box of the link, where the keyboard would stop twice."""
    rectangles = {kid: _rectangle(tree.annotation(kid)["Rect"]) for kid in clickable}
    kept: list[Any] = []
    for kid in sorted(clickable, key=lambda kid: _size(rectangles[kid]), reverse=True):
        if any(_within(rectangles[kid], rectangles[other]) for other in kept):
            tree.drop_annotation(kid)
        else:
            kept.append(kid)
    return [kid for kid in clickable if kid in kept]


def _rectangle(sides: Any) -> tuple[float, float, float, float]:
    x, y, other_x, other_y = sides
    return min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)


def _size(rectangle: tuple[float, float, float, float]) -> float:
    left, low, right, high = rectangle
    return (right - left) * (high - low)


def _within(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    """Whether its middle is: lines are a little higher than the letters in them."""
    left, low, right, high = one
    return other[0] <= (left + right) / 2 <= other[2] and other[1] <= (low + high) / 2 <= other[3]
