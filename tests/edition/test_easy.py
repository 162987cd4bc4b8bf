"""The edition in easy language: only what families read, and nothing else in any page, print or search."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
from builder.edition.easy import EasyEdition
from builder.edition.edition import Edition
from builder.model.handbook import Handbook
from builder.render.renderer import Renderer
from builder.render.sheet_text import SheetText
from builder.search import search_index
from builder.site.links import SiteLinks
from builder.site.lost import lost_page
from builder.views.page import Medium

from tests.support import Document, checked, mini_file, public, to_html, varied

PPT = "lillevik/services/ppt.yml"
PAGE = "for-familier/hjelp-ppt"
#: Words that stand where only staff read, in every kind of place there is.
SEEDED = ("smugletsammendrag", "smugletperson", "smugletstedfortreder", "smuglethva", "41 23 45 67", "smugletregel")


def seeded(tmp_path: Path) -> Handbook:
    """A handbook with words in it that families are never to read."""
    text = (
        mini_file(PPT)
        .replace("summary: Hjelper", "summary: Smugletsammendrag hjelper")
        .replace("    role: Leder\n", "    role: Leder\n    person: Smugletperson\n    direct_phone: 41 23 45 67\n", 1)
        .replace("deputy: {role: Nestleder}", "deputy: {role: Smugletstedfortreder}")
        .replace("what_happens: [Dere", "what_happens: [Smuglethva, Dere")
    )
    rules = mini_file("common/rules.yml").replace("summary: ", "summary: Smugletregel ", 1)
    return checked(varied(tmp_path, {PPT: text, "common/rules.yml": rules})).handbook


def everything_in(edition: Edition) -> Iterator[str]:
    """The text of each page, each print, and the index of the search."""
    chapters, links = edition.chapters(Medium.SITE, edition.files), SiteLinks(edition.files)
    renderer, sheets = Renderer(edition, links), SheetText(edition, lambda _: links)
    yield from (renderer.text(page) for chapter in chapters for page in chapter.pages)
    yield from (sheets.body(sheet) for sheet in edition.sheets)
    yield search_index(edition, chapters)
    yield lost_page(edition, None)


def test_only_what_is_said_in_easy_language_is_a_page(mini: Handbook) -> None:
    chapters = EasyEdition(mini).chapters()
    assert [page.path for chapter in chapters for page in chapter.pages] == ["index", PAGE]
    assert [chapter.title for chapter in chapters] == ["Forside", "Hvem kan hjelpe oss?"]


def test_a_page_is_the_easy_lines_and_whom_to_ring(mini: Handbook) -> None:
    edition = EasyEdition(mini)
    page = edition.chapters()[1].pages[0]
    document = Document(to_html(Renderer(edition, SiteLinks()).text(page)))
    assert "PPT hjelper barn." in document.text
    assert "Det er gratis." in document.text
    assert "00 00 00 00" in document.text
    assert "Dere får en samtale" not in document.text
    assert "../index.html" in document.addresses
    assert [tag for tag, _ in document.tags].count("h1") == 1


def test_nothing_that_only_staff_read_is_anywhere_in_it(tmp_path: Path) -> None:
    handbook = seeded(tmp_path)
    whole = "\n".join(everything_in(Edition(handbook))).casefold().replace("\xa0", " ")
    easy = "\n".join(everything_in(EasyEdition(public(handbook)))).casefold().replace("\xa0", " ")
    assert {word for word in SEEDED if word in whole} == set(SEEDED)
    assert {word for word in SEEDED if word in easy} == set()
    assert "det er gratis." in easy


def test_its_links_lead_to_its_own_pages(mini: Handbook) -> None:
    edition = EasyEdition(mini)
    links, paths = SiteLinks(), {page.path for chapter in edition.chapters() for page in chapter.pages}
    renderer = Renderer(edition, links)
    for chapter in edition.chapters():
        for page in chapter.pages:
            found = Document(to_html(renderer.text(page))).addresses
            pages = [one.removeprefix("../").removesuffix(".html") for one in found if one.endswith(".html")]
            assert set(pages) <= {*paths, *(path.rpartition("/")[2] for path in paths)}, page.path


def test_the_search_finds_its_pages_and_no_others(mini: Handbook) -> None:
    edition = EasyEdition(mini)
    index = search_index(edition, edition.chapters())
    assert PAGE in index
    assert "Det er gratis." in index
    assert "tjenester/ppt" not in index
    assert '"start":[]' in index


def test_an_address_that_leads_nowhere_leads_to_nothing_else_of_the_handbook(mini: Handbook) -> None:
    assert "situasjoner/" in lost_page(Edition(mini), None)
    assert "situasjoner/" not in lost_page(EasyEdition(mini), None)


def test_its_prints_are_the_easy_ones(mini: Handbook) -> None:
    assert [sheet.template for sheet in EasyEdition(mini).sheets] == ["easy"]
    assert EasyEdition(mini).files == ("utskrift/for-familier-hjelp-ppt.lettlest.pdf",)


def test_another_process_gets_the_same(mini: Handbook) -> None:
    again = pickle.loads(pickle.dumps(EasyEdition(mini)))
    assert isinstance(again, EasyEdition)
    assert again.files == EasyEdition(mini).files


@pytest.mark.parametrize("part", ["  easy: [{title: Hva er PPT?, lines: [PPT hjelper barn., Det er gratis.]}]\n"])
def test_without_easy_texts_there_is_only_a_front_page(tmp_path: Path, part: str) -> None:
    handbook = checked(varied(tmp_path, {PPT: mini_file(PPT).replace(part, "")})).handbook
    assert [page.path for chapter in EasyEdition(handbook).chapters() for page in chapter.pages] == ["index"]
