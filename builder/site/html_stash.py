"""Puts the blocks of HTML in a page's text aside while it is Markdown.

The text is headings, and finished HTML between them (see `builder.render`). Markdown and MkDocs would both
take that HTML apart, to leave it as it is: a third of the time a site takes.
"""

from __future__ import annotations

from builder.render.renderer import BLOCK


def set_aside(text: str) -> tuple[str, list[str]]:
    """The text with an empty element for each block, and the blocks."""
    parts = text.split("\n\n")
    found = [number for number, part in enumerate(parts) if part.startswith(BLOCK)]
    blocks = [parts[number].rstrip("\n") for number in found]
    for number, place in enumerate(found):
        parts[place] = _mark(number)
    return "\n\n".join(parts), blocks


def put_back(html: str, blocks: list[str]) -> str:
    """The HTML of a page with its blocks where they belong."""
    for number, block in enumerate(blocks):
        html = html.replace(_mark(number), block, 1)
    return html


def _mark(number: int) -> str:
    return f'<div id="hb-aside-{number}"></div>'
