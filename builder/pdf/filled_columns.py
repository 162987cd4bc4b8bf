"""Columns that are filled one after the other, laid out once.

WeasyPrint lays out columns to find how high they are to be, and then once more to keep what it found. Where they are
filled one after the other as far down as there is room, the first tells nothing: half the time of a page.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from weasyprint.layout import LayoutContext, block

_columns_layout, _block_box_layout = block.columns_layout, block.block_box_layout
#: Where a document keeps whether the columns that are laid out are to be tried first: the innermost last.
_KEPT = "_handbok_columns_tried"
#: Where the margins above it stand in what is said of how a box is laid out.
_MARGINS = 6
#: What is told of a column that is only tried: all of it stands there, without a next one.
_NOTHING_MORE: tuple[Any, ...] = (None, None, [], False, None)


def fill_once() -> None:
    """Has WeasyPrint ask here."""
    block.columns_layout = _columns
    block.block_box_layout = _block_box


def _columns(context: LayoutContext, box: Any, bottom_space: float, skip_stack: Any, *rest: Any) -> Any:
    """As WeasyPrint's own, which says of each column whether it is only tried."""
    tried = context.__dict__.setdefault(_KEPT, [])
    tried.append(_tells_something(context, box, skip_stack))
    try:
        return _columns_layout(context, box, bottom_space, skip_stack, *rest)
    finally:
        tried.pop()


def _tells_something(context: LayoutContext, box: Any, skip_stack: Any) -> bool:
    """Whether the height of columns is to be found: they are evened out, or something stands below them."""
    if box.style["column_fill"] != "auto" or context.footnotes:
        return True
    (skip,) = skip_stack or (0,)
    over_all = [child.style["column_span"] == "all" for child in box.children[skip:]]
    return any(before < after for before, after in pairwise(over_all))


def _block_box(context: LayoutContext, box: Any, *how: Any, **more: Any) -> Any:
    """As WeasyPrint's own, which gives a column margins where it is tried, and none where it is kept."""
    if box.is_column and how[_MARGINS] is not None and not context.__dict__[_KEPT][-1]:
        return box.copy_with_children([]), *_NOTHING_MORE
    return _block_box_layout(context, box, *how, **more)
