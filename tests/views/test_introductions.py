"""The register of introductions for leaders: the page, the line of a workplace, the list for the meeting; staff alone."""

from __future__ import annotations

import pytest
from builder.edition.edition import Edition
from builder.facts.audience import for_audience
from builder.model.audience import Audience
from builder.model.handbook import Handbook
from builder.pdf.sheets import Printer
from builder.views.sheets.sheet import Sheet

from tests.rules.test_rules import with_fragment
from tests.support import Document, public, site_html

PAGE = "innforing"
PPT, SCHOOL, PLACE = "tjenester/ppt", "tjenester/skole", "steder/barneskolen"
REGISTER = """
services: [{id: bup, name: BUP, category: bup, government: health-trust, summary: S}]
introductions:
  - id: hos-ppt
    title: Personalmøte hos PPT
    date: 2026-03-03
    by: ppt.leder
    services: [ppt, bup]
    exercises: [stille-barn]
    attended: 7
    note: Nummeret til [skolen](services:skole) må rettes.
  - {id: skolen, title: Planleggingsdag, by: ppt.leder, services: [skole], next: 2027-01-04}
"""
LATE = REGISTER.replace("2026-03-03", "2025-03-03")
#: Approved, and nothing written in the register.
APPROVED = "municipality: [{id: lillevik, demonstration: null, approved: 2026-09-01}]\n"


@pytest.fixture(scope="module")
def known() -> Handbook:
    return with_fragment(REGISTER).handbook


@pytest.fixture(scope="module")
def documents(known: Handbook) -> dict[str, Document]:
    return {path: Document(html) for path, html in site_html(known).items()}


def sheets(handbook: Handbook) -> list[Sheet]:
    return [sheet for sheet in Edition(handbook).sheets if sheet.path == PAGE]


def printed(handbook: Handbook) -> str:
    (sheet,) = sheets(handbook)
    return Document(Printer(Edition(handbook)).html(sheet)).text


def test_those_that_are_left_come_first(documents: dict[str, Document]) -> None:
    text = documents[PAGE].text
    order = ["Ikke innført ennå (1 av 2)", "Lillevik barneskole", "mandag 4. januar 2027", "Innført (1 av 2)", "PPT"]
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert "På tide igjen" not in text


def test_the_page_tells_when_by_whom_with_what_and_when_again(documents: dict[str, Document]) -> None:
    text = documents[PAGE].text
    assert "tirsdag 3. mars 2026" in text
    assert "3. mars 2027" in text
    assert "Leder, PPT" in text
    assert "Barnet som ble stille" in text
    assert "Deltakere: 7" in text
    assert "Samarbeidspartnere som har hatt innføring" in text
    assert {"ovelser/stille-barn.html", "tjenester/skole.html"} <= set(documents[PAGE].addresses)
    assert {"hos-ppt", "skolen", "ikke-enna"} <= set(documents[PAGE].ids)


def test_a_demonstration_says_that_none_of_it_is_done(documents: dict[str, Document]) -> None:
    assert "innføringene er eksempler, og ingen av dem er gjort" in documents[PAGE].text
    own = "municipality: [{id: lillevik, demonstration: null}]\n" + REGISTER
    assert "eksempler" not in Document(site_html(with_fragment(own).handbook)[PAGE]).text


def test_what_is_due_again_is_marked_on_the_page_and_at_the_workplace() -> None:
    html = site_html(with_fragment(LATE).handbook)
    assert "På tide igjen (1 av 2)" in Document(html[PAGE]).text
    line = "Håndboka her: Innført mandag 3. mars 2025, neste tirsdag 3. mars 2026 eksempel må gjøres"
    assert line in Document(html[PPT]).text


def test_a_workplace_says_in_one_line_when_and_when_next(documents: dict[str, Document]) -> None:
    assert "Håndboka her: Innført tirsdag 3. mars 2026, neste onsdag 3. mars 2027" in documents[PPT].text
    assert "Håndboka her: Ikke innført her ennå, avtalt mandag 4. januar 2027" in documents[PLACE].text
    assert "Håndboka her: Innført på 0 av 1 arbeidsplasser" in documents[SCHOOL].text
    assert "Håndboka her: Innført" in documents["tjenester/bup"].text


def test_a_partner_that_has_not_had_it_is_not_blamed() -> None:
    alone = REGISTER.replace("[ppt, bup]", "[ppt]")
    assert "Håndboka her" not in Document(site_html(with_fragment(alone).handbook)["tjenester/bup"]).text


def test_nothing_is_shown_of_what_is_not_used(mini: Handbook, mini_html: dict[str, str]) -> None:
    assert PAGE not in mini_html
    assert sheets(mini) == []
    assert not [path for path, html in mini_html.items() if "Håndboka her" in html or "innforing" in html]


def test_an_approved_handbook_nobody_has_shown_is_a_list_of_all_workplaces() -> None:
    handbook = with_fragment(APPROVED).handbook
    text = Document(site_html(handbook)[PAGE]).text
    assert "Ikke innført ennå (2 av 2)" in text
    assert "Alt som er gjort" not in text
    assert "Andelen" not in text


@pytest.mark.parametrize("fragment", [REGISTER, LATE, APPROVED])
def test_the_public_edition_says_nothing_of_it(fragment: str) -> None:
    open_to_all = public(with_fragment(fragment).handbook)
    html = site_html(open_to_all)
    assert PAGE not in html
    assert sheets(open_to_all) == []
    assert not [path for path, text in html.items() if "Håndboka her" in text or "hos-ppt" in text]
    assert open_to_all.introductions == ()


def test_the_list_for_the_meeting_has_room_beside_those_that_are_left(known: Handbook) -> None:
    (sheet,) = sheets(known)
    assert (sheet.sides, sheet.of.page) == (1, PAGE)
    assert sheet.until is not None
    assert sheet.until.isoformat() == "2027-01-04"
    text = printed(known)
    assert "1 av 2 arbeidsplasser er innført, 0 må gjøres igjen, og 1 er ikke innført." in text
    assert "Dette møtet: dag, og hvem som gjør det" in text
    assert text.index("Ikke innført ennå") < text.index("Lillevik barneskole") < text.rindex("3. mars 2026")
    assert "På tide igjen" in printed(with_fragment(LATE).handbook)


def test_the_edition_for_staff_has_the_page(known: Handbook) -> None:
    internal = Edition(for_audience(known, Audience.INTERNAL))
    assert PAGE in {page.path for chapter in internal.chapters(written=internal.files) for page in chapter.pages}
