"""Pages put together of layers say and look like pages drawn whole, in each document they are in."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pypdfium2
import pytest
import weasyprint
from builder.pdf.layers import Layer, LayeredPage
from builder.pdf.writer import UNIVERSAL, Writer

from tests.pdf.structure import faults

_LEAF = '<h1>Ring oss</h1><p>Spør <a href="https://handbok.example/">politiet</a> i dag</p>'
_FRAME = '<style>@page { @bottom-right { content: counter(page) " / " counter(pages) } }</style>&nbsp;'
#: What is counted in each document: a group, and a letter that no typeface of prints has.
_COUNTED = ('<p style="opacity: .5">Halvt</p>', "<p>Runer \u16a0</p>")


@pytest.fixture(scope="module")
def writer() -> Writer:
    return Writer(UNIVERSAL)


def laid_out(writer: Writer, body: str) -> weasyprint.Document:
    return writer.lay_out(f'<html lang="nb"><title>Prøve</title><body>{body}')


def pages(writer: Writer, document: weasyprint.Document, target: Path) -> bytes:
    writer.write(document, target, b"1")
    return target.read_bytes()


def said(written: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(written)).pages]


def looks(written: bytes) -> list[bytes]:
    return [page.render().to_pil().tobytes() for page in pypdfium2.PdfDocument(written)]


@pytest.mark.parametrize("body", [_LEAF, *_COUNTED, _LEAF + "".join(_COUNTED)])
def test_a_layer_looks_as_it_does_alone_however_often_it_is_bound(writer: Writer, tmp_path: Path, body: str) -> None:
    document = laid_out(writer, body)
    alone = pages(writer, document, tmp_path / "alone.pdf")
    (layer,) = Layer.all_of(document)
    other = laid_out(writer, "<h1>Noe annet</h1>")
    first = pages(writer, document.copy([LayeredPage(layer)]), tmp_path / "first.pdf")
    again = pages(writer, other.copy([*other.pages, LayeredPage(layer)]), tmp_path / "again.pdf")
    assert said(first) == said(alone) == said(again)[1:]
    assert looks(first) == looks(alone) == looks(again)[1:]
    assert not faults(pypdf.PdfReader(io.BytesIO(again))) or "opacity" in body


def test_what_stands_around_pages_is_no_part_of_their_text(writer: Writer, tmp_path: Path) -> None:
    leaves = [layer for _ in range(2) for layer in Layer.all_of(laid_out(writer, _LEAF))]
    frames = Layer.margins_of(laid_out(writer, _FRAME + "<p style='break-before: page'>To"))
    document = laid_out(writer, _LEAF).copy([*map(LayeredPage, leaves, frames)])
    written = pages(writer, document, tmp_path / "book.pdf")
    assert said(written) == [f"Ring oss Spør politiet i dag {number} / 2" for number in (1, 2)]
    assert faults(pypdf.PdfReader(io.BytesIO(written))) == []


def test_typefaces_have_the_letters_of_the_document_alone(writer: Writer, tmp_path: Path) -> None:
    """What one book says must not be found in another that shares a page with it."""
    (layer,) = Layer.all_of(laid_out(writer, "<p>abc</p>"))
    for name, body in (("first", "<p>xyz</p>"), ("second", "<p>d</p>")):
        front = laid_out(writer, body)
        pages(writer, front.copy([*front.pages, LayeredPage(layer)]), tmp_path / name)
    fonts = pypdf.PdfReader(tmp_path / "second").pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    letters = b"".join(font.get_object()["/ToUnicode"].get_data() for font in fonts.values())
    assert {chr(code) for code in range(97, 123) if f"<{code:04x}>\n".encode() in letters} == set("abcd")
