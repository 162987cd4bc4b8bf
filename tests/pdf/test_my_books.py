"""The books of workplaces and places as PDF: bound of pages that are laid out once, numbered, tagged, and to be folded."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from builder.edition.edition import Edition
from builder.model.handbook import Handbook
from builder.pdf.my_books import Bindery
from builder.views.my_book import A4, A5, Part

from tests.pdf.structure import faults

pytestmark = pytest.mark.whole
MILLIMETRES = {A4: (210, 297), A5: (148, 210)}


@pytest.fixture(scope="module")
def made(mini: Handbook, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    """The book of a kind and of a place, on each paper."""
    folder, edition = tmp_path_factory.mktemp("books"), Edition(mini)
    found = {}
    for paper in MILLIMETRES:
        bindery = Bindery(edition, paper)
        for book in edition.books:
            if book.id != "pp-tjeneste":
                found[book.id, paper] = folder / f"{book.id}-{paper}.pdf"
                bindery.write(book, found[book.id, paper])
    return found


def flat(page: pypdf.PageObject) -> str:
    return " ".join(page.extract_text().split())


def test_pages_have_the_size_of_the_paper_and_can_be_folded(made: dict[tuple[str, str], Path]) -> None:
    for (_, paper), path in made.items():
        pages = pypdf.PdfReader(path).pages
        for page in pages:
            sides = (float(page.mediabox.width), float(page.mediabox.height))
            assert sides == pytest.approx([side / 25.4 * 72 for side in MILLIMETRES[paper]], abs=0.5)
        assert paper != A5 or len(pages) % 4 == 0


def test_every_page_has_its_number_and_says_edition_day_and_demonstration(made: dict[tuple[str, str], Path]) -> None:
    for path in made.values():
        pages = pypdf.PdfReader(path).pages
        for number, page in enumerate(pages, start=1):
            said = flat(page)
            assert f"{number} / {len(pages)}" in said
            assert "skrevet ut 22. november 2026" in said
            assert "Demonstrasjonsdata" in said
            assert "Intern utgave" in said


def test_the_contents_lead_to_the_pages_they_name(made: dict[tuple[str, str], Path]) -> None:
    for path in made.values():
        reader = pypdf.PdfReader(path)
        assert "Ring nå" in flat(reader.pages[0])
        named = {str(name) for name in reader.named_destinations}
        assert {"situasjoner--akutt", "situasjoner--bekymret-barn", "kan-jeg-dele--skole"} <= named
        page = reader.get_destination_page_number(reader.named_destinations["situasjoner--akutt"])
        assert page is not None
        assert "Akutt: barnet er i fare nå" in flat(reader.pages[page])
        contents = " ".join(map(flat, reader.pages[:2]))
        assert f"Akutt: barnet er i fare nå {page + 1}" in contents


def test_the_book_of_a_place_has_its_own_page_first_and_then_that_of_its_kind(
    made: dict[tuple[str, str], Path],
) -> None:
    place, kind = (pypdf.PdfReader(made[name, A4]) for name in ("barneskolen", "skole"))
    assert len(place.pages) == len(kind.pages) + 1
    assert "Lillevik barneskole" in flat(place.pages[1])
    assert "Min bok: Lillevik barneskole" in flat(place.pages[0])


def test_tags_keep_to_the_standard(made: dict[tuple[str, str], Path]) -> None:
    for path in made.values():
        assert faults(pypdf.PdfReader(path)) == []


def test_the_same_edition_gives_the_same_bytes_whatever_was_bound_before(
    mini: Handbook, made: dict[tuple[str, str], Path], tmp_path: Path
) -> None:
    """Two books share pages: the second must not carry anything of the first, nor depend on it."""
    edition, alone = Edition(mini), tmp_path / "alone.pdf"
    Bindery(edition, A4).write(edition.books[-1], alone)
    assert alone.read_bytes() == made["barneskolen", A4].read_bytes()


def test_a_part_alone_is_numbered_by_itself(mini: Handbook, tmp_path: Path) -> None:
    edition, target = Edition(mini), tmp_path / "part.pdf"
    pages = Bindery(edition, A4).write(edition.books[0].with_parts({Part.MEETINGS}), target)
    reader = pypdf.PdfReader(target)
    said = " ".join(map(flat, reader.pages))
    assert len(reader.pages) == pages == 2
    assert "Tverrfaglig team" in said
    assert "Jeg er bekymret for et barn" not in said
