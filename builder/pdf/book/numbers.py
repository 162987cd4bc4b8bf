"""Room for the numbers of pages that a book sends its readers to.

A part of a book is set before anybody knows on which page the others begin. So each link gets room for a number, as
wide as the number is guessed to be; the number itself is written when all parts are set. Where a number turns out to
need more room, the part is set again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

#: How much text there is on a page, how many pages stand before the first chapter, and by how many the guess may be too
#: low: a number that needs less room than it has, stands with a gap.
_LETTERS, _FIRST, _MARGIN = 5000, 3, 4
#: What links lead to while a part is set: the number of their room.
SCHEME = "book:"
_PIECE = re.compile(r'<(?=[^>]* id="([^"]+)")[^>]*>|<[^>]*>|([^<]+)')
_ROW = re.compile(r'(?<=<span class="hb-pages">).*?(?=</span>)', re.DOTALL)
_LINK = re.compile(r'<a (?=[^>]*href="#([^"]+)")[^>]*>(?:</a>)?')
#: Stands for a figure of a number that is not known.
UNKNOWN = "0"


@dataclass(frozen=True, slots=True)
class Room:
    """Room for the number of the page a link leads to. Those in one row are told in order, and each page once."""

    target: str
    figures: int
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What is written in a room, and where its link leads. Nothing, where the page is told in the row already."""

    target: str
    #: The room that was left for it; numbers of a row move up.
    room: int
    number: str = ""
    ends_row: bool = False


def guessed(parts: Sequence[str]) -> Mapping[str, int]:
    """About on which page each anchor will stand, from the text before it; in the order they have in the book."""
    found, read = dict[str, int](), 0
    for html in parts:
        for piece in _PIECE.finditer(html):
            read += len(piece[2] or "")
            if piece[1]:
                found.setdefault(piece[1], _FIRST + read // _LETTERS)
    return found


def with_rooms(html: str, pages: Mapping[str, int], wider: Mapping[int, int]) -> tuple[str, Sequence[Room]]:
    """The links of a part with room for numbers, and what the rooms are for. Those in a row follow the book.

    `pages` are where anchors are guessed to stand, in the order of the book; `wider` is how many figures a room must
    have, by its number.
    """
    order = {name: place for place, name in enumerate(pages)}
    rooms: list[Room] = []

    def with_room(link: re.Match[str], widest: str, row: int | None = None) -> str:
        target, number = link[1], len(rooms)
        figures = max(len(str(pages.get(widest, 1) + _MARGIN)), wider.get(number, 0))
        rooms.append(Room(target, figures, row))
        shown = UNKNOWN * figures + ("" if row is None else ",")
        return link[0].replace(f'href="#{target}"', f'href="{SCHEME}{number}" data-room="{number}" data-page="{shown}"')

    def with_row(row: re.Match[str]) -> str:
        first = len(rooms)
        links = sorted(_LINK.finditer(row[0]), key=lambda link: order.get(link[1], -1))
        targets = [link[1] for link in links]
        # Those that move up where pages are told once, may be wider than what they move to.
        moved = 1 + len(links) - len({pages.get(target) for target in targets})
        widest = targets[moved:] + targets[-1:] * moved
        return " ".join(with_room(*one, first) for one in zip(links, widest, strict=False))

    pieces = re.compile(f"(?:{_ROW.pattern})|(?:{_LINK.pattern})", re.DOTALL)
    made = pieces.sub(lambda one: with_room(one, one[1]) if one[1] else with_row(one), html)
    return made, rooms


def told(rooms: Sequence[Room], pages: Mapping[str, int]) -> Sequence[Told]:
    """What is written in each room of a part, now that the page of each anchor is known."""
    made = [Told(room.target, number, str(pages.get(room.target, ""))) for number, room in enumerate(rooms)]
    rows = defaultdict[int, list[int]](list)
    for number, room in enumerate(rooms):
        if room.row is not None:
            rows[room.row].append(number)
    for row in rows.values():
        for number, one in zip(row, _each_once([made[number] for number in row]), strict=True):
            made[number] = one
    return made


def _each_once(row: Sequence[Told]) -> Iterator[Told]:
    """The pages of a row; what would be told again is left out at its end, for nothing can be moved any more."""
    firsts = {one.number: one for one in reversed(row)}
    shown = [one for one in row if firsts[one.number] is one]
    yield from (replace(one, ends_row=one is shown[-1]) for one in shown)
    yield from (replace(one, number="") for one in row if firsts[one.number] is not one)


def too_narrow(rooms: Sequence[Room], written: Sequence[Told]) -> Mapping[int, int]:
    """The rooms whose number is too wide for them, with how many figures it has."""
    pairs = enumerate(zip(rooms, written, strict=True))
    return {number: len(one.number) for number, (room, one) in pairs if len(one.number) > room.figures}


def starts(lengths: Iterable[int]) -> Sequence[int]:
    """How many pages stand before each part, and before the end."""
    return [0, *accumulate(lengths)]
