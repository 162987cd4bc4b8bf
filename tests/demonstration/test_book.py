"""The printed books, read back by two readers of PDF."""

from __future__ import annotations

import functools
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from builder import clock, prose
from builder.check.checker import check
from builder.edition.edition import Edition
from builder.facts.audience import for_audience
from builder.load.folder import Folder
from builder.model.audience import Audience
from builder.model.handbook import Handbook
from builder.model.kinds import KINDS
from builder.pdf.book import book_html

from tests.completeness import share_lost, texts_not_in
from tests.demonstration.conftest import MUNICIPALITIES, ROOT
from tests.pdf.structure import faults
from tests.pdf_reading import text_of
from tests.support import TODAY, Document

#: Where what stands first on a page begins, in points from the foot of it.
TOP = 770


@functools.cache
def handbook(slug: str) -> Handbook:
    return check(Folder(ROOT / "handbook", KINDS).load(slug), TODAY).handbook


@functools.cache
def html(slug: str) -> str:
    """The book before it is set on pages, as it was when the site was built."""
    found = check(Folder(ROOT / "handbook", KINDS).load(slug), clock.today()).handbook
    return book_html(Edition(for_audience(found, Audience.INTERNAL)))


@functools.cache
def reader(path: Path) -> pypdf.PdfReader:
    return pypdf.PdfReader(path)


@functools.cache
def texts(path: Path) -> list[str]:
    """The text of each page as poppler reads it, column by column."""
    return text_of(path)


@pytest.fixture(params=MUNICIPALITIES)
def slug(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def book(site: Path, slug: str) -> Path:
    return site / slug / f"handbok-{slug}.pdf"


def bookmarks(pdf: pypdf.PdfReader, deepest: int = 9) -> Iterator[tuple[str, int, float]]:
    """Each with the number of its page, from 0, and how far up the page it leads, in points; no deeper than asked for."""

    def walk(items: list[object], depth: int = 1) -> Iterator[tuple[str, int, float]]:
        for item in items:
            if isinstance(item, list):
                yield from walk(item, depth + 1)
            elif depth <= deepest:
                page = pdf.get_destination_page_number(item)  # type: ignore[arg-type]
                yield item.title, page, float(item.top)  # type: ignore[attr-defined]

    yield from walk(pdf.outline)  # type: ignore[arg-type]


def titles_and_pages(pdf: pypdf.PdfReader, deepest: int = 9) -> list[tuple[str, int]]:
    """The bookmarks with the numbers of their pages, from 0; no deeper than asked for."""
    return [(title, page) for title, page, _ in bookmarks(pdf, deepest)]


def test_the_book_is_tagged_and_says_its_title_and_language(book: Path, slug: str) -> None:
    pdf = reader(book)
    root = pdf.trailer["/Root"]
    assert root["/Lang"] == "nb"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert pdf.metadata is not None
    assert pdf.metadata.title == handbook(slug).municipality.title
    assert faults(pdf) == []
    information = subprocess.run(["pdfinfo", str(book)], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Tagged:\s+yes", information)
    assert re.search(r"Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)", information)


def test_bookmarks_lead_to_the_page_that_carries_the_title(book: Path) -> None:
    marks = titles_and_pages(reader(book))
    assert len(marks) > 200
    for title, page in marks:
        assert " ".join(title.split()) in texts(book)[page], f"«{title}» is not on page {page + 1}"


def test_page_numbers_in_the_contents_are_right(book: Path) -> None:
    contents = " ".join(texts(book)[1:4]).split("Innhold", 1)[1]
    checked = 0
    first_pages: dict[str, int] = {}
    for title, page in titles_and_pages(reader(book), deepest=2):
        if title != "Ring nå":  # stands before the contents
            first_pages.setdefault(title, page)
    for title, page in first_pages.items():
        listed = re.findall(rf"(?:^ ?|\d ){re.escape(' '.join(title.split()))} (\d+)(?!\S)", contents)
        if listed:
            checked += 1
            assert str(page + 1) in listed, f"«{title}» is on page {page + 1}, not {listed}"
    assert checked > 60


def test_the_index_leads_to_the_pages_that_hold_the_words(book: Path, slug: str) -> None:
    starts = [page for title, page in titles_and_pages(reader(book), deepest=1) if title == "Stikkord"]
    index = " ".join(texts(book)[starts[0] :])
    looked_up = 0
    for term in handbook(slug).terms:
        for word in (term.term, *term.abbreviations):
            # Longer entries may end in the same word, so one of those found must be right.
            listed = re.findall(rf"(?<!\S){re.escape(word)} ((?:\d+, )*\d+)(?!\S)", index)
            pages = [texts(book)[int(number) - 1] for numbers in listed for number in numbers.split(", ")]
            looked_up += bool(pages)
            assert not pages or any(word.casefold() in page.casefold() for page in pages), word
    assert looked_up > 60


def test_every_record_is_in_the_book(book: Path, slug: str) -> None:
    everything = " ".join(texts(book))
    data = handbook(slug)
    wanted = [s.name for s in data.services] + [f.name for f in data.forums] + [r.title for r in data.rules]
    wanted += (
        [p.title for p in data.pathways] + [step.title for _, step in data.steps()] + [f.title for f in data.forms]
    )
    wanted += (
        [t.term for t in data.terms] + [contact.role for _, contact in data.contacts] + [r.name for r in data.roles]
    )
    wanted += [prose.plain(s.summary)[:60] for s in data.services] + [e.name for e in data.emergency]
    missing = [text for text in wanted if " ".join(text.split()) not in everything]
    assert missing == []
    assert len(wanted) > 350


def test_every_text_of_every_record_is_to_be_printed(slug: str) -> None:
    assert texts_not_in(handbook(slug), [Document(html(slug)).text]) == []


def test_what_is_to_be_printed_is_on_the_pages(book: Path, slug: str) -> None:
    # A word that is broken at the end of a line is read as two.
    assert share_lost(html(slug), texts(book)) < 0.006


def test_the_book_is_short_enough_to_be_printed(book: Path) -> None:
    assert len(reader(book).pages) <= 160


def test_no_page_but_the_last_of_a_part_is_nearly_empty(book: Path) -> None:
    few = [number for number, text in enumerate(texts(book)[1:-1], start=1) if len(text) < 900]
    begun = {page for _, page, up in bookmarks(reader(book)) if up > TOP}
    assert [number for number in few if number + 1 not in begun] == []
    assert len(few) < 4


def test_every_page_after_the_cover_says_what_it_is_and_how_old(book: Path, slug: str) -> None:
    municipality = handbook(slug).municipality
    for number, text in enumerate(texts(book)[1:], start=2):
        assert "Demonstrasjonsdata" in text, f"page {number}"
        assert f"{municipality.name} kommune" in text, f"page {number}"
        assert "skrevet ut" in text, f"page {number}"
        assert f"{number} / {len(reader(book).pages)}" in text, f"page {number}"
    assert "Demonstrasjon" in texts(book)[0]


def test_each_chapter_has_a_code_that_leads_to_its_page(book: Path, slug: str) -> None:
    website = handbook(slug).municipality.website
    assert website
    drawn = html(slug).count("<title>QR-kode til siden på nettet</title>")
    assert drawn > 15
    assert re.search(r"kode [0-9a-f]{8}", texts(book)[1])


def test_links_inside_the_book_resolve(book: Path) -> None:
    pdf = reader(book)
    names = set(pdf.named_destinations)
    inside = 0
    for page in pdf.pages:
        for annotation in page.get("/Annots", ()):
            link = annotation.get_object()
            target = link.get("/Dest") or link.get("/A", {}).get("/D")
            if isinstance(target, str):
                inside += 1
                assert target in names
    assert inside > 1000


def test_norwegian_letters_come_out_as_text(book: Path) -> None:
    everything = " ".join(texts(book))
    for word in ("bekymret", "møteplass", "språk", "særlig", "«", "–", "§"):
        assert word in everything
    assert "\ufffd" not in everything


def test_fonts_are_embedded(book: Path) -> None:
    listed = subprocess.run(["pdffonts", str(book)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert listed
    for line in listed:
        assert "Source-Sans" in line.replace("SourceSans", "Source-Sans"), line
        assert re.search(r"yes\s+yes\s+yes", line), line
