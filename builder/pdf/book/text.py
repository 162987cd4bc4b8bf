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
#: How many letters a part has at most, where its pages allow: about twelve pages of paper. What is set together is set
#: again together; but each part begins on a new page.
LETTERS = 65_000
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
        return [Part(front), *(part for some in _together(self.chapters) for part in self._parts(some))]

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

    def _parts(self, some: Sequence[BookChapter]) -> Iterator[Part]:
        if len(some) > 1:
            yield Part(Markup("\n").join(self._set(one.pages, one) for one in some))
            return
        (chapter,) = some
        for number, pages in enumerate(_shares(chapter)):
            yield Part(self._set(pages, None if number else chapter), goes_on=number > 0)

    def _set(self, pages: Sequence[BookPage], begun: BookChapter | None) -> Markup:
        """Pages of a chapter, with its heading where it begins here."""
        first = pages[:1] if begun else ()
        return self._render(
            "chapter.html.j2", qr=begun and begun.qr, first=first[0] if first else None, pages=pages[len(first) :]
        )


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


def _together(chapters: Sequence[BookChapter]) -> Iterator[Sequence[BookChapter]]:
    """Chapters that follow each other and make one part together; those that are long stand alone."""
    some: list[BookChapter] = []
    for chapter in chapters:
        if some and sum(one.letters for one in some) + chapter.letters > LETTERS:
            yield some
            some = []
        some.append(chapter)
    yield some


def _shares(chapter: BookChapter) -> Iterator[Sequence[BookPage]]:
    """The pages of a chapter in parts that are about as long."""
    shares = -(-chapter.letters // LETTERS)
    read, mine = 0.0, list[BookPage]()
    for page in chapter.pages:
        if mine and read * shares >= chapter.letters:
            yield mine
            read, mine = read - chapter.letters / shares, []
        mine.append(page)
        read += page.letters
    yield mine
