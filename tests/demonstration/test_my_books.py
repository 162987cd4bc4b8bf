"""«My book» of the demonstration handbooks: each workplace and place has one, whole, and no thicker than one carries."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from builder.edition.edition import Edition
from builder.model.handbook import Handbook
from builder.views.by_workplace import WorkplacePage
from builder.views.my_book import A4, A5, MyBook, MyForms, MyMeetings
from builder.views.page import Context
from builder.views.pathways import PathwayPage
from builder.views.places import PlacePage
from builder.views.share_answers import SharePage

from tests.demonstration.conftest import MUNICIPALITIES
from tests.demonstration.test_book import handbook
from tests.demonstration.test_sheets import missing
from tests.pdf_reading import said_by_poppler, text_of, unembedded

#: A4: what one takes along. Some workplaces have little to meet about, and a place has pages of its own before the rest.
SHORTEST, LONGEST = 16, 40


def books(slug: str) -> tuple[MyBook, ...]:
    return Edition(handbook(slug)).books


def wanted(context: Context) -> list[str]:
    """What must be found of a page: titles of situations and steps, answers, meetings, contacts and forms."""
    match context:
        case PathwayPage():
            return [context.pathway.title, *(row.step.title for row in context.steps)]
        case SharePage():
            leads = [card.lead for card in (*context.cards, *context.others) if card.lead]
            return [rule.answer or rule.title for rule in leads]
        case MyMeetings():
            return [*(row.held[0].at.forum.name for row in context.forums), *(row.at.at.name for row in context.coming)]
        case WorkplacePage():
            own = [row.contact.role for group in context.services for row in group.contacts]
            return [*own, *(row.service.text for row in (*context.partners, *context.others))]
        case MyForms():
            return [form.title for form in context.forms]
        case PlacePage():
            return [context.place.name, *(person.call.contact.role for person in context.people)]
    raise AssertionError(context)


@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_each_workplace_and_place_has_its_book(slug: str) -> None:
    made: Handbook = handbook(slug)
    categories = {service.category for service in made.services}
    assert len(books(slug)) == len(categories) + len(made.places)


@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_books_are_whole_and_no_thicker_than_one_carries(site: Path, slug: str) -> None:
    for book in books(slug):
        path = site / slug / book.file(A4)
        pages = text_of(path)
        assert SHORTEST <= len(pages) <= LONGEST, (book.id, len(pages))
        looked_for = [text for section in book.sections for page in section.pages for text in wanted(page.context)]
        assert missing(" ".join(pages), looked_for) == [], book.id


@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_booklets_can_be_folded_and_say_the_same(site: Path, slug: str) -> None:
    for book in books(slug):
        if book.is_made_for(A5):
            assert len(pypdf.PdfReader(site / slug / book.file(A5)).pages) % 4 == 0, book.id


@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_every_page_says_what_it_is_of_and_all_letters_are_in_it(site: Path, slug: str) -> None:
    path = site / slug / next(book.file(A4) for book in books(slug) if book.id == "barnehage")
    assert unembedded(path) == []
    assert "H1" in said_by_poppler(["pdfinfo", "-struct", str(path)])
    for number, page in enumerate(text_of(path), start=1):
        assert all(said in page for said in ("Utgave", "skrevet ut", "Demonstrasjonsdata", f"{number} / ")), number


@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_pages_of_workplaces_and_places_lead_to_the_books(site: Path, slug: str) -> None:
    for book in books(slug):
        html = (site / slug / f"{book.of.page}.html").read_text(encoding="utf-8")
        assert all(f"../{copy.file}" in html for copy in book.copies), book.id
