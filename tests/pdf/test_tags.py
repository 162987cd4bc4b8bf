"""The tags of a print: what stands in what, as PDF/UA-1 has it (ISO 14289-1, 7.2)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
import weasyprint
from builder.pdf.writer import UNIVERSAL

PARENTS = {
    "/LI": {"/L"}, "/LBody": {"/LI"}, "/TR": {"/Table", "/THead", "/TBody", "/TFoot"}, "/TH": {"/TR"}, "/TD": {"/TR"},
    "/THead": {"/Table"}, "/TBody": {"/Table"}, "/TFoot": {"/Table"},
}  # fmt: skip
CHILDREN = {
    "/L": {"/L", "/LI", "/Caption"}, "/LI": {"/Lbl", "/LBody"}, "/TR": {"/TH", "/TD"}, "/THead": {"/TR"}, "/TBody": {"/TR"},
    "/Table": {"/TR", "/THead", "/TBody", "/TFoot", "/Caption"},
}  # fmt: skip


def elements(found: Any, above: str = "") -> Iterator[tuple[str, str]]:
    """Each element of the structure with the one it stands in."""
    found = found.get_object()
    if isinstance(found, list):
        for one in found:
            yield from elements(one, above)
    elif isinstance(found, dict) and "/S" in found:
        yield above, found["/S"]
        if "/K" in found:
            yield from elements(found["/K"], found["/S"])


def structure(pdf: pypdf.PdfReader) -> list[tuple[str, str]]:
    root: Any = pdf.trailer["/Root"]
    return list(elements(root["/StructTreeRoot"]["/K"]))


def wrong(pdf: pypdf.PdfReader) -> list[tuple[str, str]]:
    """The elements that stand where they may not."""
    return [
        (above, one)
        for above, one in structure(pdf)
        if above not in PARENTS.get(one, {above}) or one not in CHILDREN.get(above, {one})
    ]


def printed(body: str) -> pypdf.PdfReader:
    html = f"<html lang=nb><title>x</title>{body}"
    document = weasyprint.HTML(string=html).render(**UNIVERSAL.options)
    return pypdf.PdfReader(io.BytesIO(document.write_pdf(finisher=UNIVERSAL.finish, **UNIVERSAL.options)))


@pytest.mark.whole
@pytest.mark.parametrize(
    "body",
    [
        "<dl><div><dt>a<dd>b<p>c</p></div><div><dt>d<dd>e</div></dl>",
        "<ul><div><div><li>a</div></div><li>b</ul>",
        "<dl><div><span>x</span></div><dt>a<dd>b</dl>",
        "<ul><li><p>a</p><p>b</p></li><li><div><p>c</p></div></li><li></li><li><strong>d</strong></ul>",
        "<ul><li>a<ul><li><p>b</p><ol><li><p>c</p></ol></ul></ul>",
        "<table><thead><tr><th>a<tbody><tr><td><ul><li><p>b</p></ul></table>",
    ],
)
def test_lists_hold_items_and_items_hold_a_body(body: str) -> None:
    pdf = printed(body)
    assert wrong(pdf) == []
    assert ("/L", "/LI") in structure(pdf)


def test_no_print_has_an_element_where_it_may_not_be(published: Path) -> None:
    prints = sorted(published.rglob("*.pdf"))
    assert len(prints) > 10
    assert {path.name: found for path in prints if (found := wrong(pypdf.PdfReader(path)))} == {}
