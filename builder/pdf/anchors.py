"""Where on its pages a document can be led to."""

from __future__ import annotations

from collections.abc import Mapping

import weasyprint


def pages_of(document: weasyprint.Document) -> Mapping[str, int]:
    """The page on which each anchor stands, from 1: where the links of the document lead."""
    found: dict[str, int] = {}
    for number, page in enumerate(document.pages, start=1):
        for name in page.anchors:
            found.setdefault(name, number)
    return found
