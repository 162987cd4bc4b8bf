"""What is put together from data reads as one text: no two full stops, and none after a comma or a space."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest
from builder.edition.edition import Edition
from builder.feeds.files import files
from builder.pdf.sheets import Printer
from builder.prose import clause, sentence_end

from tests.support import filled_handbook, site_html

#: Text on either side of these is apart; what other tags hold belongs to the text around them.
_INLINE = re.compile(r"</?(a|abbr|b|br|code|em|i|small|span|strong|time|wbr|del|bdi)\b[^>]*>")
_SLIP = re.compile(r"(?<!\.)\.\.(?![./\w])|\w \.(?!\w)|[,;:]\.(?!\w)|, ?,")
ENDING = "Slik gjør dere det."


def lines(page: str) -> Iterator[str]:
    """The runs of text in a page."""
    body = re.sub(r"<(script|style|template)\b.*?</\1>", "", page, flags=re.DOTALL)
    for run in re.split(r"<[^>]*>", _INLINE.sub("", body)):
        yield " ".join(html.unescape(run).split())


def slips(page: str) -> list[str]:
    return [line for line in lines(page) if _SLIP.search(line)]


def test_a_page_with_slips_is_found() -> None:
    assert slips("<p>Ring <b>Kari.</b>. Da</p><p>Ett .</p><p>To,.</p><p>Tre, ,</p><p>Fire …</p><p>../x</p>") == [
        "Ring Kari.. Da",
        "Ett .",
        "To,.",
        "Tre, ,",
    ]


def test_pages_where_every_text_ends_as_a_sentence_have_no_second_full_stop() -> None:
    found = {name: slips(page) for name, page in site_html(filled_handbook(ENDING)).items()}
    assert {name: some for name, some in found.items() if some} == {}


def test_prints_where_every_text_ends_as_a_sentence_have_no_second_full_stop() -> None:
    edition = Edition(filled_handbook(ENDING))
    printer = Printer(edition)
    found = {sheet.path: slips(printer.html(sheet)) for sheet in edition.sheets}
    assert {name: some for name, some in found.items() if some} == {}


def test_calendars_and_contact_cards_have_none_either() -> None:
    for path, content in files(Edition(filled_handbook(ENDING))).items():
        if path.endswith((".ics", ".vcf")):
            unfolded = content.decode().replace("\r\n ", "").replace("\\n", "\n").replace("\\", "")
            notes = [line for line in unfolded.splitlines() if not line.startswith(("N:", "ORG:", "ADR"))]
            assert [line for line in notes if _SLIP.search(line)] == []


@pytest.mark.parametrize(
    ("text", "end", "inside"),
    [
        ("Ring", ".", "Ring"),
        ("Ring.", "", "Ring"),
        ("Ring …", "", "Ring …"),
        ("Kan du ringe?", "", "Kan du ringe?"),
        ("Si «nå.»", "", "Si «nå.»"),
        ("Si «nå»", ".", "Si «nå»"),
        ("", ".", ""),
    ],
)
def test_a_text_ends_once(text: str, end: str, inside: str) -> None:
    assert sentence_end(text) == end
    assert clause(text) == inside
