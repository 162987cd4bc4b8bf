"""What the handbook says beside what staff say: the self-check, the sheet to ask with, the terminal; for staff alone."""

from __future__ import annotations

import json

import pytest
from builder.cli.status import as_json
from builder.edition.edition import Edition
from builder.feeds.files import files
from builder.model.handbook import Handbook
from builder.model.staff_question import StaffQuestion
from builder.model.survey import SURVEYS
from builder.pdf.book import book_html
from builder.pdf.sheets import Printer
from builder.search.index import search_index
from builder.views.sheets.sheet import Sheet

from tests.rules.test_rules import with_fragment
from tests.support import Document, public, site_html

PAGE, SHEET = "egenkontroll", "spor-ansatte"
FRAGMENT = """
services:
  - {id: nav, name: NAV, category: nav, government: municipality, summary: Arbeid.}
  - {id: bup, name: BUP, category: bup, government: health-trust, summary: Psykisk helse.}
editions: [{id: "1", version: "2026.1", status: approved, by: Leder, date: 2026-02-01}]
surveys:
  - id: siste-gang
    closed: 2026-03-20
    groups:
      - services: [ppt]
        asked: 777
        answered: 3
        answers: [{question: routines, agree: 3}, {question: effect, agree: 3}, {question: families, agree: 3}]
      - services: [skole]
        asked: 40
        answered: 30
        answers: [{question: routines, agree: 15, disagree: 10, unknown: 5}, {question: effect, agree: 10, disagree: 20}]
      - {services: [nav], asked: 10, answered: 7, answers: [{question: routines, agree: 5, disagree: 2}]}
      - {services: [bup], asked: 12, answered: 9, answers: [{question: routines, partly_agree: 5, disagree: 4}]}
  - id: forrige-gang
    closed: 2024-03-20
    groups:
      - {services: [skole], asked: 40, answered: 20, answers: [{question: routines, agree: 8, disagree: 12}]}
"""


@pytest.fixture(scope="module")
def asked() -> Handbook:
    return with_fragment(FRAGMENT).handbook


@pytest.fixture(scope="module")
def text(asked: Handbook) -> str:
    return part_of(site_html(asked)[PAGE])


def part_of(html: str) -> str:
    """The part of the self-check that is about what staff say."""
    whole = Document(html).text
    return whole[whole.index("Håndboka sier, de ansatte sier") : whole.index("Vet alle hvem som", 1000)]


def sheets(handbook: Handbook) -> list[Sheet]:
    return [sheet for sheet in Edition(handbook).sheets if sheet.path == SHEET]


def test_each_criterion_has_what_the_handbook_says_beside_what_staff_say(text: str) -> None:
    assert "57 % er enige (n = 49), mot 40 % onsdag 20. mars 2024" in text
    assert "Internkontroll" in text
    assert "30 % er enige" not in text
    assert "39 % er enige (n = 33)" in text
    assert "For få svar til å vises" in text
    assert text.count("Ikke spurt om dette") == 5
    assert "Sist spurt fredag 20. mars 2026, utgave 2026.1: 49 av 839 svarte. eksempel" in text


def test_questions_groups_and_earlier_surveys_are_told(text: str) -> None:
    assert "Jeg kjenner håndboka og rutinene for samarbeid mellom tjenestene. 57 % (n = 49), vet ikke: 10 %" in text
    assert "Lillevik skole: 50 % (n = 30)" in text
    assert "BUP: 56 % (n = 9)" in text
    assert "onsdag 20. mars 2024: 20 av 40 svarte Formalisering: 40 % (n = 20)" in text


def test_small_groups_are_named_without_any_number(text: str) -> None:
    assert "Ikke vist hver for seg, så ingen kan kjennes igjen: PPT; NAV." in text
    assert "PPT:" not in text
    assert "NAV:" not in text
    assert "(n = 3)" not in text
    assert "(n = 7)" not in text


def test_nobody_is_said_to_have_been_asked_before_they_are(mini: Handbook, mini_html: dict[str, str]) -> None:
    text = part_of(mini_html[PAGE])
    assert "Ikke spurt ennå. Skriv ut arket" in text
    assert "Håndboka sier:" not in text
    assert "Skriv ut arket «Spør de ansatte»" in text
    assert "De ansatte er ikke spurt om samarbeidet ennå" in Document(mini_html[PAGE]).text


def test_the_sheet_has_all_questions_on_one_page(mini: Handbook) -> None:
    (sheet,) = sheets(mini)
    assert (sheet.sides, sheet.of.page) == (1, PAGE)
    printed = Document(Printer(Edition(mini)).html(sheet)).text
    places = [printed.index(question.label) for question in StaffQuestion]
    assert places == sorted(places)
    assert "Helt uenigLitt uenigLitt enigHelt enigVet ikke" in printed
    assert "ingen gruppe med under 5 svar blir vist" in printed


def test_the_terminal_and_its_json_tell_the_same(asked: Handbook) -> None:
    found = with_fragment(FRAGMENT)
    (told,) = json.loads(as_json([found], str))
    staff = told["staff"]
    assert staff["criteria"]["formalisering"] == {"percent": 57, "n": 49}
    assert staff["criteria"]["brukermedvirkning"] is None
    assert staff["questions"]["families"] is None
    assert (staff["closed"], staff["edition"], staff["answered"]) == ("2026-03-20", "2026.1", 49)


def everything_else(handbook: Handbook) -> str:
    """All that is made of a handbook beside the self-check: other pages, open data, feeds and the search."""
    edition = Edition(handbook)
    pages = [html for path, html in site_html(handbook).items() if path != PAGE]
    fed = [content.decode("utf-8", "replace") for content in files(edition).values()]
    return "".join([*pages, *fed, search_index(edition, edition.chapters(written=edition.files))])


def test_the_numbers_stand_nowhere_but_in_the_self_check(asked: Handbook) -> None:
    made = everything_else(asked)
    assert "siste-gang" not in made
    assert "777" not in made
    assert "n = " not in made


def test_the_public_edition_knows_nothing_of_it(asked: Handbook) -> None:
    open_to_all = public(asked)
    assert open_to_all.of(SURVEYS) == ()
    assert sheets(open_to_all) == []
    assert PAGE not in site_html(open_to_all)
    assert "de ansatte sier" not in everything_else(open_to_all)


def test_the_book_has_what_the_page_has(asked: Handbook) -> None:
    book = Document(book_html(Edition(asked))).text
    assert "57 % er enige (n = 49)" in book
    assert "(n = 3)" not in book
