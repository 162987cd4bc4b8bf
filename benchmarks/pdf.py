"""The whole handbook as PDF, beside WeasyPrint on the same HTML, and what others make of it."""

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

from benchmarks import contenders
from benchmarks.measuring import Row, best, python, took
from benchmarks.municipalities import HANDBOOK

SLUG = "risor"
#: The bar: times as many pages a second as a straight run.
FASTER = 1.3
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
    yield from contenders.books(folder, html, pages / made.processor)
