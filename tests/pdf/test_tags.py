"""What is said to those who listen: each thing as what it is, once, in order, and nothing else."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path
from typing import Any

import pypdf
import pytest
import weasyprint
from builder.edition.edition import Edition
from builder.facts.audience import for_audience
from builder.model.audience import Audience
from builder.pdf.sheets import Printer
from builder.pdf.writer import UNIVERSAL

from tests.pdf.structure import faults
from tests.pdf.structure.tree import Document, Element
from tests.support import MINI, checked, varied

pytestmark = pytest.mark.whole

MUNICIPALITY = (MINI / "lillevik" / "municipality.yml").read_text(encoding="utf-8")
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" style="width:20mm;height:20mm"><title>q</title><path d="M0 0h9v9z"/></svg>'
)


def printed(body: str, styles: str = "") -> pypdf.PdfReader:
    html = f"<html lang=nb><title>x</title><style>{styles}</style>{body}"
    document = weasyprint.HTML(string=html).render(pdf_forms=True, **UNIVERSAL.options)
    written = document.write_pdf(finisher=UNIVERSAL.finish, pdf_forms=True, **UNIVERSAL.options)
    return pypdf.PdfReader(io.BytesIO(written))


def shape(element: Element) -> str:
    """The kinds of an element and those below: «L(LI(Lbl,LBody))». What is only text, or for looks, is left out."""
    waiting, inner = element.elements, []
    while waiting:
        kid, *waiting = waiting
        if kid.kind == "NonStruct":
            waiting = kid.elements + waiting
        elif kid.kind != "Span":
            inner.append(shape(kid))
    return f"{element.kind}({','.join(inner)})" if inner else element.kind


def shapes(pdf: pypdf.PdfReader) -> list[str]:
    (top,) = Document(pdf).tops
    return [shape(element) for element in top.elements]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<dl><div><dt>a<dd>b<p>c</p></div><div><dt>d<dd>e</div></dl>", "L(LI(Lbl,LBody(P)),LI(Lbl,LBody))"),
        ("<dl><div><dt>a<dd>b<dd>c</div></dl>", "L(LI(Lbl,LBody,LBody))"),
        ("<dl><dt>a<dd>b</dl>", "L(LI(Lbl,LBody))"),
        ("<dl><dt>a<dt>b<dd>c<dd>d<dt>e<dd>f</dl>", "L(LI(Lbl,Lbl,LBody,LBody),LI(Lbl,LBody))"),
        ("<ul><div><div><li>a</div></div><li>b</ul>", "L(LI(Lbl,LBody),LI(Lbl,LBody))"),
        ("<dl><div><span>x</span></div><dt>a<dd>b</dl>", "L(LI(LBody),LI(Lbl,LBody))"),
        (
            "<ul><li><p>a</p><p>b</p></li><li><div><p>c</p></div></li><li></li><li><strong>d</strong></ul>",
            "L(LI(Lbl,LBody(P,P)),LI(Lbl,LBody(Div(P))),LI(Lbl,LBody),LI(Lbl,LBody))",
        ),
        ("<ul><li>a<ul><li><p>b</p></ul></ul>", "L(LI(Lbl,LBody(L(LI(Lbl,LBody(P))))))"),
        ("<ul style='columns:2'><li>a<li>b</ul>", "L(LI(Lbl,LBody),LI(Lbl,LBody))"),
        ("<ul style='list-style:none'><li>a<li>b</ul>", "L(LI(LBody),LI(LBody))"),
        ("<h1 style='display:flex'>a <em>b</em></h1>", "H1"),
        (
            "<table><thead><tr><th>a<tbody><tr><td><ul><li><p>b</p></ul></table>",
            "Table(THead(TR(TH)),TBody(TR(TD(L(LI(Lbl,LBody(P)))))))",
        ),
        ("<table style='display:block'><tr><td>a<td>b</table>", None),
        ("<table><tr style='display:block'><td>a<td>b</table>", None),
        ("<ul style='display:grid'><li>a<li>b</ul>", None),
        ("<a href=#b style='display:block'><p>a</p><ul><li>d</ul></a><p id=b>c</p>", "Link,P"),
    ],
)
def test_each_element_stands_where_it_may(body: str, expected: str | None) -> None:
    pdf = printed(f"<h1>x</h1>{body}")
    assert faults(pdf) == []
    assert expected is None or ",".join(shapes(pdf)[1:]) == expected


def test_a_meaning_in_several_lines_and_blocks_is_one() -> None:
    styles = "dl { width: 3cm } dt, dd { display: inline }"
    pdf = printed("<h1>x</h1><dl><div><dt>a<dd>in more than one line of it <p>c</p><ul><li>d</ul></div></dl>", styles)
    assert faults(pdf) == []
    assert shapes(pdf)[1:] == ["L(LI(Lbl,LBody(P,L(LI(Lbl,LBody)))))"]


def test_an_item_in_a_line_that_is_broken_is_one() -> None:
    styles = "@page { size: A6 } ul, dl { width: 3cm } li, dt, dd { display: inline }"
    long = "in more than one line of it"
    body = f"<h1>x</h1><ul><li>{long}<li>{long}</ul><dl><div><dt>{long}<dd>{long}</div><div><dt>{long}<dd>{long * 40}</div></dl>"
    pdf = printed(body, styles)
    assert len(pdf.pages) > 1
    assert faults(pdf) == []
    assert shapes(pdf)[1:] == ["L(LI(LBody),LI(LBody))", "L(LI(Lbl,LBody),LI(Lbl,LBody))"]


def test_a_list_says_how_it_is_numbered() -> None:
    styles = ".dash { list-style-type: '- ' } .letters { list-style-type: lower-alpha }"
    lists = "<ol><li>a<ul><li>b</ul>c<li>d</ol><ol class=letters><li>e</ol><ul class=dash><li>f</ul><dl><div><dt>g<dd>h</div></dl>"
    pdf = printed(f"<h1>x</h1>{lists}", styles)
    said = [element.attribute("/ListNumbering") for element in Document(pdf).elements if element.kind == "L"]
    assert said == ["/Decimal", "/Circle", "/LowerAlpha", "/None", "/None"]


def notes(pdf: pypdf.PdfReader) -> list[Any]:
    return list(Document(pdf).annotations.values())


def test_a_link_in_several_lines_is_one_and_says_its_words() -> None:
    pdf = printed("<h1>x</h1><p style='width:2cm'><a href=#b>to the <em>other</em> place</a> and on</p><p id=b>b</p>")
    assert faults(pdf) == []
    (link,) = (element for element in Document(pdf).elements if element.kind == "Link")
    assert len(link.pointers) == len(notes(pdf)) > 1
    assert {note["/Contents"] for note in notes(pdf)} <= {"to the other place", "other"}


def test_a_link_with_the_number_of_its_page_is_one() -> None:
    styles = "a::after { content: leader('.') target-counter(attr(href), page) }"
    pdf = printed("<h1>x</h1><ul><li><a href=#b>there</a></ul><p id=b>b</p>", styles)
    assert faults(pdf) == []
    assert [element.kind for element in Document(pdf).elements].count("Link") == 1


def test_a_link_in_generated_words_says_them_and_one_that_leads_nowhere_is_none() -> None:
    styles = "i a::after { content: target-counter(attr(href), page) }"
    pdf = printed("<h1>x</h1><p><i><a href=#b></a></i> <a>nowhere</a></p><p id=b>b</p>", styles)
    assert faults(pdf) == []
    assert [note["/Contents"] for note in notes(pdf)] == ["1"]


def test_links_side_by_side_are_two() -> None:
    pdf = printed("<h1>x</h1><p><a href=#b>b</a> <a href=#c>c</a></p><p id=b>b</p><p id=c>c</p>")
    assert [element.kind for element in Document(pdf).elements].count("Link") == 2
    assert [note["/Contents"] for note in notes(pdf)] == ["b", "c"]


def test_what_is_in_the_margins_is_not_read() -> None:
    styles = "@page { size: A6; @bottom-left { content: element(foot) } @top-left { content: 'Side ' counter(page) }"
    pdf = printed("<p class=foot>x</p><h1>y</h1><p>z", f"{styles} }} .foot {{ position: running(foot) }}")
    assert faults(pdf) == []
    assert shapes(pdf) == ["H1", "P"]
    contents = pdf.pages[0].get_contents()
    assert contents is not None
    assert b" ".join(contents.get_data().split()).count(b"/Artifact <</Type /Pagination>> BDC") == 2


@pytest.mark.parametrize("zoom", [1, 1.4])
def test_a_figure_says_where_on_the_page_it_is(zoom: float) -> None:
    html = f"<html lang=nb><title>x</title><style>@page {{ size: A5; margin: 10mm }}</style><body style=margin:0>{SVG}"
    written = weasyprint.HTML(string=html).render(**UNIVERSAL.options)
    pdf = pypdf.PdfReader(io.BytesIO(written.write_pdf(zoom=zoom, finisher=UNIVERSAL.finish, **UNIVERSAL.options)))
    (figure,) = (element for element in Document(pdf).elements if element.kind == "Figure")
    millimetre = 72 / 25.4 * zoom
    expected = [10 * millimetre, 180 * millimetre, 30 * millimetre, 200 * millimetre]
    assert [float(side) for side in figure.attribute("/BBox")] == pytest.approx(expected, abs=1)


def test_headers_head_columns_in_the_head_and_rows_elsewhere() -> None:
    pdf = printed("<h1>x</h1><table><thead><tr><th>a<th>b<tbody><tr><th>c<td>d</table>")
    assert faults(pdf) == []
    cells = [element for element in Document(pdf).elements if element.kind in {"TH", "TD"}]
    assert [cell.attribute("/Scope") for cell in cells] == ["/Column", "/Column", "/Row", None]


def test_what_the_ends_of_pages_cut_is_whole() -> None:
    rows = "".join(f"<tr><th>{n}<td>{'x ' * 60}" for n in range(9))
    items = "".join(f"<li>{n}<ul><li>a<li>b</ul>" for n in range(30))
    body = f"<h1>x</h1><table><thead><tr><th>a<th>b<tbody>{rows}</table><ul>{items}</ul><p>{'y ' * 900}</p>"
    pdf = printed(body, "@page { size: A6 }")
    assert len(pdf.pages) > 6
    assert faults(pdf) == []
    inner = "L(LI(Lbl,LBody),LI(Lbl,LBody))"
    table = f"Table(THead(TR(TH,TH)),TBody({','.join(['TR(TH,TD)'] * 9)}))"
    assert shapes(pdf) == ["H1", table, f"L({','.join([f'LI(Lbl,LBody({inner}))'] * 30)})", "P"]


def test_what_the_ends_of_columns_cut_is_whole() -> None:
    body = f"<h1>x</h1><section><h2>a</h2><ul>{'<li>b' * 9}</ul><blockquote>{'c ' * 90}</blockquote></section>"
    pdf = printed(body, "@page { size: A6 } section { columns: 2 } blockquote { display: inline }")
    assert faults(pdf) == []
    items = ",".join(["LI(Lbl,LBody)"] * 9)
    assert shapes(pdf) == ["H1", f"Sect(H2,L({items}),BlockQuote)"]


def test_what_stands_before_and_after_a_block_keeps_its_place(tmp_path: Path) -> None:
    body = "<h1>a</h1><div>b <p>c</p> d</div><ul><li>e<div>f</div>g<li><p>h</p>i</ul><dl><dt>j<dd>k <p>l</p> m</dl>"
    pdf = printed(body, "dt, dd { display: inline }")
    assert faults(pdf) == []
    items = "L(LI(Lbl,LBody(Div)),LI(Lbl,LBody(P)))"
    assert shapes(pdf) == ["H1", "Div(P)", items, "L(LI(Lbl,LBody(P)))"]
    pypdf.PdfWriter(clone_from=pdf).write(tmp_path / "x.pdf")
    command = ["pdfinfo", "-struct-text", str(tmp_path / "x.pdf")]
    heard = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "".join(re.findall(r'"(\w) ?"', heard)) == "abcdefghijklm"


def test_one_print_of_each_kind_in_nynorsk_and_for_all_breaks_no_rule(tmp_path: Path) -> None:
    data = varied(
        tmp_path / "data",
        {"lillevik/municipality.yml": MUNICIPALITY.replace("written_standard: nb", "written_standard: nn")},
    )
    edition = Edition(for_audience(checked(data).handbook, Audience.PUBLIC))
    printer = Printer(edition)
    for sheet in {sheet.template: sheet for sheet in edition.sheets}.values():
        printer.write(sheet, tmp_path)
        for copy in sheet.copies:
            pdf = pypdf.PdfReader(tmp_path / copy.file)
            assert pdf.trailer["/Root"]["/Lang"] == (sheet.language or "nn")
            assert faults(pdf) == [], copy.file


def test_no_print_of_a_handbook_breaks_a_rule(published: Path) -> None:
    prints = sorted(published.rglob("*.pdf"))
    assert len(prints) > 10
    assert {path.name: found for path in prints if (found := faults(pypdf.PdfReader(path)))} == {}
