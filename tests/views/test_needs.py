"""Who decides and who pays: the page, the way to it from services and steps, and what stays among staff."""

from __future__ import annotations

from pathlib import Path

from builder.edition.edition import Edition
from builder.facts.audience import for_audience
from builder.model.audience import Audience
from builder.model.handbook import Handbook
from builder.pdf.book import book_html
from builder.pdf.sheets import Printer

from tests.rules.test_rules import with_fragment
from tests.support import Document, checked, mini_file, site_html, varied

PAGE = "hvem-betaler"


def sheet_html(handbook: Handbook) -> str:
    edition = Edition(handbook)
    return Printer(edition).html(next(sheet for sheet in edition.sheets if sheet.path == PAGE))


def without_needs(tmp_path: Path) -> Handbook:
    pathways = "lillevik/pathways.yml"
    changes = {"lillevik/needs.yml": None, pathways: mini_file(pathways).replace("      needs: [reise]\n", "")}
    return checked(varied(tmp_path, changes)).handbook


def test_the_page_says_who_decides_pays_and_lays_out(mini_html: dict[str, str]) -> None:
    text = Document(mini_html[PAGE]).text
    for said in (
        "BestemmerRektor",
        "lovpålagt",
        "Svarinnen 6 uker",
        "BetalerFylkeskommunen",
        "Spør: Lillevik skole",
        "Skolen sender regningen videre.",
        "Legger ut imensLeder",
        "Ta møtet på telefon.",
        "Er dere uenige, spør dereLeder",
    ):
        assert said in text, said


def test_what_is_not_settled_is_said_in_place_of_who_pays(mini_html: dict[str, str]) -> None:
    text = Document(mini_html[PAGE]).text
    assert "Betalerikke avklart" in text
    assert "Det er ikke avklart hvem som betaler. Spør lederen din." in text


def test_who_to_ask_is_the_route_of_the_municipality_where_nobody_is_named(mini_html: dict[str, str]) -> None:
    page = Document(mini_html[PAGE])
    assert "situasjoner/uenighet.html" in page.addresses


def test_services_steps_law_and_the_front_page_lead_to_it(mini_html: dict[str, str]) -> None:
    for path, address in (
        ("tjenester/ppt", "../hvem-betaler.html#tolk"),
        ("tjenester/skole", "../hvem-betaler.html#reise"),
        ("situasjoner/bekymret-barn", "../hvem-betaler.html#reise"),
        ("index", "hvem-betaler.html"),
        ("lover", "hvem-betaler.html#reise"),
    ):
        assert address in Document(mini_html[path]).addresses, path


def test_a_service_says_what_it_does_about_each(mini_html: dict[str, str]) -> None:
    told = Document(mini_html["tjenester/ppt"]).text.partition("Hvem bestemmer og hvem betaler")[2]
    assert "Reise til møtet Legger ut imens Er dere uenige, spør dere" in " ".join(told.split())


def test_the_account_is_for_staff_alone(mini: Handbook) -> None:
    public = for_audience(mini, Audience.PUBLIC)
    assert "Ansvar 1234" in site_html(mini)[PAGE]
    assert "Ansvar 1234" not in "".join(site_html(public).values())
    assert PAGE in site_html(public)


def test_a_handbook_without_any_has_no_page_no_sheet_and_no_link(tmp_path: Path) -> None:
    handbook = without_needs(tmp_path)
    pages = site_html(handbook)
    assert PAGE not in pages
    assert PAGE not in {sheet.path for sheet in Edition(handbook).sheets}
    assert not [path for path, html in pages.items() if "Hvem bestemmer og hvem betaler" in html]


def test_the_sheet_says_it_all_but_the_account(mini: Handbook) -> None:
    text = Document(sheet_html(mini)).text
    for said in ("Reise til møtet", "barnevernsloven § 13-2", "Ta møtet på telefon.", "«Vi er uenige om ansvaret»"):
        assert said in text, said
    assert "Ansvar 1234" not in text


def test_the_book_has_it_too(mini: Handbook) -> None:
    text = Document(book_html(Edition(mini))).text
    assert "Skolen sender regningen videre." in text
    assert text.count("Refusjon") == 0


def test_text_is_text_wherever_it_is_shown() -> None:
    fragment = """
        needs:
          - id: tolk
            decides: {who: [ppt], others: ["A & B < C"], how: "Se **her** & der."}
        """
    html = site_html(with_fragment(fragment).handbook)[PAGE]
    assert "A &amp; B &lt; C" in html
    assert "<strong>her</strong> &amp; der." in html
