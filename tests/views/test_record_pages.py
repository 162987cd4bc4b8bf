"""Pages of records that have no view of their own, tried on every kind there is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from builder.edition.edition import Edition
from builder.model.handbook import Handbook
from builder.model.kind import OwnPages, SharedPage
from builder.render.renderer import Renderer
from builder.site.links import SiteLinks
from builder.views.page import Page
from builder.views.record_pages import chapters
from builder.views.routes import place_of

from tests.support import Document, filled_handbook, to_html

HOSTILE = "<b>&amp; | {{ x }} % [a](services:x)"


def made(handbook: Handbook) -> Iterator[tuple[Page, Document]]:
    """Each page that would be made if no kind had a view, as the site shows it."""
    edition = Edition(handbook)
    renderer = Renderer(edition, SiteLinks())
    for chapter in chapters(handbook, edition.names, made=()):
        for page in chapter.pages:
            yield page, Document(to_html(renderer.text(page)))


@pytest.fixture(scope="module")
def documents(mini: Handbook) -> dict[str, Document]:
    return {page.path: document for page, document in made(mini)}


def test_every_record_is_where_its_address_says(mini: Handbook, documents: dict[str, Document]) -> None:
    for kind, record in mini.everything():
        assert kind.address.index in documents
        place = place_of(kind, record.id)
        if isinstance(kind.address, OwnPages | SharedPage):
            assert str(getattr(record, kind.title)) in documents[place.page].text
            assert not place.anchor or place.anchor in documents[place.page].ids


def test_fields_are_rows_and_groups_are_rows_within_them(documents: dict[str, Document]) -> None:
    text = "".join(documents["tjenester/ppt"].text.split())
    for words in ("Typetjeneste", "KontakterRolleLeder", "VedfraværRolle", "Dettegjørvi", "SistkontrollertDato"):
        assert words in text
    assert "Rekkefølge" not in documents["situasjoner/uenighet"].text


def test_what_uses_a_record_and_what_tells_of_it_are_on_its_page(documents: dict[str, Document]) -> None:
    page = documents["skjemaer/samtykke"]
    assert "Brukes i" in page.text
    assert "../ovelser/stille-barn.html" in page.addresses


def test_a_field_of_any_form_can_be_shown_and_text_stays_text() -> None:
    for _, document in made(filled_handbook(HOSTILE)):
        assert not {"b", "script"} & {tag for tag, _ in document.tags}


def test_a_kind_that_has_its_pages_gets_no_more(mini: Handbook) -> None:
    edition = Edition(mini)
    pages = {page.path for chapter in edition.chapters() for page in chapter.pages}
    assert list(chapters(mini, edition.names, pages)) == []
