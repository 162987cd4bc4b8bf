"""The text of an act in a collection: front matter, sections, headings, notes."""

from __future__ import annotations

import datetime as dt

import pytest
from builder.lawwatch.law_text import LawText, dates, law_text, same
from hypothesis import given
from hypothesis import strategies as st

from tests.lawwatch.layouts import NAMED, NUMBERED, Written, both, written

FILES = {
    "numbered": NUMBERED / "lover" / "lov-2021-06-18-97.md",
    "named": NAMED / "lover" / "barnevernsloven-bvl.md",
}


def plainly(text: LawText) -> dict[str, list[tuple[str, str, bool, bool]]]:
    return {
        number: [(one.number, one.heading, one.has_text, one.repealed) for one in some]
        for number, some in text.sections.items()
    }


@both
def test_an_act_is_read_the_same_from_either_collection(layout: str) -> None:
    text = law_text(FILES[layout].read_text(encoding="utf-8"))
    assert text.title == "Lov om barnevern (barnevernsloven)"
    assert (text.changed, text.in_force, text.removed) == (dt.date(2026, 1, 1), dt.date(2023, 1, 1), False)
    assert plainly(text) == {
        "§13-1": [("§ 13-1", "Taushetsplikt og adgang til å gi opplysninger", True, False)],
        "§13-2": [("§ 13-2", "Plikt til å melde fra til barnevernstjenesten", True, False)],
        "§13-3": [("§ 13-3", "(Opphevet)", False, True)],
    }
    section = text.found("§ 13-1")
    assert section is not None
    assert [one.in_force for one in section.amendments] == [dt.date(2026, 1, 1)]


@both
def test_a_note_below_a_chapter_is_not_about_the_section_before_it(layout: str) -> None:
    section = law_text(FILES[layout].read_text(encoding="utf-8")).found("§ 13-3")
    assert section is not None
    assert len(section.notes) == 1


@pytest.mark.parametrize(
    ("heading", "number", "rest"),
    [
        ("§ 1. Formål", "§ 1", "Formål"),
        ("§ 1a. Særlig formål", "§ 1 a", "Særlig formål"),
        ("§ 2 a. Overgangen", "§ 2 a", "Overgangen"),
        ("§ 13-2 a. Melding", "§ 13-2 a", "Melding"),
        ("§ 13–2. Melding", "§ 13-2", "Melding"),
        ("§ 9 A-4. Skolemiljø", "§ 9 A-4", "Skolemiljø"),
        ("§ 2.", "§ 2", ""),
        ("§ 5 Uten punktum", "§ 5", "Uten punktum"),
        ("§13-2. Melding", "§ 13-2", "Melding"),
        ("Artikkel 6. Behandlingens lovlighet", "artikkel 6", "Behandlingens lovlighet"),
        ("Art 8. Right to respect", "artikkel 8", "Right to respect"),
    ],
)
def test_a_heading_is_a_number_and_what_it_says(heading: str, number: str, rest: str) -> None:
    section = law_text(f"#### {heading}\n\nTeksten.\n").found(number)
    assert section is not None
    assert section.heading == rest


@pytest.mark.parametrize("heading", ["Kapittel 1. Formål", "I. Innledning", "Artikler", "Vedlegg § 1 og 2", "§", "§ a"])
def test_other_headings_begin_no_section(heading: str) -> None:
    assert law_text(f"## {heading}\n\nTeksten.\n").sections == {}


def test_what_has_a_heading_below_a_section_is_part_of_it() -> None:
    section = law_text("#### § 1. Formål\n\n##### Første del\n\nTeksten.\n").found("§ 1")
    assert section is not None
    assert section.has_text


@pytest.mark.parametrize(
    ("body", "repealed"),
    [
        ("#### § 1. (Opphevet)\n", True),
        ("#### § 1. (Oppheva)\n\nTeksten.\n", True),
        ("#### § 1. Opphevet.\n", True),
        ("#### § 1. Formål\n\n*Opphevet ved lov 1 mai 2020 nr. 3.*\n", True),
        ("#### § 1. Formål\n\nTeksten om det som er opphevet.\n\n*Endret ved lov 1 mai 2020 nr. 3.*\n", False),
        ("#### § 1. Oppheving av andre lover\n\nTeksten.\n", False),
        ("#### § 1. Formål\n\n*Tilføyes ved lov 1 mai 2020 nr. 3.*\n", False),
    ],
)
def test_a_section_is_repealed_where_it_says_so(body: str, repealed: bool) -> None:
    section = law_text(body).found("§ 1")
    assert section is not None
    assert section.repealed is repealed


def test_annexes_begin_anew_and_a_heading_tells_which_is_meant() -> None:
    text = law_text("#### § 1. Loven\n\nA.\n\n## Vedlegg\n\n#### § 1. Konvensjonen\n\nB.\n")
    assert [text.found("§ 1", heading) for heading in (None, "Konvensjonen", "Noe annet")] == [
        text.sections["§1"][0],
        text.sections["§1"][1],
        text.sections["§1"][0],
    ]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Innhaldet i foreldreansvaret.", "innhaldet i  foreldreansvaret", True),
        ("Lov om arkiv [arkivlova]", "Lov om arkiv (arkivlova)", True),
        ("Ikraftsetjing1", "Ikraftsetjing", True),
        ("[Formål](lov/2020-01-02-3/§1)", "Formål", True),
        ("(Ombudets oppgaver)", "Ombudets oppgaver", True),
        ("Formål", "Virkeområde", False),
        ("Kapittel 2", "Kapittel 3", False),
    ],
)
def test_headings_say_the_same_whatever_signs_they_end_with(one: str, other: str, alike: bool) -> None:
    assert same(one, other) is alike


def test_dates_are_those_there_are() -> None:
    assert dates("2026-07-28 (utledet), 2026-13-40") == [dt.date(2026, 7, 28)]
    assert dates("Kongen bestemmer") == []


@both
@pytest.mark.parametrize(
    ("changed", "note", "before"),
    [
        ("", "Endres ved lov 1 mai 2026 nr. 3 (i kraft 1 juni 2026).", True),
        ("2026-05-01", "Endres ved lov 1 mai 2026 nr. 3 (i kraft 1 juni 2026).", True),
        ("2026-06-01", "Endres ved lov 1 mai 2026 nr. 3 (i kraft 1 juni 2026).", False),
        ("", "Endres ved lov 1 mai 2026 nr. 3 (i kraft 1 juni 2027).", False),
        ("", "Endret ved lov 1 mai 2026 nr. 3 (i kraft 1 juni 2026).", False),
        ("", "Endres ved lov 1 mai 2026 nr. 3 (i kraft fra den tid Kongen bestemmer).", False),
    ],
)
def test_a_text_is_old_when_something_is_to_come_in_it_that_has_come(
    layout: str, changed: str, note: str, before: bool
) -> None:
    text = law_text(written(layout, Written(changed=changed, sections=[("§ 1. Formål", "Teksten.", note)])))
    assert text.is_before(dt.date(2026, 6, 18)) is before


NUMBERS = st.builds(
    lambda chapter, section, letter: f"§ {chapter}{section}{letter}",
    st.integers(1, 99),
    st.one_of(st.just(""), st.integers(1, 99).map(lambda number: f"-{number}")),
    st.one_of(st.just(""), st.sampled_from("abcdefg").map(lambda letter: f" {letter}")),
)
WORDS = st.text(alphabet="abcæøåABC", min_size=1, max_size=12)


@both
@given(st.lists(st.tuples(NUMBERS, WORDS), min_size=1, max_size=8, unique_by=lambda one: one[0]))
def test_every_section_that_is_written_is_found(layout: str, sections: list[tuple[str, str]]) -> None:
    act = Written(sections=[(f"{number}. {heading}", "Teksten.", "") for number, heading in sections])
    text = law_text(written(layout, act))
    for number, heading in sections:
        section = text.found(number)
        assert section is not None
        assert (section.number, section.heading, section.has_text) == (number, heading, True)
    assert sum(map(len, text.sections.values())) == len(sections)


@given(st.text(alphabet="-#§*>[]()\n 1a.:\"'{}&!%@", max_size=200))
def test_nothing_is_too_odd_to_be_read(content: str) -> None:
    assert isinstance(law_text(content), LawText)
    assert isinstance(law_text(f"---\n{content}\n---\n{content}"), LawText)


@pytest.mark.parametrize(
    "content", ["", "\ufeff", "---", "---\n", "---\n---\n", "---\n- liste\n---\n", "---\na: &b c\n---\n"]
)
def test_front_matter_that_cannot_be_read_is_as_none(content: str) -> None:
    text = law_text(content)
    assert (text.title, text.changed, text.in_force, text.sections) == ("", None, None, {})


@pytest.mark.parametrize("part", ["[", "[](", "§ ", "#", "*", "(", "> [", "opphevet "])
def test_a_line_without_end_is_read_in_no_time(part: str) -> None:
    line = part * 200_000
    text = law_text(f"#### § 1. {line}\n\n> {line}\n\n{line}\n")
    assert text.found("§ 1") is not None
    assert text.is_before(dt.date(2026, 6, 18)) is False
