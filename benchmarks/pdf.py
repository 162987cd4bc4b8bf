"""The whole handbook as PDF, beside WeasyPrint and Chromium on the same HTML, and mkdocs-to-pdf on the same pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builder import clock
from builder.check.checker import check
from builder.edition.edition import Edition
from builder.load.folder import Folder
from builder.model.kinds import KINDS
from builder.pdf.book import book_html
from pypdf import PdfReader

from benchmarks.measuring import Row, best, python, took
from benchmarks.municipalities import HANDBOOK
from benchmarks.site import stock_site

SLUG = "risor"
#: The bars: times as many pages a second as a straight run, and as mkdocs-to-pdf.
FASTER, MUCH_FASTER = 1.3, 3.0
CHROMIUM = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
STRAIGHT = """
import sys, weasyprint
from builder.resources import TEMPLATES
base = (TEMPLATES / "book").as_uri() + "/"
weasyprint.HTML(filename=sys.argv[1], base_url=base).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1", pdf_tags=True)
"""
OURS = """
import sys
from pathlib import Path
from builder import clock
from builder.check.checker import check
from builder.edition.edition import Edition
from builder.load.folder import Folder
from builder.model.kinds import KINDS
from builder.pdf.book import book_html, print_book
handbook = check(Folder(Path(sys.argv[1]), KINDS).load(sys.argv[2]), clock.today()).handbook
print_book(book_html(Edition(handbook)), Path(sys.argv[3]))
"""


def measure(folder: Path, _size: int) -> Iterator[Row]:
    """One book from YAML, the same HTML through others, and the same Markdown through a plugin of MkDocs."""
    html, straight, ours = folder / "book.html", folder / "straight.pdf", folder / "ours.pdf"
    html.write_text(
        book_html(Edition(check(Folder(HANDBOOK, KINDS).load(SLUG), clock.today()).handbook)), encoding="utf-8"
    )
    theirs = best([took(python("-c", STRAIGHT, html, straight)) for _ in "12"])
    made = best([took(python("-c", OURS, HANDBOOK, SLUG, ours)) for _ in "12"])
    pages = len(PdfReader(ours).pages)
    yield Row("pages", pages, "pages")
    yield Row("straight WeasyPrint on the same HTML", pages / theirs.processor, "pages/s", note=str(theirs))
    yield Row("the book, from YAML to PDF", pages / made.processor, "pages/s", note=str(made))
    yield Row("against straight", theirs.processor / made.processor, "times", at_least=FASTER)
    yield from _chromium(folder, html)
    yield from _plugin(folder / "plugin", pages / made.processor)


def _chromium(folder: Path, html: Path) -> Iterator[Row]:
    """Without our styles for paper, which it cannot all read; it numbers no pages in the contents."""
    printed = folder / "chromium.pdf"
    took_it = took([*CHROMIUM, f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={printed}", html.as_uri()])
    pages = len(PdfReader(printed).pages)
    yield Row("Chromium on the same HTML", pages / took_it.processor, "pages/s", note=f"{took_it}, {pages} pages")


def _plugin(folder: Path, ours: float) -> Iterator[Row]:
    """What is measured is both of what it makes, site and PDF, less the site alone."""
    stock_site(folder)
    build = python("-m", "mkdocs", "build", "--quiet", "-f", folder / "mkdocs.yml")
    site = took(build)
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("- search", "- search\n- to-pdf: {output_path: book.pdf}")
    settings.write_text(text, encoding="utf-8")
    both = took(build)
    pages = len(PdfReader(folder / "site" / "book.pdf").pages)
    theirs = pages / (both.processor - site.processor)
    yield Row("mkdocs-to-pdf on the same Markdown", theirs, "pages/s", note=f"{both}, {pages} pages, untagged")
    yield Row("against mkdocs-to-pdf", ours / theirs, "times", at_least=MUCH_FASTER)
