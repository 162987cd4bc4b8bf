"""What may stand in what: ISO 32000-1, 14.8.4, and ISO 14289-1 (PDF/UA-1), 7.2."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from builder.pdf.tags import lists
from builder.pdf.tags.tree import GROUPS, Tag, Tree

#: What holds its parts alone, and the part that what stands loose in it is put in (tables 336 and 337).
_PARTS = {
    "L": ({"LI", "Caption"}, "LI"),
    "LI": ({"Lbl", "LBody"}, "LBody"),
    "Table": ({"TR", "THead", "TBody", "TFoot", "Caption"}, "TR"),
    "THead": ({"TR"}, "TR"),
    "TBody": ({"TR"}, "TR"),
    "TFoot": ({"TR"}, "TR"),
    "TR": ({"TH", "TD"}, "TD"),
}
#: What those parts are where they do not stand in their whole.
_LOOSE = dict.fromkeys(("LI", "LBody", "TR", "TH", "TD", "THead", "TBody", "TFoot"), "Div") | {"Lbl": "Span"}
#: What is a line or of lines (tables 335 and 338), and what is then a part of it, whatever it would be elsewhere.
_LINES = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "Span", "Link"}
_BLOCKS = {*_PARTS, *_LOOSE, *_LINES, "Part", "Art", "Sect", "Div", "BlockQuote", "Caption"} - {"Span", "Link"}
#: What says something by being empty.
_MAY_BE_EMPTY = {"TH", "TD"}


def mend(tree: Tree) -> None:
    """Puts each element where it may stand."""
    _arrange(tree, tree.top, in_line=False)


def prune(tag: Tag) -> None:
    """Takes away what nothing stands in: a list without items, a box for looks."""
    for kid in tag.tags:
        prune(kid)
    tag.kids = [kid for kid in tag.kids if not isinstance(kid, Tag) or kid.kids or kid.kind in _MAY_BE_EMPTY]


def _arrange(tree: Tree, tag: Tag, in_line: bool) -> None:
    if tag.kind in _PARTS:
        tag.kids = list(_put_in_parts(tree, tag))
    if tag.kind == "L":
        lists.say_how_numbered(tag)
    in_line = in_line if tag.kind == "NonStruct" else tag.kind in _LINES
    parts, _ = _PARTS.get(tag.kind, ((), ""))
    for kid in tag.tags:
        if in_line and kid.kind in _BLOCKS:
            _rename(kid, "Span")
        elif kid.kind in _LOOSE and kid.kind not in parts:
            _rename(kid, _LOOSE[kid.kind])
        _arrange(tree, kid, in_line)


def _rename(tag: Tag, kind: str) -> None:
    tag.kind = kind
    tag.said.pop("A", None)  # is about cells of tables


def _put_in_parts(tree: Tree, tag: Tag) -> Iterator[Tag]:
    parts, loose_in = _PARTS[tag.kind]
    of_lists = {"L": lists.items, "LI": lists.parts}
    kids = of_lists[tag.kind](tree, tag) if tag.kind in of_lists else _ungrouped(tag.kids)
    for is_part, some in groupby(kids, lambda kid: isinstance(kid, Tag) and kid.kind in parts):
        if is_part:
            yield from some
        else:
            yield tree.new(loose_in, list(some), tag.page)


def _ungrouped(kids: list[Any]) -> Iterator[Any]:
    """What stands here, and what stands here in groups of elements."""
    for kid in kids:
        if isinstance(kid, Tag) and kid.kind in GROUPS and len(kid.tags) == len(kid.kids):
            yield from _ungrouped(kid.kids)
        else:
            yield kid
