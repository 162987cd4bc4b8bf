"""The pulse of meetings on the page and the sheet of a forum, and among what leaders see; for staff alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builder.edition.edition import Edition
from builder.facts.audience import for_audience
from builder.model.audience import Audience
from builder.model.handbook import Handbook
from builder.model.meeting_log import MEETINGS
from builder.pdf.sheets import Printer
from builder.selfcheck.cancelling import cancelling
from builder.selfcheck.criteria import self_check

from tests.support import Document, checked, mini_file, own, site_html, varied

LOG, MUNICIPALITY, FORUMS = "lillevik/meetings.yml", "lillevik/municipality.yml", "lillevik/forums.yml"
PAGE, LEADERS = "moteplasser/team", "egenkontroll"
HEAD = "- id: team\n  forum: team\n  meetings:\n"


def handbook_with(folder: Path, log: str | None, municipality: str = "") -> Handbook:
    changes: dict[str, str | bytes | None] = {} if log is None else {LOG: log}
    if municipality:
        changes[MUNICIPALITY] = municipality
    return checked(varied(folder, changes)).handbook


def rows(*meetings: str) -> str:
    return HEAD + "".join(f"    - {{{meeting}}}\n" for meeting in meetings)


def text_of(handbook: Handbook, page: str) -> str:
    return Document(site_html(handbook)[page]).text


def sheet(handbook: Handbook) -> str:
    edition = Edition(handbook)
    found = next(one for one in edition.sheets if one.path == "moteark/team")
    return re.sub(r"\s+", " ", Printer(edition).html(found))


THREE = rows(
    "date: 2026-08-18, came: [ppt, skole], decided: 2, about: [routine], done: 2",
    "date: 2026-09-22, came: [skole], decided: 3, about: [measure, competence], done: 1",
    "date: 2026-11-03, came: [ppt, skole], decided: 1, about: [routine]",
)
DAYS = [f"date: 2026-{month:02}-{day:02}" for month in range(1, 7) for day in (6, 20)]


@pytest.fixture
def kept(tmp_path: Path) -> Handbook:
    """The miniature handbook, where the team keeps a pulse."""
    return handbook_with(tmp_path, THREE)


def test_the_page_says_what_was_cancelled_who_came_and_what_was_done(kept: Handbook) -> None:
    text = text_of(kept, PAGE)
    assert "0 av 3 avlyst – eksempel" in text
    assert "eksempel Møtene og tallene er funnet på. Avlyst det siste året0 av 3 møter (0 prosent)" in text
    assert "Gjort til neste møte3 av 5 vedtak" in text
    assert "PPT2 av 3 møter" in text
    assert "tirsdag 3. november 2026 Kom: PPT, Lillevik skole · vedtak: 1 (rutine)" in text
    assert "10 prosent eller mer" not in text


def test_the_page_marks_what_leaders_must_know(tmp_path: Path) -> None:
    log = rows(
        *(f"{day}, came: [skole]" for day in DAYS), *(f"date: 2026-{m}-03, cancelled: true" for m in (9, 10, 11))
    )
    log = log.replace("2026-9-", "2026-09-")
    handbook = handbook_with(tmp_path, log, own(mini_file(MUNICIPALITY)))
    text = text_of(handbook, PAGE)
    assert "3 av 15 møter (20 prosent) 10 prosent eller mer" in text
    assert "De siste, avlyst på rad3 møter si fra" in text
    assert "PPT0 av 12 møter sjelden" in text
    assert "eksempel" not in text
    assert "funnet på" not in text


def test_under_ten_meetings_are_not_held_against_the_criterion(tmp_path: Path) -> None:
    handbook = handbook_with(tmp_path, rows("date: 2026-11-03, cancelled: true"))
    assert "1 av 1 møter (100 prosent)" in text_of(handbook, PAGE)
    assert "10 prosent eller mer" not in text_of(handbook, PAGE)


@pytest.mark.parametrize("log", [None, "- {id: team, forum: team}\n", rows("date: 2024-11-03, came: [ppt]")])
def test_nothing_is_shown_where_nothing_is_noted_in_the_last_year(tmp_path: Path, log: str | None) -> None:
    handbook = handbook_with(tmp_path, log)
    assert "Møtepuls" not in text_of(handbook, PAGE)
    assert "Møtepuls" not in text_of(handbook, LEADERS)
    assert "avlyst det siste året" not in sheet(handbook)


def test_leaders_are_told_where_nobody_notes_whether_meetings_are_held(tmp_path: Path) -> None:
    statements = [one.message.text() for one in cancelling(handbook_with(tmp_path, None))]
    assert statements == ["I 1 av 1 faste møteplasser noterer ingen om møtene blir holdt"]


def test_leaders_are_told_first_of_what_is_cancelled_in_a_row(tmp_path: Path) -> None:
    forums = mini_file(FORUMS) + mini_file(FORUMS).replace("id: team", "id: alfa").replace("Tverrfaglig team", "Alfa")
    log = rows("date: 2026-11-03, came: [ppt, skole]").replace("team", "alfa")
    log += rows(*(f"date: 2026-{month}-03, cancelled: true" for month in ("09", "10", "11")))
    handbook = checked(varied(tmp_path, {LOG: log, FORUMS: forums})).handbook
    text = text_of(handbook, LEADERS)
    table = text[text.index("Møtepuls: avlyst, kommet og gjort") :]
    assert table.index("Tverrfaglig team") < table.index("Alfa")
    assert "3 møter si fra" in table
    statements = [one.message.text() for found in self_check(handbook).criteria for one in found.statements]
    assert "1 av 2 møteplasser med møtepuls er avlyst minst tre ganger på rad" in statements
    assert "2 av 2 faste møteplasser fører møtepuls" in statements


def test_leaders_are_told_who_seldom_comes_and_where(tmp_path: Path) -> None:
    handbook = handbook_with(tmp_path, rows(*(f"{day}, came: [skole]" for day in DAYS)))
    text = text_of(handbook, LEADERS)
    assert "Tjenester som sjelden kommer" in text
    assert "0 av 12 møter sjelden Tverrfaglig team: 0 av 12" in text
    statements = [one.message.text() for found in self_check(handbook).criteria for one in found.statements]
    assert "1 av 2 tjenester kommer til under halvparten av møtene de alltid skal være med på" in statements
    assert "I 1 av 1 møteplasser er under 10 % av møtene avlyst det siste året" in statements


def test_leaders_are_told_how_it_goes_since_the_edition_before(tmp_path: Path) -> None:
    before = [f"{day.replace('2026', '2025')}, cancelled: {str(n < 6).lower()}" for n, day in enumerate(DAYS)]
    editions = "- {id: u1, version: '2026.1', status: approved, by: Kommunedirektør, date: 2026-01-01}\n"
    root = varied(tmp_path, {LOG: rows(*before, *DAYS), "lillevik/editions.yml": editions})
    sentence = "0 av 12 møter (0 %) er avlyst siden utgave 2026.1 ble godkjent, og det var 6 av 12 (50 %) i tida før"
    assert sentence in text_of(checked(root).handbook, LEADERS)


def test_the_sheet_has_the_pulse_and_a_line_to_note_it_on(kept: Handbook) -> None:
    text = sheet(kept)
    assert (
        "0 av 3 møter er avlyst det siste året (0 prosent); 3 av 5 vedtak var gjort til neste møte – eksempel" in text
    )
    assert "Til møtepulsen" in text
    assert 'title="Møtet ble avlyst"' in text


def test_a_forum_that_begins_to_keep_a_pulse_has_the_line_before_anything_is_noted(tmp_path: Path) -> None:
    assert "Til møtepulsen" in sheet(handbook_with(tmp_path, "- {id: team, forum: team}\n"))


def test_a_forum_without_a_pulse_has_no_line_for_it(tmp_path: Path) -> None:
    assert "møtepuls" not in sheet(handbook_with(tmp_path, None)).lower()


def test_the_public_edition_knows_nothing_of_it(kept: Handbook) -> None:
    public = for_audience(kept, Audience.PUBLIC)
    assert public.of(MEETINGS) == ()
    assert "Møtepuls" not in text_of(public, PAGE)
    assert "møtepuls" not in sheet(public).lower()
