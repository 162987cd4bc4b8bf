"""The whole handbook as PDF, beside WeasyPrint on the same HTML, and what others make of it."""

from __future__ import annotations

import shutil
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
from benchmarks.measuring import Row, Took, python, took
from benchmarks.municipalities import HANDBOOK

SLUG = "risor"
#: The bars: times as many pages a second as a straight run; times as fast in two processes; what one changed record
#: costs of the whole; and MiB a process.
FASTER, TWO, ONE_RECORD, MEMORY = 1.6, 1.8, 0.25, 400.0
#: A record of the municipality's own, and what is changed in it.
CHANGED = ("services/ppt.yml", "summary: >-\n", "summary: >-\n  Ny setning.\n")
#: The numbers of pages, as WeasyPrint finds them itself.
NUMBERS = """
.contents a[href^="#"]::after, .hb-keywords a[href^="#"]::after, .hb-at[href^="#"]::after {
  content: target-counter(attr(href url), page) }
.hb-list > li > a[href^="#"]::after, .hb-links a[href^="#"]::after, .hb-choices a[href^="#"]::after,
.hb-needs a[href^="#"]::after { content: " (s. " target-counter(attr(href url), page) ")" }
"""
STRAIGHT = """
import sys, weasyprint
from builder.resources import TEMPLATES
base = (TEMPLATES / "book").as_uri() + "/"
styles = [weasyprint.CSS(string=sys.argv[3])]
html = weasyprint.HTML(filename=sys.argv[1], base_url=base)
html.write_pdf(sys.argv[2], stylesheets=styles, pdf_variant="pdf/ua-1", pdf_tags=True)
"""
OURS = """
import sys
from pathlib import Path
from builder import clock
from builder.cache.kept import Kept
from builder.cache.store import Store
from builder.check.checker import check
from builder.edition.edition import Edition
from builder.executors import executor
from builder.load.folder import Folder
from builder.model.kinds import KINDS
from builder.pdf.book.known import known_parts, remember
from builder.pdf.book.printing import print_book
from builder.pdf.book.text import BookText
handbook, slug, target, store, processes = sys.argv[1:]
edition = Edition(check(Folder(Path(handbook), KINDS).load(slug), clock.today()).handbook)
kept = Kept(Store(Path(store)), "parts")
with executor(int(processes)) as workers:
    printed = print_book(BookText(edition), Path(target), workers=workers, known=known_parts(kept))
remember(printed.parts, kept)
"""


def measure(folder: Path, _size: int) -> Iterator[Row]:
    """One book from YAML, the same HTML through others, and the same Markdown through a plugin of MkDocs."""
    html, straight = folder / "book.html", folder / "straight.pdf"
    edition = Edition(check(Folder(HANDBOOK, KINDS).load(SLUG), clock.today()).handbook)
    html.write_text(book_html(edition), encoding="utf-8")
    plain, theirs = (took(python("-c", STRAIGHT, html, straight, styles)) for styles in ("", NUMBERS))
    alone = _ours(HANDBOOK, folder / "alone", 1)
    pages = len(PdfReader(folder / "alone.pdf").pages)
    yield Row("pages", pages, "pages")
    yield Row("straight WeasyPrint on the same HTML", pages / theirs.processor, "pages/s", note=str(theirs))
    yield Row("without the numbers of pages", pages / plain.processor, "pages/s", note=str(plain))
    yield Row("the book, from YAML to PDF", pages / alone.processor, "pages/s", note=str(alone))
    yield Row("against straight", theirs.processor / alone.processor, "times", at_least=FASTER)
    yield Row("against straight without numbers", plain.processor / alone.processor, "times")
    yield Row("memory of a process", alone.mebibytes, "MiB", at_most=MEMORY)
    yield from _side_by_side_and_again(folder, alone)
    yield from contenders.books(folder, html, alone, pages)


def _ours(handbook: Path, target: Path, processes: int) -> Took:
    """Prints the book beside a folder with what is remembered of it, and in it."""
    pdf = target.with_suffix(".pdf")
    return took(python("-c", OURS, handbook, SLUG, pdf, target, str(processes)), one_core=processes == 1)


def _side_by_side_and_again(folder: Path, alone: Took) -> Iterator[Row]:
    """In two processes, where nothing is to be set again, and after a change of one record."""
    two = _ours(HANDBOOK, folder / "two", 2)
    yield Row("in two processes, by the clock", alone.seconds / two.seconds, "times", at_least=TWO, note=str(two))
    again = _ours(HANDBOOK, folder / "two", 1)
    yield Row("the same again", again.processor / alone.processor, "of the whole", note=str(again))
    handbook = folder / "handbook"
    shutil.copytree(HANDBOOK, handbook)
    file, before, after = CHANGED
    record = handbook / SLUG / file
    record.write_text(record.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")
    changed = _ours(handbook, folder / "two", 1)
    share = changed.processor / alone.processor
    yield Row("one record changed", share, "of the whole", at_most=ONE_RECORD, note=str(changed))
