"""The numbers of the pages a book sends its readers to.

A book is set with numbers that are guessed, one sees where all came to stand, and it is set again with those, until
they are true: then the number a reader looks up is that of the page where the heading stands. WeasyPrint counts by
itself too (`target-counter`), but stops after some rounds whether its numbers are true or not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

import weasyprint

#: How much text there is on a page, and on which the first chapter begins: what is guessed should be as wide as what is
#: true, so that nothing moves when it is set again.
_LETTERS, _FIRST = 5800, 4
_ROUNDS = 6
_PIECE = re.compile(r'<(?=[^>]* id="([^"]+)")[^>]*>|<[^>]*>|([^<]+)')
_LINK = re.compile(r'<a (?=[^>]*href="#([^"]+)")')
_ROW = re.compile(r'(?<=<span class="hb-pages">).*?(?=</span>)', re.DOTALL)
_ONE = re.compile(r'<a [^>]*href="#([^"]+)"[^>]*></a>')


def settled(html: str, lay_out: Callable[[str], weasyprint.Document]) -> weasyprint.Document:
    """The book with numbers that are true. Raises RuntimeError where they never come to be."""
    pages = guessed(html)
    for _ in range(_ROUNDS):
        document = lay_out(numbered(html, pages))
        found = pages_of(document)
        if all(pages.get(name) == found.get(name) for name in _LINK.findall(html)):
            return document
        pages = found
    raise RuntimeError(f"the pages of the book have other numbers each of {_ROUNDS} times it is set")


def guessed(html: str) -> Mapping[str, int]:
    """About where each anchor will stand, from the text before it."""
    found, read = {}, 0
    for piece in _PIECE.finditer(html, html.find('class="chapter"') + 1):
        read += len(piece[2] or "")
        if piece[1]:
            found[piece[1]] = _FIRST + read // _LETTERS
    return found


def pages_of(document: weasyprint.Document) -> Mapping[str, int]:
    """The page on which each anchor stands, from 1: where the links of the document lead."""
    found: dict[str, int] = {}
    for number, page in enumerate(document.pages, start=1):
        for name in page.anchors:
            found.setdefault(name, number)
    return found


def numbered(html: str, pages: Mapping[str, int]) -> str:
    """Each link with the number of its page. Those in a row are sorted, and each page is told once."""
    rows = _ROW.sub(lambda row: "".join(_sorted(row[0], pages)), html)
    return _LINK.sub(lambda link: f'<a data-page="{pages.get(link[1], "")}" {link[0][3:]}', rows)


def _sorted(row: str, pages: Mapping[str, int]) -> Iterator[str]:
    """The links of a row by page. What would be said again keeps its room, unseen, so that nothing after it moves."""
    links = sorted((pages.get(link[1], 0), place, link[0]) for place, link in enumerate(_ONE.finditer(row)))
    first = {page: place for page, place, _ in reversed(links)}
    again = [page for page, place, _ in links if first[page] != place]
    yield ", ".join(link for page, place, link in links if first[page] == place)
    yield from (f'<i class="hb-again">, {page}</i>' for page in again)
