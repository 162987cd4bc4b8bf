"""A PDF is written with each object put into bytes once, and says what pydyf's own says."""

from __future__ import annotations

import io
from collections import Counter
from typing import Any

import pydyf
import pypdf
import pytest
import weasyprint
from builder.pdf.written_once import PDF

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
    weasyprint.HTML(string="<p>x").write_pdf(finisher=lambda _, pdf: kinds.append(type(pdf)))
    assert kinds == [PDF]
