"""The numbers of pages a book sends its readers to: true, sorted, and each told once."""

from __future__ import annotations

import re

import pytest
import weasyprint
from builder.pdf.numbering import guessed, numbered, pages_of, settled

_STYLE = "<style>@page { size: 100mm 60mm; margin: 5mm } a::after { content: ' ' attr(data-page) }</style>"


def book(chapters: int, lines: int) -> str:
    """Contents, then chapters of some lines each, whose headings may not stand alone at the foot of a page."""
    contents = "".join(f'<p><a href="#c{number}">Chapter {number}</a></p>' for number in range(chapters))
    text = "".join(
        f'<h2 id="c{number}" style="break-after: avoid">Chapter {number}</h2>' + "<p>Words</p>" * (lines + number % 5)
        for number in range(chapters)
    )
    return f'<html>{_STYLE}<body>{contents}<div class="chapter">{text}</div></body></html>'


def laid_out(html: str) -> weasyprint.Document:
    return weasyprint.HTML(string=html).render()


@pytest.mark.parametrize("lines", [2, 3, 7])
def test_the_number_of_a_chapter_is_that_of_the_page_where_its_heading_stands(lines: int) -> None:
    seen: list[str] = []

    def lay_out(html: str) -> weasyprint.Document:
        seen.append(html)
        return laid_out(html)

    pages = pages_of(settled(book(12, lines), lay_out))
    told = {name: int(number) for number, name in re.findall(r'data-page="(\d+)" href="#(c\d+)"', seen[-1])}
    assert told == {name: page for name, page in pages.items() if name.startswith("c")}
    assert len(set(pages.values())) > 3


def test_a_book_whose_pages_never_come_to_rest_is_said_to_be_so() -> None:
    turns = iter(range(100))

    def lay_out(html: str) -> weasyprint.Document:
        return laid_out(f"<div style='break-after: page'></div>{html}" if next(turns) % 2 else html)

    with pytest.raises(RuntimeError, match="other numbers each"):
        settled(book(3, 2), lay_out)


def test_pages_in_a_row_are_sorted_and_each_is_told_once() -> None:
    row = '<span class="hb-pages"><a href="#b"></a>, <a href="#a"></a>, <a href="#c"></a></span>'
    made = numbered(row, {"a": 4, "b": 12, "c": 4})
    assert re.sub(r'<i class="hb-again">.*?</i>', "", made) == (
        '<span class="hb-pages"><a data-page="4" href="#a"></a>, <a data-page="12" href="#b"></a></span>'
    )
    assert made.count('<i class="hb-again">, 4</i>') == 1  # its room is kept


def test_only_links_inside_the_book_have_numbers() -> None:
    made = numbered('<a href="https://lovdata.no">Law</a><a class="x" href="#a">A</a>', {"a": 3})
    assert made == '<a href="https://lovdata.no">Law</a><a data-page="3" class="x" href="#a">A</a>'


def test_what_is_guessed_grows_with_the_text_before_it() -> None:
    found = guessed(f'<p id="front"></p><div class="chapter"><h2 id="a">A</h2>{"x" * 60_000}<h2 id="b">B</h2></div>')
    assert found["a"] < found["b"] < found["a"] + 20
    assert "front" not in found
