"""What the headers of tables head."""

from __future__ import annotations

import pydyf

from builder.pdf.tags.tree import Tree


def say_what_headers_head(tree: Tree) -> None:
    """Gives each table header its scope: those in the head of a table stand over a column, others before a row.

    WeasyPrint lists by name, for each cell, the headers it takes to be above it, also those that stand before a row,
    and leaves out the list where the names are found. Readers find the headers of a cell by scope.
    """
    for part in tree.top.all():
        scope = "/Column" if part.kind == "THead" else "/Row"
        if part.kind in ("Table", "THead", "TBody", "TFoot"):
            for cell in (cell for row in part.tags if row.kind == "TR" for cell in row.tags):
                cell.said.pop("ID", None)
                attributes = cell.said.setdefault("A", pydyf.Dictionary({"O": "/Table"}))
                attributes.pop("Headers", None)
                if cell.kind == "TH":
                    attributes["Scope"] = scope
