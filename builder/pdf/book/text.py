"""What the book says, as HTML: what stands before the chapters, the chapters in parts, and what is around the pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from builder.edition.edition import Edition
from builder.facts.ring_now import ring_now
from builder.i18n import N_, translate_key
from builder.pdf.codes import content_code, qr_code
from builder.pdf.links import BookLinks, WebLinks, page_anchor
from builder.render.paper import PaperRenderer
from builder.render.renderer import environment
from builder.resources import TEMPLATES
from builder.views.page import Chapter, Medium, Page

BOOK = TEMPLATES / "book"
#: How many letters a part has at most, where its pages allow: about twenty-three pages of paper. What is set together
#: is set again together; but each part begins on a new page.
LETTERS = 160_000
#: What the book is set with, of what lies below `templates/`.
STYLES = ("static/assets/fonts.css", "print/letters.css", "print/records.css", "book/book.css")


@dataclass(frozen=True, slots=True)
class BookPage:
    """A page as it goes into the book, and how many letters it has."""

    title: str
    anchor: str
    template: str
    html: Markup
    letters: int


@dataclass(frozen=True, slots=True)
class BookChapter:
    """A chapter as it goes into the book; its first page carries the chapter's heading, and the code leads to it."""

    title: str
    pages: tuple[BookPage, ...]
    qr: Markup | None

    @property
    def letters(self) -> int:
        """How many it has."""
        return sum(page.letters for page in self.pages)


#: Pages of a chapter that are set together.
Piece = tuple[BookChapter, Sequence[BookPage]]


@dataclass(frozen=True, slots=True)
class Part:
    """What is set together, as the content of a document: chapters, or pages of one that was begun before."""

    html: Markup
    goes_on: bool = False


class BookText:
    """The book of one edition."""

    def __init__(self, edition: Edition) -> None:
        handbook = edition.handbook
        self._edition = edition
        self._environment = environment(edition.language, BOOK)
        self._environment.globals |= {
            "named": edition.rows.named,
            "municipality": handbook.municipality,
            "whose": edition.language.translate("{name} kommune").format(name=handbook.municipality.name),
            "notice": edition.notice,
            "language": edition.language.code,
            "today": handbook.today,
        }

    @cached_property
    def chapters(self) -> Sequence[BookChapter]:
        """All that is in the book, in order."""
        edition, book = self._edition, self._edition.chapters(Medium.BOOK)
        links = BookLinks([page.path for chapter in book for page in chapter.pages])
        leading, following = PaperRenderer(edition, links), PaperRenderer(edition, links, shift=1)
        web = WebLinks(edition.handbook.municipality.website, edition.language.code)
        return [_chapter(chapter, leading, following, web) for chapter in book]

    @cached_property
    def parts(self) -> Sequence[Part]:
        """The book in the parts that are set each by itself. The first is all that stands before the chapters."""
        front = self._render("front.html.j2", ring=ring_now(self._edition.handbook), chapters=self.chapters)
        return [Part(front), *map(self._part, _cut(self.chapters))]

    @cached_property
    def code(self) -> str:
        """Tells the book from one that says something else."""
        return content_code("".join(page.html for chapter in self.chapters for page in chapter.pages))

    @property
    def html(self) -> str:
        """The whole book as one document."""
        content = [part.html for part in self.parts]
        return self._document("book", content, dated=True, code=self.code, styles=[f"../{name}" for name in STYLES])

    def part(self, part: Part) -> str:
        """A part as a document. The first says when it is of, and the whole book is what it says of itself."""
        return self._document("part", [part.html], dated=part is self.parts[0])

    def around(self, heads: Sequence[str], total: int) -> str:
        """What stands around the pages of a book of so many, as a document with one for each chapter at their head."""
        return self._document("frame", (), code=self.code, around=heads, total=total)

    def _document(self, sort: str, content: Sequence[Markup], **given: object) -> str:
        return str(self._render("book.html.j2", sort=sort, content=content, **given))

    def _render(self, template: str, **given: object) -> Markup:
        known: dict[str, object] = {"dated": False, "code": "", "styles": (), "around": ()}
        # Its values were escaped when it was made.
        return Markup(self._environment.get_template(template).render(known | given))  # noqa: S704

    def _part(self, pieces: Sequence[Piece]) -> Part:
        html = Markup("\n").join(self._set(chapter, pages) for chapter, pages in pieces)
        return Part(html, goes_on=not _begins(*pieces[0]))

    def _set(self, chapter: BookChapter, pages: Sequence[BookPage]) -> Markup:
        """Pages of a chapter, with its heading where it begins here."""
        first = pages[0] if _begins(chapter, pages) else None
        qr, others = (chapter.qr, pages[1:]) if first else (None, pages)
        return self._render("chapter.html.j2", qr=qr, first=first, pages=others)


def book_html(edition: Edition) -> str:
    """The book as one HTML document."""
    return BookText(edition).html


def _chapter(chapter: Chapter, leading: PaperRenderer, following: PaperRenderer, web: WebLinks) -> BookChapter:
    first, *others = chapter.pages
    address = web.href(first, first.place) if first.medium is Medium.EVERYWHERE else None
    return BookChapter(
        leading.translate(chapter.title),
        (_page(first, leading), *(_page(page, following) for page in others)),
        qr_code(address, leading.translate(N_("QR-kode til siden på nettet"))) if address else None,
    )


def _page(page: Page, renderer: PaperRenderer) -> BookPage:
    html = renderer.html(page)
    title = translate_key(page.title, renderer.translate)
    return BookPage(title, page_anchor(page.path), page.template, html, len(html.striptags()))


def _begins(chapter: BookChapter, pages: Sequence[BookPage]) -> bool:
    return pages[0] is chapter.pages[0]


def _cut(chapters: Sequence[BookChapter]) -> Iterator[Sequence[Piece]]:
    """The book in parts: chapters that follow each other, and shares of one that is long."""
    waiting: list[Piece] = []
    for chapter in chapters:
        before = sum(one.letters for one, _ in waiting)
        if chapter.letters <= LETTERS < before + chapter.letters:
            yield waiting
            waiting, before = [], 0
        first, *others = _shares(chapter, before)
        waiting.append((chapter, first))
        for share in others:
            yield waiting
            waiting = [(chapter, share)]
        if others:  # what is below its last bookmark is of this chapter alone
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _shares(chapter: BookChapter, before: int) -> Iterator[Sequence[BookPage]]:
    """The pages of a chapter in shares of about one length; the first with what is set before it."""
    size = (before + chapter.letters) / -(-chapter.letters // LETTERS)
    read, mine = float(before), list[BookPage]()
    for page in chapter.pages:
        if mine and read >= size:
            yield mine
            read, mine = read - size, []
        mine.append(page)
        read += page.letters
    yield mine
