"""From the text of the book to its file: the parts are set side by side, numbered, and joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from builder.executors import InThisProcess
from builder.pdf.book.joining import Around, JoinedPart, join
from builder.pdf.book.known import Parts
from builder.pdf.book.numbers import Room, guessed, starts, told, too_narrow, with_rooms
from builder.pdf.book.setting import SetPart, set_around, set_part
from builder.pdf.book.text import BookText
from builder.pdf.writer import UNIVERSAL, Standard

#: How often the parts are set until the numbers of pages have room.
_TRIES = 4


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of it: how many pages the book has, and its parts, to be taken again where they would be the same."""

    pages: int
    parts: Parts


def print_book(
    text: BookText,
    target: Path,
    standard: Standard = UNIVERSAL,
    workers: Executor | None = None,
    known: Parts | None = None,
) -> Printed:
    """Writes the book as PDF. The same text gives the same bytes, whoever works and whatever is known."""
    press = _Press(standard, workers or InThisProcess(), known or {})
    documents = [text.part(part) for part in text.parts]
    laid, rooms = press.set_all(documents)
    pages = _pages(laid)
    joined = [
        JoinedPart(made, told(some, pages), at_end=number == 0, goes_on=part.goes_on)
        for number, (part, made, some) in enumerate(zip(text.parts, laid, rooms, strict=True))
    ]
    total = sum(made.pages for made in laid)
    heads = _heads(text, pages, total)
    named = list(dict.fromkeys(heads))
    frames = set_around(text.around(named, total), standard)
    join(joined, Around(frames, [named.index(head) for head in heads]), target)
    return Printed(total, press.used)


def _pages(laid: Sequence[SetPart]) -> Mapping[str, int]:
    """The page each anchor stands on, from 1."""
    firsts = starts(made.pages for made in laid)
    return {
        name: first + page for first, made in zip(firsts, laid, strict=False) for name, page in made.anchors.items()
    }


def _heads(text: BookText, pages: Mapping[str, int], total: int) -> Sequence[str]:
    """The chapter at the head of each page: the first that begins there, or else the one that goes on."""
    begins = [(pages[chapter.pages[0].anchor], chapter.pages[0].title) for chapter in text.chapters]
    first = dict(reversed(begins))
    heads, going_on = [], ""
    for page in range(1, total + 1):
        heads.append(first.get(page, going_on))
        going_on = dict(begins).get(page, going_on)
    return heads


class _Press:
    """Sets parts, and takes those that are known."""

    def __init__(self, standard: Standard, workers: Executor, known: Parts) -> None:
        self._standard = standard
        self._workers = workers
        self._known = known
        self.used: dict[str, SetPart] = {}

    def set_all(self, documents: Sequence[str]) -> tuple[Sequence[SetPart], Sequence[Sequence[Room]]]:
        """The parts on pages, with rooms that are wide enough. Raises RuntimeError where they never come to be."""
        guess = guessed(documents)
        wider: list[dict[int, int]] = [{} for _ in documents]
        for _ in range(_TRIES):
            with_room = [with_rooms(html, guess, more) for html, more in zip(documents, wider, strict=True)]
            laid = self._set([html for html, _ in with_room])
            rooms, pages = [some for _, some in with_room], _pages(laid)
            narrow = [too_narrow(some, told(some, pages)) for some in rooms]
            if not any(narrow):
                return laid, rooms
            for needed, found in zip(wider, narrow, strict=True):
                needed.update(found)
        raise RuntimeError(f"the numbers of pages have no room in the book after it was set {_TRIES} times")

    def _set(self, documents: Sequence[str]) -> Sequence[SetPart]:
        made_from = [self._standard.made_from(html) for html in documents]
        missing = {
            key: self._workers.submit(set_part, html, self._standard)
            for key, html in zip(made_from, documents, strict=True)
            if key not in self.used and key not in self._known
        }
        made = {key: future.result() for key, future in missing.items()}
        laid = [made.get(key) or self.used.get(key) or self._known[key] for key in made_from]
        self.used |= zip(made_from, laid, strict=True)
        return laid
