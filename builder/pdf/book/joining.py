"""Joins the parts of a book to one PDF: pages, tags, places, links and bookmarks."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from pikepdf import Array, Dictionary, Object, ObjectStreamMode, OutlineItem, Page, Pdf, String

from builder.pdf.book.numbers import SCHEME, Told, starts
from builder.pdf.book.rooms import written
from builder.pdf.book.setting import SetPart

#: What stands around a page is no part of the text (ISO 32000-1, 14.8.2.2). It is drawn first: then nothing the page
#: does to what is drawn after it, is done to it.
_AROUND = b"/Artifact <</Type /Pagination>> BDC\nq\n/Around Do\nQ\nEMC\n"


@dataclass(frozen=True, slots=True)
class JoinedPart:
    """A part as it is to be in the book."""

    set: SetPart
    #: What is written in its rooms; `at_end`: at the end of them, where the numbers stand below each other.
    told: Sequence[Told]
    at_end: bool = False
    #: Whether its bookmarks go on where those of the part before ended.
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around pages, and which of it around each page of the book. In its room is the number of the page."""

    set: SetPart
    of_page: Sequence[int]


def join(parts: Sequence[JoinedPart], around: Around, target: Path) -> None:
    """Writes the book: it says of itself what the first part does. `around` is laid over all pages but the first."""
    firsts = starts(part.set.pages for part in parts)
    with Pdf.open(io.BytesIO(parts[0].set.pdf)) as book:
        places, marks = [_places(book)], [_marks(book)]
        for part in parts[1:]:
            # Each is read and put away before the next: all at once would take twice the memory.
            with Pdf.open(io.BytesIO(part.set.pdf)) as pdf:
                places.append(_places(pdf))
                marks.append(_marks(pdf))
                _add(book, pdf)
        pages = list(book.pages)
        for part, first in zip(parts, firsts, strict=False):
            _fill(book, part, pages[first : first + part.set.pages], cover=pages[0])
        _lay_over(book, pages, around)
        _name_places(book, pages, zip(firsts, places, strict=False))
        _bookmark(book, pages, zip(parts, firsts, marks, strict=False))
        book.save(target, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)


def _add(book: Pdf, pdf: Pdf) -> None:
    """Adds pages with their tags to one tree (ISO 32000-1, 14.7.2).

    What is on a page, and what can be clicked, is told where it stands by numbers, which are those of its part.
    """
    first = len(book.pages)
    book.pages.extend(pdf.pages)
    tree, root = book.copy_foreign(pdf.Root.StructTreeRoot), book.Root.StructTreeRoot
    numbers, before, (top,) = root.ParentTree.Nums, _last(root.ParentTree) + 1, root.K
    for element in tree.K[0].K:
        element.P = top
        top.K.append(element)
    known: Any = enumerate(tree.ParentTree.Nums)
    numbers.extend(one if place % 2 else one + before for place, one in known)
    for page in list(book.pages)[first:]:
        _renumber(page.obj, before)


def _last(tree: Any) -> int:
    return int(tree.Nums[-2])


def _renumber(page: Any, before: int) -> None:
    page.StructParents += before
    for note in page.get("/Annots", ()):
        if "/StructParent" in note:
            note.StructParent += before


def _fill(book: Pdf, part: JoinedPart, pages: Sequence[Page], cover: Page) -> None:
    """Writes numbers in the rooms of a part, and has its links lead where those do. Around the cover stands nothing."""
    links = defaultdict[int, list[Any]](list)
    for page in pages:
        content = written(page.obj.Contents.read_bytes(), part.told, part.set.figures, part.at_end)
        page.obj.Contents = book.make_stream(content if page is cover else _AROUND + content)
        for note in page.obj.get("/Annots", ()):
            address = str(note.get("/A", Dictionary()).get("/URI", ""))
            if address.startswith(SCHEME):
                links[int(address.removeprefix(SCHEME))].append(note)
    described = {room: notes[0].Contents for room, notes in links.items()}
    for room, notes in links.items():
        told = part.told[room]
        for note in notes:
            _lead(note, told, described[told.room])


def _lead(note: Any, told: Told, described: Object) -> None:
    """Has a link lead into the book. One whose number is told already, takes no room."""
    del note.A
    note.Dest, note.Contents = String(told.target), described
    if not told.number:
        left, top, _, _ = note.Rect
        note.Rect = Array((left, top, left, top))


def _lay_over(book: Pdf, pages: Sequence[Page], around: Around) -> None:
    """Lays over each page but the cover what stands around it, with its number."""
    with Pdf.open(io.BytesIO(around.set.pdf)) as pdf:
        frames = [book.copy_foreign(page.as_form_xobject()) for page in pdf.pages]
    drawn = [frame.read_bytes() for frame in frames]
    for number, (page, which) in enumerate(zip(pages[1:], around.of_page[1:], strict=True), start=2):
        content = written(drawn[which], [Told("", 0, str(number))], around.set.figures, at_end=True)
        frame = book.make_stream(content, {key: one for key, one in frames[which].items() if key != "/Length"})
        known = page.obj.Resources
        objects = Dictionary({**dict(known.get("/XObject", Dictionary()).items()), "/Around": frame})
        page.obj.Resources = Dictionary({**dict(known.items()), "/XObject": objects})


@dataclass(frozen=True, slots=True)
class _Mark:
    """A bookmark of a part: the number of the page it leads to, and where on it."""

    title: str
    page: int
    place: tuple[Any, ...]
    closed: bool
    below: Sequence[_Mark]


def _places(pdf: Pdf) -> Sequence[tuple[str, int, tuple[Any, ...]]]:
    """The places of a part by name: the number of the page, and where on it."""
    numbers = _numbers(pdf)
    named: Any = pdf.Root.get("/Names", Dictionary()).get("/Dests", Dictionary()).get("/Names", Array())
    places = zip(list(named)[::2], map(list, list(named)[1::2]), strict=True)
    return [(str(name), numbers[page.objgen], tuple(where)) for name, (page, *where) in places]


def _marks(pdf: Pdf) -> Sequence[_Mark]:
    with pdf.open_outline() as outline:
        return _read(outline.root, _numbers(pdf))


def _read(items: Iterable[OutlineItem], numbers: dict[tuple[int, int], int]) -> Sequence[_Mark]:
    read = []
    for item in items:
        page, *where = cast("Array", item.destination)
        below = _read(item.children, numbers)
        read.append(_Mark(item.title, numbers[page.objgen], tuple(where), bool(item.is_closed), below))
    return read


def _numbers(pdf: Pdf) -> dict[tuple[int, int], int]:
    return {page.obj.objgen: number for number, page in enumerate(pdf.pages)}


def _name_places(book: Pdf, pages: Sequence[Page], places: Iterable[tuple[int, Any]]) -> None:
    """The places of all parts by name, sorted as a tree of names must be (ISO 32000-1, 7.9.6)."""
    named = {
        name.encode(): Array((pages[first + number].obj, *where))
        for first, some in places
        for name, number, where in some
    }
    listed = [one for name in sorted(named) for one in (String(name), named[name])]
    book.Root.Names = Dictionary(Dests=Dictionary(Names=Array(listed)))


def _bookmark(book: Pdf, pages: Sequence[Page], parts: Iterable[tuple[JoinedPart, int, Sequence[_Mark]]]) -> None:
    """The bookmarks of all parts; those of a part that goes on, below the last before it."""
    del book.Root.Outlines
    with book.open_outline() as outline:
        for part, first, marks in parts:
            into = outline.root[-1].children if part.goes_on else outline.root
            into.extend(_item(mark, pages, first) for mark in marks)


def _item(mark: _Mark, pages: Sequence[Page], first: int) -> OutlineItem:
    item = OutlineItem(mark.title, Array((pages[first + mark.page].obj, *mark.place)))
    item.is_closed = mark.closed
    item.children.extend(_item(below, pages, first) for below in mark.below)
    return item
