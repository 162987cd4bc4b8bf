"""What stands in the margins of each page is no part of the text."""

from __future__ import annotations

from typing import Any

import pydyf

from builder.pdf.tags.tree import Piece, Tree


def set_aside(tree: Tree) -> None:
    """Marks as artifacts what is drawn and stands nowhere in the text (ISO 14289-1, 7.1; ISO 32000-1, 14.8.2.2).

    WeasyPrint marks the headers and footers of pages as text, and leaves them out of the tree.
    """
    told: dict[bytes, set[int]] = {page: set() for page in tree.pdf.page_references}
    for tag in tree.top.all():
        for kid in tag.kids:
            if isinstance(kid, Piece):
                told[kid.page].add(kid.mcid)
    for page, pieces in told.items():
        _set_aside(tree.object(tree.object(page)["Contents"]).stream, pieces)


def _set_aside(stream: list[Any], told: set[int]) -> None:
    for at, what in enumerate(stream):
        if isinstance(what, pydyf.Dictionary) and what.get("MCID", -1) >= 0 and what["MCID"] not in told:
            stream[at - 1], stream[at] = "/Artifact", pydyf.Dictionary({"Type": "/Pagination"})
