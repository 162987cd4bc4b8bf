"""«My book»: who has one, and what is in it, for those who work there and for everybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder.edition.edition import Edition
from builder.facts.participation import situations_of
from builder.model.handbook import Handbook
from builder.model.service import SERVICES
from builder.pdf.my_books import Bindery
from builder.views.my_book import A4, A5, MyBook, MyForms, MyMeetings, Part
from builder.views.share_answers import SharePage

from tests.support import Document, checked, filled_handbook, mini_file, public, varied

PATHWAYS = "lillevik/pathways.yml"
SCHOOL = "lillevik/services/skole.yml"


def book(handbook: Handbook, name: str) -> MyBook:
    return next(one for one in Edition(handbook).books if one.id == name)


def text(handbook: Handbook, name: str) -> str:
    edition = Edition(handbook)
    found = next(one for one in edition.books if one.id == name)
    return Document(Bindery(edition, A4).html(found)).text


def situations(handbook: Handbook, service: str) -> list[str]:
    found = handbook.find(SERVICES, service)
    assert found
    return [pathway.id for pathway in situations_of(handbook, [found])]


def test_each_kind_of_workplace_and_each_place_has_a_book(mini: Handbook) -> None:
    books = Edition(mini).books
    assert [one.id for one in books] == ["skole", "pp-tjeneste", "barneskolen"]
    school, _, place = books
    assert [copy.file for copy in school.copies] == ["utskrift/min-bok-skole.pdf", "utskrift/min-bok-skole-a5.pdf"]
    assert [copy.file for copy in place.copies] == ["utskrift/min-bok-barneskolen.pdf", "utskrift/min-bok-skole-a5.pdf"]
    assert place.is_made_for(A4)
    assert not place.is_made_for(A5)


def test_the_book_has_its_parts_in_order_and_a_place_its_own_first(mini: Handbook) -> None:
    assert book(mini, "skole").parts == tuple(Part)
    place = book(mini, "barneskolen")
    assert place.parts == tuple(Part)
    assert place.sections[0].part is None
    assert place.sections[1:] == book(mini, "skole").sections


def test_what_is_a_place_s_own_is_in_any_choice_of_parts(mini: Handbook) -> None:
    chosen = book(mini, "barneskolen").with_parts({Part.MEETINGS})
    assert [section.part for section in chosen.sections] == [None, Part.MEETINGS]


def test_situations_are_those_one_acts_in_and_those_anybody_may_have_to_begin(mini: Handbook) -> None:
    """PPT decides in disagreement, and the school does nothing there; worry and danger are for whoever sees the child."""
    assert situations(mini, "ppt") == ["bekymret-barn", "akutt", "uenighet"]
    assert situations(mini, "skole") == ["bekymret-barn", "akutt"]


def test_a_situation_that_another_begins_is_not_for_those_who_are_not_in_it(tmp_path: Path) -> None:
    begun_by_ppt = mini_file(PATHWAYS).replace("responsible: ansatt\n", "responsible: ppt.leder\n", 1)
    begun_by_ppt = begun_by_ppt.replace("responsible: skole.rektor", "responsible: ppt.leder")
    assert situations(checked(varied(tmp_path, {PATHWAYS: begun_by_ppt})).handbook, "skole") == ["akutt"]


@pytest.mark.parametrize(("groups", "expected"), [("school-age", ["bekymret-barn", "akutt"]), ("unborn", ["akutt"])])
def test_what_is_seen_where_children_are_all_day_is_for_those_who_have_such_children(
    tmp_path: Path, groups: str, expected: list[str]
) -> None:
    seen = mini_file(PATHWAYS).replace("situation: worry\n", f"situation: bullying\n  groups: [{groups}]\n", 1)
    seen = seen.replace("responsible: skole.rektor", "responsible: ppt.leder")
    assert situations(checked(varied(tmp_path, {PATHWAYS: seen})).handbook, "skole") == expected


def test_all_steps_all_answers_meetings_and_contacts_are_in_it(mini: Handbook) -> None:
    found, said = book(mini, "skole"), text(mini, "skole")
    for pathway in mini.pathways[:2]:
        assert all(wanted in said for wanted in (pathway.title, *(step.title for step in pathway.steps)))
    share = next(page.context for section in found.sections for page in section.pages if section.part is Part.SHARE)
    assert isinstance(share, SharePage)
    leads = [card.lead for card in (*share.cards, *share.others) if card.lead]
    assert leads
    assert all((lead.answer or lead.title) in said for lead in leads)
    assert all(wanted in said for wanted in ("Tverrfaglig team", "Drøfte bekymring tidlig.", "Rektor", "Leder"))
    assert "Samtykke" in said


def test_meetings_of_others_are_not_in_it(mini: Handbook) -> None:
    for name in ("skole", "pp-tjeneste"):
        contexts = [page.context for section in book(mini, name).sections for page in section.pages]
        forums = [row.held[0].at.forum.id for one in contexts if isinstance(one, MyMeetings) for row in one.forums]
        assert forums == ["team"]


def test_forms_say_where_they_are_where_that_is_known(mini: Handbook) -> None:
    (forms,) = (
        page.context for section in book(mini, "skole").sections for page in section.pages if section.part is Part.FORMS
    )
    assert isinstance(forms, MyForms)
    assert [form.id for form in forms.forms] == ["samtykke"]
    website = mini.municipality.website
    assert forms.address == (f"{website}/skjemaer/index.html" if website else None)


def test_nothing_internal_is_in_the_public_edition(tmp_path: Path) -> None:
    """A situation, a contact and a note that only those who work there may read."""
    secret = mini_file(SCHOOL).replace(
        "contacts:\n", "contacts:\n  - {id: vakt, role: Hemmelig vakt, phone: 00 00 00 09, audience: internal}\n"
    )
    hidden = mini_file(PATHWAYS).replace("  situation: acute\n", "  situation: acute\n  audience: internal\n")
    handbook = checked(varied(tmp_path, {SCHOOL: secret, PATHWAYS: hidden})).handbook
    for name in ("skole", "barneskolen"):
        assert "Hemmelig vakt" in text(handbook, name)
        assert "Ring 112" in text(handbook, name)
        said = text(public(handbook), name)
        assert "Hemmelig vakt" not in said
        assert "Akutt: barnet er i fare nå" not in said
        assert "Intern utgave" not in said
    assert "Intern utgave" in text(handbook, "skole")


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_book_of_anything_leads_only_to_what_is_on_its_pages(language: str) -> None:
    edition = Edition(filled_handbook("a <b>& «c»", language))
    assert edition.books
    for one in edition.books:
        document = Document(Bindery(edition, A5).html(one))
        within = {address[1:] for address in document.addresses if address.startswith("#")}
        assert within <= set(document.ids)
        assert "None" not in document.addresses


def test_a_handbook_without_rules_places_and_services_has_no_books_that_lack_them(tmp_path: Path) -> None:
    none = varied(tmp_path, {"lillevik/places.yml": None, "common/rules.yml": None})
    assert [one.id for one in Edition(checked(none).handbook).books] == ["skole", "pp-tjeneste"]
    assert Part.SHARE not in book(checked(none).handbook, "skole").parts
