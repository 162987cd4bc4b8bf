"""The whole handbook as one PDF, from the same pages as the site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import weasyprint
from markupsafe import Markup

from builder.edition.edition import Edition
from builder.facts.ring_now import ring_now
from builder.gc import without_garbage_collection
from builder.i18n import N_, translate_key
from builder.pdf.codes import content_code, qr_code
from builder.pdf.links import BookLinks, WebLinks, page_anchor
from builder.pdf.numbering import settled
from builder.pdf.writer import UNIVERSAL, Standard, identifier, own_files
from builder.render.paper import PaperRenderer
from builder.render.renderer import environment
from builder.resources import TEMPLATES
from builder.views.page import Chapter, Medium, Page


@dataclass(frozen=True, slots=True)
class BookPage:
    """A page as it goes into the book."""

    title: str
    anchor: str
    template: str
    html: Markup


@dataclass(frozen=True, slots=True)
class BookChapter:
    """A chapter as it goes into the book; its first page carries the chapter's heading, and the code leads to it."""

    title: str
    pages: tuple[BookPage, ...]
    qr: Markup | None


def print_book(html: str, target: Path, standard: Standard = UNIVERSAL) -> int:
    """Writes the book as PDF and returns the number of its pages. The same HTML gives the same bytes."""
    with without_garbage_collection():
        document = settled(html, lambda numbered: _laid_out(numbered, standard))
        document.write_pdf(target, finisher=standard.finish, pdf_identifier=identifier(html), **standard.options)
    return len(document.pages)


def _laid_out(html: str, standard: Standard) -> weasyprint.Document:
    source = weasyprint.HTML(string=html, base_url=(TEMPLATES / "book").as_uri() + "/", url_fetcher=own_files())
    return source.render(**standard.options)


def book_html(edition: Edition) -> str:
    """The book as one HTML document."""
    handbook, book = edition.handbook, edition.chapters(Medium.BOOK)
    links = BookLinks([page.path for chapter in book for page in chapter.pages])
    leading, following = PaperRenderer(edition, links), PaperRenderer(edition, links, shift=1)
    web = WebLinks(handbook.municipality.website, edition.language.code)
    made = [_chapter(chapter, leading, following, web) for chapter in book]
    # The table of contents and the cover are in the reader's language too.
    env = environment(edition.language, TEMPLATES / "book")
    env.globals["named"] = edition.rows.named
    return env.get_template("book.html.j2").render(
        ring=ring_now(handbook),
        municipality=handbook.municipality,
        notice=edition.notice,
        language=edition.language.code,
        today=handbook.today,
        chapters=made,
        code=content_code("".join(page.html for chapter in made for page in chapter.pages)),
    )


def _chapter(chapter: Chapter, leading: PaperRenderer, following: PaperRenderer, web: WebLinks) -> BookChapter:
    first, *others = chapter.pages
    address = web.href(first, first.place) if first.medium is Medium.EVERYWHERE else None
    return BookChapter(
        leading.translate(chapter.title),
        (_page(first, leading), *(_page(page, following) for page in others)),
        qr_code(address, leading.translate(N_("QR-kode til siden på nettet"))) if address else None,
    )


def _page(page: Page, renderer: PaperRenderer) -> BookPage:
    title = translate_key(page.title, renderer.translate)
    return BookPage(title, page_anchor(page.path), page.template, renderer.html(page))
