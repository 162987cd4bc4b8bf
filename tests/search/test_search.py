"""What the search is given: documents from records and pages, in the script that hands them over."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from builder.edition.edition import Edition
from builder.model.handbook import Handbook
from builder.model.result_group import ResultGroup
from builder.prose import plain
from builder.resources import TEMPLATES
from builder.search import FILE
from builder.search.document import Document
from builder.search.index import documents, search_index
from builder.search.words import interface_words
from builder.views import routes
from builder.views.page import Medium, Place

from tests.rules.test_rules import with_fragment
from tests.support import SLUG, filled_handbook, public


def handbook(fragment: str) -> Handbook:
    return with_fragment(fragment).handbook


def found_in(fragment: str) -> tuple[Document, ...]:
    made = handbook(fragment)
    return documents(Edition(made), Edition(made).chapters())


def one(found: tuple[Document, ...], kind: ResultGroup, title: str) -> Document:
    return next(document for document in found if document.group is kind and document.title == title)


def data(script: str) -> dict[str, object]:
    body = script.removeprefix("handbokSearch.index(").removesuffix(");\n")
    loaded = json.loads(body)
    assert isinstance(loaded, dict)
    return loaded


# Documents


def test_a_contact_is_found_at_its_place_with_its_service_and_its_number(mini: Handbook) -> None:
    found = one(documents(Edition(mini), Edition(mini).chapters()), ResultGroup.CONTACT, "Leder")
    assert found.place == Place("tjenester/ppt", "kontakt-leder")
    assert found.about == "PPT · PP-tjenesten"
    assert found.phone == "00 00 00 00"


def test_who_stands_behind_a_text_is_not_among_its_words(mini: Handbook) -> None:
    found = one(documents(Edition(mini), Edition(mini).chapters()), ResultGroup.RULE, "Med samtykke kan du dele")
    assert found.lines
    assert not any("jurist" in line or "Redaksjonen" in line for line in found.lines)


def test_every_record_with_a_page_and_every_page_can_be_found(mini: Handbook) -> None:
    edition = Edition(mini)
    found = {document.place.page for document in documents(edition, edition.chapters())}
    assert found >= {page.path for chapter in edition.chapters() for page in chapter.pages} - {"index", routes.OFFLINE}


def test_a_pathway_is_found_by_other_words_and_leads_to_its_steps(mini: Handbook) -> None:
    found = documents(Edition(mini), Edition(mini).chapters())
    pathway = mini.pathways[0]
    assert one(found, ResultGroup.SITUATION, pathway.title).asked == pathway.aliases
    steps = [document for document in found if document.group is ResultGroup.STEP and document.about == pathway.title]
    assert [step.title for step in steps] == [step.title for step in pathway.steps]


def test_a_form_is_found_by_its_other_names_and_a_rule_by_what_people_ask() -> None:
    made = "{forms: [{id: samtykke, aliases: [fullmakt]}], rules: [{id: samtykke, aliases: [be om lov]}]}"
    found = found_in(made)
    assert [d.names for d in found if d.place == Place("skjemaer/samtykke")] == [("fullmakt",)]
    assert [d.asked for d in found if d.place == Place("taushetsplikt/samtykke")] == [("be om lov",)]
    assert not any("fullmakt" in line or "be om lov" in line for document in found for line in document.lines)


def test_what_a_workplace_may_tell_is_found_at_the_answer_for_each_receiver(mini: Handbook) -> None:
    found = {document.place.page: document for document in documents(Edition(mini), Edition(mini).chapters())}
    answers = found["kan-jeg-dele/skole"]
    assert answers.title == "Kan jeg dele? Jeg jobber på skole"
    lines = dict(zip(answers.anchors, answers.lines, strict=True))
    beside = "Er du bekymret for et barn: Du skal melde til barnevernet."
    assert lines["til-barnevern"] == f"Til Barnevern: {beside} Ellers: Spør foreldrene først."
    assert [line for line in lines.values() if beside in line] == [lines["til-barnevern"]]
    worried = "Til Barnevern (Jeg er bekymret for et barn nå): Du skal melde til barnevernet."
    assert lines["til-barnevern-bekymring"] == worried
    skole = next(service for service in mini.services if service.category.value == "school")
    assert {"Skole", skole.label, *skole.aliases} <= set(answers.names)


def test_a_workplace_is_found_by_its_situations_meetings_and_forms(mini: Handbook) -> None:
    found = {document.place.page: document for document in documents(Edition(mini), Edition(mini).chapters())}
    lines = found["jobber/pp-tjeneste"].lines
    assert {mini.pathways[0].title, *(forum.name for forum in mini.forums)} & set(lines)


def test_the_year_of_meetings_is_found_among_the_meetings(mini: Handbook) -> None:
    found = [d for d in documents(Edition(mini), Edition(mini).chapters()) if d.place.page == "moteplasser/motearet"]
    assert [document.group for document in found] == [ResultGroup.FORUM]
    assert {"årshjul", "møtedatoer"} <= set(found[0].names)


def test_what_is_internal_is_not_in_the_index() -> None:
    made = handbook("services: [{id: ppt, contacts: [{id: leder, role: Leder, direct_phone: '22 22 55 55'}]}]")
    edition = Edition(public(made))
    assert "22 22 55 55" not in search_index(edition, edition.chapters())


def test_a_running_text_is_found_without_its_markup() -> None:
    found = found_in("services: [{id: ppt, summary: '**Hjelp** fra [tjenesten](services:ppt)'}]")
    assert "Hjelp fra tjenesten" in one(found, ResultGroup.SERVICE, "PP-tjenesten").lines


def test_a_section_is_found_by_the_section_it_replaced(mini: Handbook) -> None:
    found = [
        d
        for d in documents(Edition(mini), Edition(mini).chapters())
        if d.group is ResultGroup.LAW and d.place.anchor == "barnevernsloven-13-2"
    ]
    assert [document.title for document in found] == ["barnevernsloven § 13-2"]
    assert any("§ 6-4" in name for name in found[0].names)


def test_what_is_printed_is_found_by_its_kind_and_by_itself_and_leads_to_the_file(mini: Handbook) -> None:
    edition = Edition(mini)
    found = documents(edition, edition.chapters(Medium.SITE, edition.files), "handbok.pdf")
    book = one(found, ResultGroup.PRINT, "Hele håndboka som PDF")
    assert (book.file, "hele boka" in book.names) == ("handbok.pdf", True)
    card = one(found, ResultGroup.PRINT, "Lommekort")
    assert (card.file, card.place.anchor) == ("utskrift/lommekort.pdf", "utskrift-lommekort")
    assert one(found, ResultGroup.PRINT, "Plakat").names
    form = one(found, ResultGroup.PRINT, f"Skjema: {mini.forms[0].title}")
    assert form.file == f"utskrift/skjema-{mini.forms[0].id}.pdf"


def test_nothing_is_said_of_prints_that_are_not_written(mini: Handbook) -> None:
    found = documents(Edition(mini), Edition(mini).chapters())
    assert not any(document.group is ResultGroup.PRINT for document in found)


# The script


def test_only_a_number_that_rings_can_be_called() -> None:
    made = handbook("emergency: [{id: politi, name: Politi, phone: '112', when: Fare}]")
    rows = data(search_index(Edition(made), Edition(made).chapters()))["documents"]
    assert isinstance(rows, list)
    phones = {row[9]: row[10:11] for row in rows if len(row) > 9}
    assert phones["112"] == ["tel:112"]
    assert phones["00 00 00 00"] in ([], [""])


@pytest.mark.parametrize("text", ["</script><evil-x>", "a\u2028b", '"); alert(1); ("'])
def test_a_text_stays_a_text_in_the_script(text: str) -> None:
    made = filled_handbook(text)
    script = search_index(Edition(made), Edition(made).chapters())
    assert "</script" not in script
    assert "\u2028" not in script
    assert json.dumps(plain(text))[1:-1] in json.dumps(data(script))


def test_the_script_says_in_what_order_the_values_of_a_document_stand(mini: Handbook) -> None:
    index = data(search_index(Edition(mini), Edition(mini).chapters()))
    rows = index["documents"]
    assert isinstance(rows, list)
    assert isinstance(index["fields"], list)
    named = [dict(zip(index["fields"], row, strict=False)) for row in rows]
    found = next(document for document in named if document["title"] == "Leder")
    assert (found["page"], found["anchor"], found["phone"]) == ("tjenester/ppt", "kontakt-leder", "00 00 00 00")


def test_every_sentence_the_scripts_say_is_given_them_and_none_in_vain() -> None:
    folder = TEMPLATES / "static" / "assets" / "search"
    scripts = "".join(
        (folder / name).read_text(encoding="utf-8") for name in ("answers.js", "answer-row.js", "search.js")
    )
    assert set(re.findall(r"\bwords\.(\w+)", scripts)) == set(interface_words(str))


def test_where_to_begin_when_nothing_is_found_are_pages_of_the_site(published: Path) -> None:
    index = data((published / SLUG / FILE).read_text(encoding="utf-8"))
    start, address = index["start"], index["address"]
    assert isinstance(start, list)
    assert isinstance(address, str)
    assert len(start) == 3
    assert all((published / SLUG / address.format(page=page)).is_file() for page, _ in start)


def test_the_same_handbook_gives_the_same_index(mini: Handbook) -> None:
    assert search_index(Edition(mini), Edition(mini).chapters()) == search_index(
        Edition(mini), Edition(mini).chapters()
    )


def test_the_site_has_the_index_and_nothing_of_the_theme_s_own_search(published: Path) -> None:
    site = published / SLUG
    assert (site / FILE).read_text(encoding="utf-8").startswith("handbokSearch.index({")
    assert not list(site.rglob("*lunr*"))
    assert not (site / "search").exists()
    assert not list(site.rglob("*.map"))
