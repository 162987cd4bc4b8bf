"""The printed book of the miniature handbook: accessible, findable, complete, and closed to the outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builder.cache.editions import book_name
from builder.edition.edition import Edition
from builder.model.handbook import Handbook
from builder.views.page import Medium
from pypdf import PdfReader
from pypdf.generic import Destination

from tests.completeness import texts_not_in
from tests.support import SLUG


@pytest.fixture(scope="module")
def book(book_file: Path) -> PdfReader:
    return PdfReader(book_file)


@pytest.fixture(scope="module")
def texts(book: PdfReader) -> list[str]:
    """The text of each page, on one line."""
    return [" ".join(page.extract_text().split()) for page in book.pages]


def outline(book: PdfReader) -> list[tuple[int, str, int]]:
    """Depth, title and page (from 1) of each bookmark."""

    def walk(items: list[Any], depth: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from walk(item, depth + 1)
            elif isinstance(item, Destination):
                number = book.get_destination_page_number(item)
                assert number is not None
                yield depth, str(item.title), number + 1

    return list(walk(book.outline, 0))


def root(book: PdfReader) -> Any:
    return book.trailer["/Root"]


def test_the_file_is_called_after_the_municipality(book_file: Path) -> None:
    assert book_file.name == book_name(SLUG) == "handbok-lillevik.pdf"


# The document


def test_the_document_says_what_it_is(book: PdfReader) -> None:
    metadata = book.metadata
    assert metadata is not None
    assert metadata.title == "Sammen i Lillevik"
    assert metadata.author == "Lillevik kommune"
    assert metadata.subject == "Praksishåndbok for Lillevik kommune"
    assert metadata["/CreationDate"].startswith("D:20261122")


def test_the_document_is_tagged_and_has_a_language(book: PdfReader) -> None:
    assert root(book)["/Lang"] == "nb"
    assert root(book)["/MarkInfo"]["/Marked"] is True or root(book)["/MarkInfo"]["/Marked"] == True  # noqa: E712
    assert "/StructTreeRoot" in root(book)
    assert root(book)["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712


def test_the_document_declares_pdf_ua(book: PdfReader) -> None:
    metadata = root(book)["/Metadata"].get_object().get_data().decode()
    assert re.search(r"pdfuaid:part[^0-9]{1,3}1", metadata)


def tags(book: PdfReader) -> list[str]:
    """The kind of every element in the structure tree, in reading order."""
    found: list[str] = []
    waiting = [root(book)["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop(0).get_object()
        if not isinstance(node, dict):
            continue
        if "/S" in node:
            found.append(str(node["/S"]))
        kids = node.get("/K", [])
        waiting = [*(kids if isinstance(kids, list) else [kids]), *waiting]
    return found


def test_headings_lists_tables_and_links_are_tagged_as_such(book: PdfReader, mini: Handbook) -> None:
    found = tags(book)
    for tag in ("/H1", "/H2", "/H3", "/L", "/LI", "/Table", "/TR", "/TH", "/TD", "/Link", "/P"):
        assert tag in found, tag
    printed = Edition(mini).chapters(Medium.BOOK)
    assert found.count("/H1") == len(printed) + 1  # and the cover


def test_every_font_is_in_the_file(book: PdfReader) -> None:
    for page in book.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = descendant["/FontDescriptor"]
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor), descriptor["/FontName"]
            assert "Source" in descriptor["/FontName"], descriptor["/FontName"]


def test_every_page_is_a4(book: PdfReader) -> None:
    assert {(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in book.pages} == {
        (595, 842)
    }


def test_nothing_in_the_file_runs_or_fetches(book: PdfReader) -> None:
    assert "/OpenAction" not in root(book)
    assert "/AA" not in root(book)
    assert "/AcroForm" not in root(book)
    names = root(book).get("/Names", {})
    assert set(names) <= {"/Dests"}


# The cover and every sheet


def test_the_cover_says_whose_it_is_and_how_long_it_holds(texts: list[str]) -> None:
    for words in (
        "Lillevik kommune",
        "Sammen i Lillevik",
        "Ett barn, ett lag",
        "Demonstrasjon Dette er demonstrasjonsdata.",
        "Utgave 1",
        "Eier Kommunalsjef",
        "Godkjent Ikke godkjent – demonstrasjon",
        "Gjelder til 1. september 2027",
        "Skrevet ut 22. november 2026. Nettsiden gjelder når utskriften er gammel.",
        "Redaktør, redaksjon@lillevik.example",
    ):
        assert words in texts[0], words


def test_every_sheet_after_the_cover_says_when_and_which(texts: list[str]) -> None:
    for number, text in enumerate(texts[1:], start=2):
        assert "Utgave 1 · skrevet ut 22. november 2026 · gjelder til 1. september 2027" in text
        assert "Demonstrasjonsdata – ikke kommunens egen håndbok" in text
        assert "Lillevik kommune · Sammen i Lillevik" in text
        assert f"{number} / {len(texts)}" in text


def test_the_emergency_numbers_come_right_after_the_cover(texts: list[str]) -> None:
    assert "112 Politi Fare for liv og helse" in texts[1]
    assert "116 111 Alarmtelefonen for barn og unge" in texts[1]


# Finding one's way


def test_the_bookmarks_are_the_chapters_and_pages(book: PdfReader, mini: Handbook) -> None:
    top = [title for depth, title, _ in outline(book) if depth == 0]
    second = [title for depth, title, _ in outline(book) if depth == 1]
    expected = Edition(mini).chapters(Medium.BOOK)
    assert top == ["Ring nå", "Innhold", *(chapter.title for chapter in expected)]
    for chapter in expected:
        for page in chapter.pages[1:]:
            assert page.title in second


def test_each_bookmark_leads_to_the_page_where_its_words_stand(book: PdfReader, texts: list[str]) -> None:
    marks = outline(book)
    assert len(marks) > 40
    for _, title, page in marks:
        assert title in texts[page - 1], (title, page)


def contents(texts: list[str]) -> list[tuple[str, int]]:
    """Title and page number of each line of the contents, which end where the first chapter begins."""
    start = texts[1].partition("Innhold ")[2]
    first = int(re.search(r" (\d+)(?= |$)", start)[1])
    pages = [start, *texts[2 : first - 1]]
    listed = " ".join(page.partition("Lillevik kommune ·")[0] for page in pages)
    return [(title.strip(), int(number)) for title, number in re.findall(r"(.+?) (\d+)(?= |$)", listed)]


def test_the_contents_give_the_right_page_of_every_chapter_and_page(
    book: PdfReader, texts: list[str], mini: Handbook
) -> None:
    listed = contents(texts)
    expected = [
        (page.title if number else chapter.title)
        for chapter in Edition(mini).chapters(Medium.BOOK)
        for number, page in enumerate(chapter.pages)
    ]
    assert [title for title, _ in listed] == expected
    pages = {title: page for depth, title, page in reversed(outline(book)) if depth < 2}
    assert listed == [(title, pages[title]) for title in expected]


def test_every_link_inside_resolves(book: PdfReader) -> None:
    names = book.named_destinations
    inside = 0
    for page in book.pages:
        for annotation in page.get("/Annots", []):
            link = annotation.get_object()
            assert link["/Subtype"] == "/Link"
            if "/Dest" in link:
                inside += 1
                assert str(link["/Dest"]) in names, link["/Dest"]
            else:
                assert re.match(r"(https|mailto|tel):", link["/A"]["/URI"]), link["/A"]
    assert inside > 60


# The words


def test_every_text_of_every_record_is_in_the_book(mini: Handbook, texts: list[str]) -> None:
    assert texts_not_in(mini, texts) == []


def test_norwegian_letters_come_out_as_they_went_in(texts: list[str]) -> None:
    whole = " ".join(texts)
    for words in (
        "Helsesøster",
        "Kommunalsjef",
        "håndbok",
        "Møteplasser",
        "«Jeg er bekymret, og jeg må melde fra.»",
    ):
        assert words.casefold() in whole.casefold()
    assert "\ufffd" not in whole
    assert "\u0000" not in whole


def test_a_label_is_read_out_right_before_its_value(texts: list[str]) -> None:
    whole = " ".join(texts)
    assert "Ansvarlig Du som er bekymret" in whole
    assert "Innkaller Leder, PPT" in whole


def test_the_same_handbook_gives_the_same_bytes(book_file: Path, published_again: Path) -> None:
    assert book_file.read_bytes() == (published_again / SLUG / book_file.name).read_bytes()
