"""A PDF is written with each object put into bytes once, and says what pydyf's own says."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path
from typing import Any

import pydyf
import pypdf
import pytest
import weasyprint
from builder.pdf.writer import UNIVERSAL
from builder.pdf.written_once import PDF

from tests.pdf_reading import said_by_poppler

Original = PDF.__base__


def made(kind: Any, content: pydyf.Object) -> pydyf.PDF:
    pdf = kind()
    pdf.info["Title"] = pydyf.String("Prøve")
    pdf.add_object(content)
    for number in range(3):
        page = {"Type": "/Page", "Parent": pdf.pages.reference, "Contents": content.reference}
        pdf.add_page(pydyf.Dictionary({**page, "MediaBox": pydyf.Array([0, 0, 10 + number, 10])}))
    return pdf


def written(pdf: pydyf.PDF, **options: Any) -> bytes:
    file = io.BytesIO()
    pdf.write(file, **options)
    return file.getvalue()


@pytest.mark.parametrize("compress", [True, False])
def test_it_says_what_that_of_pydyf_says(compress: bool) -> None:
    options = {"version": b"1.7", "identifier": b"1", "compress": compress}
    content = b"0 0 m 5 5 l S\n" * 100
    mine, theirs = (
        pypdf.PdfReader(io.BytesIO(written(made(kind, pydyf.Stream([content], compress=compress)), **options)))
        for kind in (PDF, Original)
    )
    assert [page.mediabox for page in mine.pages] == [page.mediabox for page in theirs.pages]
    contents = [[page.get_contents().get_data() for page in read.pages] for read in (mine, theirs)]  # type: ignore[union-attr]
    assert contents[0] == contents[1]
    assert content in contents[0][0]
    assert mine.metadata == theirs.metadata
    assert mine.trailer["/ID"][0] == theirs.trailer["/ID"][0]  # type: ignore[index]


def test_each_object_is_put_into_bytes_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: Counter[int | None] = Counter()
    data = pydyf.Dictionary.data.fget

    def counted(one: pydyf.Dictionary) -> Any:
        asked[one.number] += 1
        return data(one)

    monkeypatch.setattr(pydyf.Dictionary, "data", property(counted))
    pdf = made(PDF, pydyf.Stream([b"0 0 m"], compress=True))
    pages = [int(reference.split()[0]) for reference in pdf.page_references]
    written(pdf, identifier=b"1", compress=True)
    assert [asked[page] for page in pages] == [1, 1, 1]


def test_references_to_pages_follow_when_pages_are_added() -> None:
    pdf = PDF()
    assert pdf.page_references == ()
    for number in range(2):
        pdf.add_page(pydyf.Dictionary({"Type": "/Page"}))
        assert len(pdf.page_references) == number + 1
    assert pdf.page_references == Original.page_references.fget(pdf)


def test_weasyprint_writes_with_it() -> None:
    """Where WeasyPrint makes its PDFs in another way, prints take twice the time."""
    kinds = []
    weasyprint.HTML(string="<p>x").write_pdf(**UNIVERSAL.options, finisher=lambda _, pdf: kinds.append(type(pdf)))
    assert kinds == [PDF]


def places(file: bytes) -> list[tuple[int, int]]:
    """Of each object that is packed with others: its number, and the number that stands at its place among them."""
    read = pypdf.PdfReader(io.BytesIO(file))
    found = []
    for number, (packed, index) in read.xref_objStm.items():
        stream = read.get_object(packed)
        numbers = stream.get_data()[: stream["/First"]].split()[::2]
        found.append((number, int(numbers[index]) if index < len(numbers) else -1))
    return found


def with_one_not_written(kind: Any) -> pydyf.PDF:
    pdf = made(kind, pydyf.Stream([b"0 0 m"], compress=True))
    dropped, after = (pydyf.Dictionary({"Type": f"/{name}"}) for name in ("Dropped", "After"))
    pdf.add_object(dropped)
    pdf.add_object(after)
    dropped.free = "f"
    pdf.catalog["After"] = after.reference
    return pdf


def test_what_is_not_written_moves_nothing_else() -> None:
    """Readers that trust the place of an object find it: poppler and pdf.js do, others look for its number."""
    file = written(with_one_not_written(PDF), version=b"1.7", compress=True)
    found = places(file)
    assert len(found) > 5
    assert [number for number, there in found if number != there] == []


def test_pydyf_itself_still_moves_them() -> None:
    """When this fails, `_Free` has nothing left to do."""
    found = places(written(with_one_not_written(Original), version=b"1.7", compress=True))
    assert [number for number, there in found if number != there] != []


def test_a_file_that_is_not_packed_has_the_place_as_free(tmp_path: Path) -> None:
    file = written(with_one_not_written(PDF), version=b"1.4", compress=False)
    assert b"0000000000 65535 f" in file.partition(b"xref")[2]
    read = pypdf.PdfReader(io.BytesIO(file), strict=True)
    assert read.trailer["/Root"]["/After"]["/Type"] == "/After"  # type: ignore[index]


@pytest.mark.parametrize("compress", [True, False])
def test_poppler_has_nothing_to_say_of_it(tmp_path: Path, compress: bool) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(written(with_one_not_written(PDF), version=b"1.7", compress=compress))
    assert "Pages:           3" in said_by_poppler(["pdfinfo", str(path)])
