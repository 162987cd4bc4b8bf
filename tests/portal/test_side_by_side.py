"""The page where municipalities are compared: side by side by common words, and only where there are some to compare."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from builder.cache.editions import COMPARED, COMPARISON
from builder.model.compared import ComparedForum, ComparedLevel, ComparedPathway, Comparison
from builder.model.standard_terms import ForumType, LevelMeaning, Situation
from builder.model.vocabulary import WrittenStandard
from builder.portal.side_by_side import Published, comparison_of

from tests.portal.test_portal import portal, publish
from tests.support import Document

DAY = dt.date(2026, 11, 30)
WORRY = ComparedPathway(
    situation=Situation.WORRY,
    title="Bekymret",
    page="situasjoner/b.html",
    steps=7,
    with_deadline=5,
    handovers=2,
    agreed=1,
)
TEAM = ComparedForum(
    type=ForumType.DISTRICT_TEAM,
    name="Bydelsteam",
    page="moteplasser/b.html",
    how_often="annenhver uke",
    minutes=90,
    convener="Helsesykepleier",
    members=6,
    deciders=4,
    deputies=2,
    services=5,
    modes=("Uten navn",),
)

FIRST = ComparedLevel(
    means=LevelMeaning.WORRY,
    number=0,
    name="Undring",
    page="om/index.html",
    description="Du har lagt merke til noe.",
)


def said(name: str, *found: ComparedPathway | ComparedForum | ComparedLevel, demonstration: bool = False) -> Comparison:
    return Comparison(
        date=DAY,
        name=name,
        number="0301",
        language=WrittenStandard("nb"),
        demonstration=demonstration,
        pathways=tuple(one for one in found if isinstance(one, ComparedPathway)),
        forums=tuple(one for one in found if isinstance(one, ComparedForum)),
        levels=tuple(one for one in found if isinstance(one, ComparedLevel)),
    )


def put(output: Path, *compared: Comparison) -> None:
    for one in compared:
        publish(output, one.name)
        (output / one.name.casefold() / COMPARED).write_text(one.model_dump_json(), encoding="utf-8")


def page(output: Path) -> Document:
    return Document((output / COMPARISON).read_text(encoding="utf-8"))


def test_those_who_do_the_same_stand_side_by_side_and_the_others_are_named(tmp_path: Path) -> None:
    put(tmp_path, said("Asker", WORRY, TEAM), said("Moss", WORRY.model_copy(update={"title": "Uro"})), said("Os"))
    assert portal(tmp_path) == ()
    shown = page(tmp_path)
    for text in (
        "Bekymring for et barn",
        "2 av 3 kommuner",
        "7 (5 med frist)",
        "2 (1 avtalt)",
        "Ikke beskrevet hos: Os.",
    ):
        assert text in shown.text, text
    for text in ("Bydelsteam", "90 min", "6 (4 kan avgjøre, 2 har vara)", "Uten navn", "Ikke beskrevet hos: Moss, Os."):
        assert text in shown.text, text
    assert "Akutt fare" not in shown.text
    assert {"asker/situasjoner/b.html", "moss/situasjoner/b.html", "asker/moteplasser/b.html"} <= set(shown.addresses)
    assert COMPARISON in Document((tmp_path / "index.html").read_text(encoding="utf-8")).addresses


def test_a_level_stands_beside_what_others_call_it_and_means(tmp_path: Path) -> None:
    other = FIRST.model_copy(update={"number": 1, "name": "Første skritt", "description": ""})
    put(tmp_path, said("Asker", WORRY, FIRST), said("Moss", WORRY, other), said("Os"))
    assert portal(tmp_path) == ()
    shown = page(tmp_path)
    for text in (
        "Første undring 2 av 3 kommuner",
        "Asker Undring Nivå 0Slik er det beskrevet Du har lagt merke til noe.",
        "Moss Første skritt Nivå 1Slik er det beskrevet – Ikke beskrevet hos: Os.",
    ):
        assert text in " ".join(shown.text.split()), text
    assert {"asker/om/index.html", "moss/om/index.html"} <= set(shown.addresses)
    # A situation and a level are both called by this word.
    assert {"worry", "level-worry"} <= set(shown.ids)
    assert len(shown.ids) == len(set(shown.ids))


def test_where_nobody_has_levels_nothing_is_said_of_them(tmp_path: Path) -> None:
    put(tmp_path, said("Asker", WORRY), said("Moss", WORRY))
    portal(tmp_path)
    assert "Nivåer" not in page(tmp_path).text


def test_a_level_this_program_has_no_word_for_is_told_of(tmp_path: Path) -> None:
    put(tmp_path, said("Asker", FIRST), said("Moss", FIRST), said("Os", FIRST))
    later = (tmp_path / "os" / COMPARED).read_text(encoding="utf-8").replace('"worry"', '"something-new"')
    (tmp_path / "os" / COMPARED).write_text(later, encoding="utf-8")
    assert portal(tmp_path) == (tmp_path / "os" / COMPARED,)
    assert "2 av 2 kommuner" in page(tmp_path).text


def test_one_alone_is_not_compared_and_a_page_that_was_there_is_taken_away(tmp_path: Path) -> None:
    put(tmp_path, said("Asker", WORRY), said("Moss", WORRY))
    portal(tmp_path)
    assert (tmp_path / COMPARISON).is_file()
    (tmp_path / "moss" / COMPARED).unlink()
    portal(tmp_path)
    assert not (tmp_path / COMPARISON).exists()
    assert COMPARISON not in Document((tmp_path / "index.html").read_text(encoding="utf-8")).addresses


def test_what_is_damaged_or_of_a_later_program_is_told_of_and_the_rest_stands(tmp_path: Path) -> None:
    put(tmp_path, said("Asker", WORRY), said("Moss", WORRY), said("Os", WORRY), said("Bø", WORRY))
    (tmp_path / "os" / COMPARED).write_bytes(b"{")
    later = (tmp_path / "bø" / COMPARED).read_text(encoding="utf-8").replace('"1.0"', '"2.0"')
    (tmp_path / "bø" / COMPARED).write_text(later, encoding="utf-8")
    assert portal(tmp_path) == (tmp_path / "bø" / COMPARED, tmp_path / "os" / COMPARED)
    assert "2 av 2 kommuner" in page(tmp_path).text


def test_demonstrations_are_said_to_be_so_by_name(tmp_path: Path) -> None:
    put(tmp_path, said("Asker", WORRY), said("Moss", WORRY, demonstration=True))
    portal(tmp_path)
    assert "Demonstrasjonsdata – ikke kommunenes egne håndbøker. Gjelder Moss." in page(tmp_path).text


def test_names_stay_text(tmp_path: Path) -> None:
    text = "<script>alert(1)</script>"
    level = FIRST.model_copy(update={"name": text, "description": text})
    put(tmp_path, said("Asker", WORRY.model_copy(update={"title": text}), level), said("Moss", WORRY))
    portal(tmp_path)
    assert "<script>" not in (tmp_path / COMPARISON).read_text(encoding="utf-8")


def test_municipalities_stand_in_the_order_of_the_norwegian_alphabet() -> None:
    made = comparison_of(Published(name.casefold(), said(name, WORRY)) for name in ("Ålesund", "Ørsta", "Asker"))
    assert made
    (group,) = made.situations
    assert [side.said.name for side in group.topics[0].sides] == ["Asker", "Ørsta", "Ålesund"]
