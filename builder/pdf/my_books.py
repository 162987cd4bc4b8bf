"""The books of workplaces and places: each page is laid out once, and bound in all the books it is in.

A page of the handbook looks the same whatever book it is in, so that what it names on other pages are words. What
differs from book to book stands around it, with its number, and is laid out for each: a frame of empty pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path

import weasyprint
from markupsafe import Markup
from weasyprint.formatting_structure.boxes import LineBox

from builder.cache.prints import Print, Prints
from builder.edition.edition import Edition
from builder.facts.ring_now import ring_now
from builder.gc import throwing_away, without_garbage_collection
from builder.i18n import N_, translate_key
from builder.pdf.anchors import pages_of
from builder.pdf.codes import content_code, qr_code
from builder.pdf.layers import Layer, LayeredPage
from builder.pdf.links import LeafLinks, WebLinks, page_anchor
from builder.pdf.writer import UNIVERSAL, Standard, Writer, identifier
from builder.render.paper import LeafRenderer
from builder.render.renderer import environment
from builder.resources import TEMPLATES
from builder.views.my_book import A4, A5, MyBook, Part, Section
from builder.views.page import Page

PAPERS = (A4, A5)
#: What the number of pages must divide by, so that it can be folded.
_FOLDED = {A4: 1, A5: 4}
#: A last page that is filled less than this looks lost.
_FEW_LINES = 0.2
#: How such pages are set instead, where that saves the page: the first that does.
_CLOSER = ("close", "close closest")
_TITLE = N_("Min bok: {name}")
_SPAN, _ONE_PAGE = N_("side {first}–{last}"), N_("side {first}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: what it leads to, and the number of its page."""

    title: str
    anchor: str
    page: int


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """A part in the contents, with the pages one prints to have it alone, and how many they are."""

    entry: Entry
    pages: str
    count: int
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class _Leaf:
    """Pages of the handbook on paper, one after the other: each with its place, and the sheets they take."""

    starts: Sequence[Entry]
    pages: Sequence[Layer]


class Bindery:
    """Binds the books of one edition on one paper."""

    def __init__(self, edition: Edition, paper: str, standard: Standard = UNIVERSAL) -> None:
        self._edition, self._paper, self._standard = edition, paper, standard
        self._web = WebLinks(edition.handbook.municipality.website, edition.language.code)
        self._renderer = LeafRenderer(edition, LeafLinks())
        self._templates = environment(edition.language, TEMPLATES / "book")
        self._templates.globals |= self._known()
        self._texts: dict[tuple[str, str], Markup] = {}
        self._leaves: dict[tuple[tuple[str, str], ...], _Leaf] = {}
        self._numbered: dict[int, list[Layer]] = {}
        self._first_pages = 1

    def _known(self) -> dict[str, object]:
        edition, municipality = self._edition, self._edition.handbook.municipality
        return {
            "municipality": municipality,
            "whose": edition.language.translate(N_("{name} kommune")).format(name=municipality.name),
            "named": edition.rows.named,
            "notice": edition.notice,
            "today": edition.handbook.today,
            "ring": ring_now(edition.handbook),
            "language": edition.language.code,
            "paper": self._paper,
        }

    def all_renewed(self, books: Sequence[MyBook], folder: Path, published: Prints) -> list[Print]:
        """The books among some that are made for this paper. The same edition gives the same bytes."""
        made = (book for book in books if book.is_made_for(self._paper))
        with without_garbage_collection():
            return [one for book in made for one in self.renewed(book, folder, published)]

    def renewed(self, book: MyBook, folder: Path, published: Prints) -> list[Print]:
        """The book, taken from what is published where it would be the same."""
        file = book.file(self._paper)
        made_from = self._standard.made_from(self._paper, self.html(book))
        return published.renewed([file], made_from, folder, lambda: self.write(book, folder / file))

    def html(self, book: MyBook) -> str:
        """What is in the book, before it is laid out and its pages have numbers."""
        return "\n".join((self._front_html(book, ()), *self._bodies(book)))

    def _bodies(self, book: MyBook) -> Iterator[Markup]:
        return (self._text(page) for section in book.sections for page in section.pages)

    @throwing_away()
    def write(self, book: MyBook, target: Path) -> int:
        """Writes the book and returns how many pages it has."""
        bound = [self._leaves_of(section) for section in book.sections]
        front, entries = self._front(book, bound)
        pages = [*Layer.all_of(front), *(page for leaves in bound for leaf in leaves for page in leaf.pages)]
        pages += self._notes[: -len(pages) % _FOLDED[self._paper]]
        around = self._around(book, len(front.pages), entries, len(pages))
        numbers = self._numbers(len(pages))
        document = front.copy([*map(LayeredPage, pages, around, numbers)])
        target.parent.mkdir(parents=True, exist_ok=True)
        identity = identifier(self._paper + self.html(book))
        self._writer.write(document, target, identity)
        return len(pages)

    def _title(self, book: MyBook) -> str:
        translate = self._edition.language.translate
        return translate(_TITLE).format(name=translate_key(book.name, translate))

    def _text(self, page: Page) -> Markup:
        """A page as HTML, made once."""
        key = (page.path, page.title)
        if key not in self._texts:
            self._texts[key] = self._renderer.html(page)
        return self._texts[key]

    def _leaves_of(self, section: Section) -> list[_Leaf]:
        """The pages of a part. In a book that is folded they follow each other; loose ones can be taken out alone."""
        if self._paper == A5:
            return [self._leaf(section.pages)]
        return [self._leaf((page,)) for page in section.pages]

    def _leaf(self, pages: tuple[Page, ...]) -> _Leaf:
        """Pages as laid out, once for all books that have the same."""
        key = tuple((page.path, page.title) for page in pages)
        if key not in self._leaves:
            document = self._set(pages)
            stands = pages_of(document)
            starts = [Entry(self._said(one), page_anchor(one.path), stands[page_anchor(one.path)]) for one in pages]
            self._leaves[key] = _Leaf(starts, Layer.all_of(document))
        return self._leaves[key]

    def _set(self, pages: Sequence[Page]) -> weasyprint.Document:
        """Pages as they are set: closer, where a few lines would go on overleaf that there is room for then."""
        document = self._set_as(pages)
        if len(document.pages) > 1 and _share_filled(document.pages[-1]) < _FEW_LINES:
            closer = (self._set_as(pages, look) for look in _CLOSER)
            return next((one for one in closer if len(one.pages) < len(document.pages)), document)
        return document

    def _set_as(self, pages: Sequence[Page], look: str = "") -> weasyprint.Document:
        made = [BookLeaf(page.template, self._text(page)) for page in pages]
        return self._writer.lay_out(self._templates.get_template("leaf.html.j2").render(pages=made, look=look))

    def _said(self, page: Page) -> str:
        return translate_key(page.title, self._renderer.translate)

    def _front(self, book: MyBook, bound: Sequence[Sequence[_Leaf]]) -> tuple[weasyprint.Document, list[SectionEntry]]:
        """The first pages, and the contents they tell.

        How many they are themselves is seen when they are laid out, and is seldom another than for the book before.
        """
        expected = self._first_pages
        entries = list(self._entries(book, bound, expected))
        front = self._laid_out(book, entries)
        self._first_pages = len(front.pages)
        if self._first_pages != expected:  # the numbers take no room of their own: once more is enough
            entries = list(self._entries(book, bound, self._first_pages))
            front = self._laid_out(book, entries)
        return front, entries

    def _laid_out(self, book: MyBook, entries: Sequence[SectionEntry]) -> weasyprint.Document:
        return self._writer.lay_out(self._front_html(book, entries))

    def _entries(self, book: MyBook, bound: Sequence[Sequence[_Leaf]], before: int) -> Iterator[SectionEntry]:
        translate = self._edition.language.translate
        for section, leaves in zip(book.sections, bound, strict=True):
            ends = list(accumulate((len(leaf.pages) for leaf in leaves), initial=before))
            rows = [
                Entry(one.title, one.anchor, end + one.page)
                for leaf, end in zip(leaves, ends, strict=False)
                for one in leaf.starts
            ]
            span = _SPAN if ends[-1] > before + 1 else _ONE_PAGE
            pages = translate(span).format(first=before + 1, last=ends[-1])
            first = Entry(translate_key(section.title, translate), rows[0].anchor, before + 1)
            yield SectionEntry(first, pages, ends[-1] - before, rows if section.part is Part.SITUATIONS else ())
            before = ends[-1]

    def _front_html(self, book: MyBook, sections: Sequence[SectionEntry]) -> str:
        translate = self._edition.language.translate
        address = self._web.href(next(page for section in book.sections for page in section.pages), book.of)
        return self._templates.get_template("my-book.html.j2").render(
            title=self._title(book),
            sections=sections,
            address=address,
            page_name=translate_key(book.title, translate),
            qr=qr_code(address, translate(N_("QR-kode til siden på nettet"))) if address else None,
        )

    def _code(self, book: MyBook) -> str:
        return content_code("".join(self._bodies(book)))

    def _around(self, book: MyBook, front: int, entries: Sequence[SectionEntry], total: int) -> list[Layer]:
        """What stands around each page of the book but its number: the name of its part, once for each part."""
        names = ["", *(f"{entry.entry.title} · {entry.pages}" for entry in entries)]
        html = self._templates.get_template("frame.html.j2").render(
            title=self._title(book), code=self._code(book), parts=names
        )
        unnamed, *named = Layer.margins_of(self._writer.lay_out(html))
        around = [unnamed] * front
        for frame, entry in zip(named, entries, strict=True):
            around += [frame] * entry.count
        return around + [unnamed] * (total - len(around))

    def _numbers(self, total: int) -> list[Layer]:
        """The number of each page of a book of so many, once for all books that have as many."""
        if total not in self._numbered:
            html = self._templates.get_template("numbers.html.j2").render(pages=total)
            self._numbered[total] = Layer.margins_of(self._writer.lay_out(html))
        return self._numbered[total]

    @cached_property
    def _writer(self) -> Writer:
        book, printed = TEMPLATES / "book", TEMPLATES / "print"
        styles = (printed / "letters.css", printed / "records.css", book / "book.css", book / "my-book.css")
        return Writer(self._standard, TEMPLATES / "static" / "assets" / "fonts.css", *styles)

    @cached_property
    def _notes(self) -> Sequence[Layer]:
        """Pages to write on, to fill a booklet with."""
        return Layer.all_of(self._writer.lay_out(self._templates.get_template("blank.html.j2").render()))


@dataclass(frozen=True, slots=True)
class BookLeaf:
    """What its template is given of a page."""

    template: str
    html: Markup


def _share_filled(page: weasyprint.Page) -> float:
    """How far down its lines go, of the height there is for them."""
    box = page._page_box
    lines = (line.position_y + line.height for line in box.descendants() if isinstance(line, LineBox))
    return float((max(lines, default=0) - box.content_box_y()) / box.height)
