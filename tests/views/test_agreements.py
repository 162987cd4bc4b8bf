"""Agreements as they are shown: a page of their own, on those of both services, for leaders, and to sign."""

from __future__ import annotations

import pytest
from builder.edition.edition import Edition
from builder.facts.audience import for_audience
from builder.model.audience import Audience
from builder.model.handbook import Handbook
from builder.pdf.sheets import Printer
from builder.render.renderer import Renderer
from builder.search.index import documents
from builder.site.links import SiteLinks

from tests.facts.test_agreed import BOTH, agreed
from tests.support import Document, to_html

PAGE = "samarbeidsavtaler/ppt-skole"


@pytest.fixture(scope="module")
def edition() -> Edition:
    return Edition(agreed())


def shown(edition: Edition, path: str) -> str:
    page = next(page for chapter in edition.chapters() for page in chapter.pages if page.path == path)
    return Document(to_html(Renderer(edition, SiteLinks()).text(page))).text


def test_the_page_says_what_each_does_and_what_nobody_has_promised(edition: Edition) -> None:
    text = shown(edition, PAGE)
    assert "Ikke bekreftet" in text
    assert "PPT gjør dette Svarer. innen 5 dager" in text
    assert "Kommer. hver måned" in text
    assert "Svarer på: Et svar." in text
    assert "Lillevik skole trenger også, og ingen har lovet: En dato." in text


@pytest.mark.parametrize(
    ("service", "said"),
    [
        ("ppt", "Med Lillevik skole Ikke bekreftet Vi gjør: Svarer. innen 5 dager"),
        ("skole", "Med PPT Ikke bekreftet PPT gjør: Svarer. innen 5 dager"),
    ],
)
def test_it_is_on_the_pages_of_both(edition: Edition, service: str, said: str) -> None:
    text = shown(edition, f"tjenester/{service}")
    assert f"Dette har vi avtalt {said}" in text
    assert ("Lillevik skole trenger også, og ingen har lovet: En dato." in text) == (service == "skole")


def test_leaders_see_what_nobody_has_promised(edition: Edition) -> None:
    text = shown(edition, "egenkontroll")
    assert "Behov ingen har lovet" in text
    assert "En dato. Lillevik skole trenger det fra PPT: PPT og skolen" in text


def test_where_there_are_no_agreements_there_is_no_chapter(mini: Handbook) -> None:
    paths = [page.path for chapter in Edition(mini).chapters() for page in chapter.pages]
    assert not any(path.startswith("samarbeidsavtaler") for path in paths)
    assert "Dette har vi avtalt" not in shown(Edition(mini), "tjenester/ppt")


def test_what_is_confirmed_is_told_with_its_date_and_the_role_for_staff_alone() -> None:
    both = agreed(BOTH)
    assert "Bekreftet av PPTtirsdag 1. september 2026 (Leder)" in shown(Edition(both), PAGE)
    public = shown(Edition(for_audience(both, Audience.PUBLIC)), PAGE)
    assert "Bekreftet av PPTtirsdag 1. september 2026" in public
    assert "(Leder)" not in public


def test_the_sheet_has_room_for_what_is_not_promised_and_for_both_to_sign(edition: Edition) -> None:
    (sheet,) = (one for one in edition.sheets if one.path == "avtale/ppt-skole")
    assert (sheet.sides, sheet.of.page) == (1, PAGE)
    text = Document(Printer(edition).html(sheet)).text
    assert "Lillevik skole trenger: En dato. Ingen har lovet dette. Bli enige, og skriv det her:" in text
    assert "Vi bekrefter avtalen" in text


def test_search_finds_it_by_both_services(edition: Edition) -> None:
    (found,) = (one for one in documents(edition, edition.chapters()) if one.place.page == PAGE)
    assert "Samarbeidsavtale mellom PPT og Lillevik skole" in found.lines
