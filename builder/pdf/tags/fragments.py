"""Makes one of what the ends of lines, columns and pages have cut."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from builder.pdf.tags.tree import Piece, Tag

#: Rows and cells that go on, on the next page, stand after others that do.
_SIDE_BY_SIDE = {"Table", "TR"}
#: What is drawn again on each page.
_REPEATED = {"THead", "TFoot"}


def join(tag: Tag) -> None:
    """Joins the parts of each element of HTML, and leaves out boxes that are there for looks. Goes through all once."""
    kids: list[Any] = []
    for kid in _without_looks(tag, tag.kids):
        before = _part_before(kid, kids, tag) if isinstance(kid, Tag) else None
        if before is None:
            kids.append(kid)
        elif kid.kind not in _REPEATED or _can_be_clicked(kid):
            before.kids += kid.kids
    tag.kids = kids
    for kid in tag.tags:
        join(kid)


def _without_looks(tag: Tag, kids: list[Any]) -> Iterator[Any]:
    """What stands in a tag, without boxes of its own element in it: columns, lines, and what styles add."""
    for kid in kids:
        if isinstance(kid, Tag) and _is_of(kid, tag) and kid.kind in (tag.kind, "NonStruct"):
            yield from _without_looks(tag, kid.kids)
        else:
            yield kid


def _is_of(kid: Tag, tag: Tag) -> bool:
    same = kid.box is not None and tag.box is not None and kid.box.element is tag.box.element
    return same and not any(isinstance(one, Piece) for one in kid.kids)


def _part_before(kid: Tag, kids: list[Any], tag: Tag) -> Tag | None:
    candidates = kids if tag.kind in _SIDE_BY_SIDE else kids[-1:]
    return next((one for one in candidates if isinstance(one, Tag) and _is_part_of_the_same(one, kid)), None)


def _is_part_of_the_same(one: Tag, other: Tag) -> bool:
    if one.kind != other.kind or one.box is None or other.box is None:
        return False
    return one.box.element is other.box.element and one.box.element_tag == other.box.element_tag


def _can_be_clicked(tag: Tag) -> bool:
    return any(not isinstance(kid, (Tag, Piece)) for one in tag.all() for kid in one.kids)
