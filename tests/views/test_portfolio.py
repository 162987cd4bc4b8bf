"""The page for leaders, and the print for their meeting."""

from __future__ import annotations

import pytest
from builder.edition.edition import Edition
from builder.model.handbook import Handbook
from builder.pdf.sheets import Printer
from builder.views import portfolio

from tests.rules.test_rules import with_fragment
from tests.support import Document, public, site_html

FRAGMENT = """
plans:
  - {id: oppvekstplan, part_of: avtale-ppt, funding_until: 2027-03-31}
forums:
  - id: team
    started: 2006
    started_by: Kommunedirektøren
    priority: low
    proposal: {what: merge, into: avtale-ppt, reason: De samme sitter i begge., by: 2027-06-30, decided: 2026-11-20}
"""


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return with_fragment(FRAGMENT).handbook


@pytest.fixture(scope="module")
def text(handbook: Handbook) -> str:
    return Document(site_html(handbook)["hva-vi-driver-med"]).text.replace("\xa0", " ")


def test_the_page_says_who_began_what_it_is_part_of_and_what_is_proposed(text: str) -> None:
    assert "Satt i gang av: Kommunedirektøren" in text
    assert "Startet: 2006" in text
    assert "Del av: Avtale mellom skolen og PPT" in text
    assert "Slå sammen med Avtale mellom skolen og PPT innen 30. juni 2027" in text
    assert "vedtatt 20. november 2026" in text
    assert "Prioritet: Lav" in text


def test_what_ends_with_nobody_deciding_says_so(text: str) -> None:
    ending = text[text.index("Slutter innen et år") : text.index("Forslag til vedtak")]
    assert "Oppvekstplan: 31. mars 2027 innen et år ikke avklart" in ending
    assert "Avtale mellom skolen og PPT: 30. juni 2026 slutt ikke avklart" in ending


def test_the_self_check_leads_to_it_and_the_edition_for_everybody_lacks_it(handbook: Handbook) -> None:
    assert "hva-vi-driver-med.html" in Document(site_html(handbook)["egenkontroll"]).addresses
    assert "hva-vi-driver-med" not in site_html(public(handbook))


def test_the_print_has_boxes_for_each(handbook: Handbook) -> None:
    edition = Edition(handbook)
    (sheet,) = [sheet for sheet in edition.sheets if sheet.path == "hva-vi-driver-med"]
    found = portfolio.context(handbook, edition.names)
    printed = Printer(edition).html(sheet)
    assert printed.count('class="box"') == 3 * sum(len(group.rows) for group in found.groups)
    assert "De samme sitter i begge." in printed
