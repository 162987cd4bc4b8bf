"""What the page of a pathway shows: levels, deadlines, whom to ring, and who answers for what."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from builder.model.handbook import Handbook
from builder.model.standard_terms import GROUP_OF_SITUATION, Situation, SituationGroup
from builder.views.pathways import situations
from builder.views.routes import Names

from tests.support import Document, all_pages, checked, mini_file, site_html, varied


def test_the_overview_of_a_pathway_shows_levels_deadlines_loops_and_exits(mini_html: dict[str, str]) -> None:
    overview = re.split(r'<nav [^>]*class="hb-overview"', mini_html["situasjoner/bekymret-barn"])[1].split("</nav>")[0]
    told = Document(overview).text
    assert told.index("Nivå 0") < told.index("Snakk med en kollega") < told.index("Meld fra")
    assert "Frist: innen 7 dager, regnet fra du ble bekymret" in told
    assert "Ut til Vi er uenige om ansvaret hvis: Det er uenighet" in told
    assert "Tilbake til steg 1 hvis: Det viser seg å være noe annet" in told
    assert "Forløpet kan slutte her." in told


def test_a_step_says_whom_to_ring_and_where_the_answer_about_sharing_is(mini_html: dict[str, str]) -> None:
    page = mini_html["situasjoner/bekymret-barn"]
    assert "../kan-jeg-dele/index.html" in Document(page).addresses
    assert page.count("<dt>Ring</dt>") == 1  # the head has a telephone; «you who are worried» is no contact


def test_a_role_that_lies_with_a_contact_is_reached_by_its_telephone(tmp_path: Path) -> None:
    name = "common/roles.yml"
    text = mini_file(name).replace("- id: ansatt\n", "- id: ansatt\n  held_by: [ppt.leder]\n")
    page = site_html(checked(varied(tmp_path, {name: text})).handbook)["situasjoner/bekymret-barn"]
    assert page.count("<dt>Ring</dt>") == 2


def test_the_matrix_has_a_step_under_those_who_answer_for_it_and_those_who_take_part(mini: Handbook) -> None:
    context = next(page for page in all_pages(mini) if page.path == "hvem-gjor-hva").context
    rows: Any = context.rows  # type: ignore[attr-defined]
    found = {row.actor.text: [(mark.number, mark.responsible) for mark in row.cells[0]] for row in rows}
    service = next(service for service in mini.services if service.id == "ppt")
    assert found["Rektor, Lillevik skole"] == [(2, True)]
    assert found[service.name] == [(2, False)]
    assert found["Du som er bekymret"] == [(1, True)]


def test_situations_are_listed_in_groups_and_those_without_a_common_word_last(tmp_path: Path) -> None:
    listed = situations(*_with_other_situations(tmp_path))
    assert [(some.group, [row.pathway.id for row in some.rows]) for some in listed] == [
        (SituationGroup.FIRST, ["bekymret-barn"]),
        (SituationGroup.ILLNESS, ["uenighet"]),
        (SituationGroup.OTHER, ["akutt"]),
    ]


def test_only_the_first_group_of_situations_is_open_on_the_front_page(tmp_path: Path) -> None:
    handbook, _ = _with_other_situations(tmp_path)
    open_, folded = site_html(handbook)["index"].split('class="hb-groups"')
    assert "situasjoner/bekymret-barn" in open_
    group = re.search(r"<details[^>]*><summary>Rus og psykisk helse <small>1</small>.*?</details>", folded, re.DOTALL)
    assert group
    assert "situasjoner/uenighet" in group[0]


def _with_other_situations(folder: Path) -> tuple[Handbook, Names]:
    name = "lillevik/pathways.yml"
    text = mini_file(name).replace("  situation: acute\n", "").replace("situation: disagreement", "situation: relapse")
    handbook = checked(varied(folder, {name: text})).handbook
    return handbook, Names(handbook)


def test_every_common_word_for_a_situation_has_a_group() -> None:
    assert set(GROUP_OF_SITUATION) == set(Situation)
    assert SituationGroup.OTHER not in GROUP_OF_SITUATION.values()
