"""The register beside a collection: what is told, and what is not."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from builder.lawwatch.collection import Collection
from builder.lawwatch.comparison import compared
from builder.lawwatch.observation import Seen
from builder.model.law import Act

from tests.lawwatch.layouts import NAMED, Written, both, put

TODAY = dt.date(2026, 11, 28)
READ = "2026-06-18"
AFTER = "Endret ved lov 19 juni 2026 nr. 35 (i kraft 1 aug 2026)."
BEFORE = "Endret ved lov 19 juni 2025 nr. 35 (i kraft 1 aug 2025)."


def an_act(*provisions: tuple[str, str | None] | dict[str, Any], **fields: Any) -> Act:
    """An act in the register as `Written` has it, with these sections and headings."""
    listed = [
        one if isinstance(one, dict) else {"section": one[0], "heading": one[1], "description": "D"}
        for one in provisions
    ]
    return Act.model_validate(
        {
            "id": "proveloven",
            "title": "Lov om prøver (prøveloven)",
            "name": "prøveloven",
            "status": "in-force",
            "reference": "LOV-2020-01-02-3",
            "source_as_of": READ,
            "provisions": listed,
        }
        | fields
    )


def seen(root: Path, layout: str, act: Act, written: Written, *more: Written) -> list[tuple[Seen, str, str]]:
    found = compared([act], Collection(put(root, layout, written, *more)), TODAY)
    return [(one.seen, one.what, one.detail.text()) for one in found.observations]


def law(*sections: tuple[str, str, str], **fields: Any) -> Written:
    return Written(sections=sections, **fields)


WORD = "Teksten."


@both
def test_what_is_as_it_was_is_not_told_of(tmp_path: Path, layout: str) -> None:
    act = an_act(("§ 1", "Formål"), ("§ 2 a", None), ("§§ 3–4", None))
    written = law(
        ("§ 1. Formål.", WORD, BEFORE),
        ("§ 2a. Noe annet", WORD, ""),
        ("§ 3. Tre", WORD, ""),
        ("§ 4. Fire", WORD, ""),
        changed="2025-08-01",
    )
    assert seen(tmp_path, layout, act, written) == []


@both
@pytest.mark.parametrize(
    ("section", "sections", "expected"),
    [
        (("§ 1", "Formål"), [("§ 1. Formål", WORD, AFTER)], (Seen.CHANGED, "endret 2026-08-01, lest 2026-06-18")),
        (("§ 1", "Formål"), [("§ 1. (Opphevet)", "", AFTER)], (Seen.REPEALED, "")),
        (
            ("§ 1", "Formål"),
            [("§ 1. Formål", "", "Opphevet ved lov 1 mai 2020 nr. 1.")],
            (Seen.REPEALED, ""),
        ),
        (("§ 1", "Formål"), [("§ 1. Formål", "", "")], (Seen.NOT_FOUND, "står uten tekst")),
        (("§ 1", None), [("§ 1. Formål", "", "")], (Seen.NOT_FOUND, "står uten tekst")),
        (("§ 9", "Formål med noe"), [("§ 1. Formål", WORD, "")], (Seen.NOT_FOUND, "")),
        (("§ 9", None), [("§ 1. Formål", WORD, "")], (Seen.NOT_FOUND, "")),
        (("§ 9", "Formål"), [("§ 1. Formål", WORD, "")], (Seen.RENUMBERED, "«Formål» er nå § 1")),
        (
            ("§ 1", "Formål"),
            [("§ 1. Virkeområde", WORD, ""), ("§ 2. Formål", WORD, "")],
            (Seen.RENUMBERED, "«Formål» er nå § 2"),
        ),
        (
            ("§ 1", "Formål"),
            [("§ 1. (Opphevet)", "", ""), ("§ 2. Formål", WORD, "")],
            (Seen.RENUMBERED, "«Formål» er nå § 2"),
        ),
        (
            ("§ 1", "Formål"),
            [("§ 1. Virkeområde", WORD, ""), ("§ 2. Formål", WORD, ""), ("§ 3. Formål", WORD, "")],
            (Seen.HEADING, "i registeret «Formål», i loven «Virkeområde»"),
        ),
        (
            ("§ 1", "Formål"),
            [("§ 1. Lovens formål", WORD, "")],
            (Seen.HEADING, "i registeret «Formål», i loven «Lovens formål»"),
        ),
    ],
)
def test_what_has_become_of_a_section_is_told(
    tmp_path: Path,
    layout: str,
    section: tuple[str, str | None],
    sections: list[tuple[str, str, str]],
    expected: tuple[Seen, str],
) -> None:
    found = seen(tmp_path, layout, an_act(section), law(*sections))
    assert (expected[0], f"prøveloven {section[0]}", expected[1]) in found
    assert all(one[0] in (expected[0], Seen.CHANGED) for one in found)


@both
def test_a_number_that_looks_alike_is_never_told_as_where_a_section_is(tmp_path: Path, layout: str) -> None:
    act = an_act(("§ 2-2", "Undersøkelser"))
    written = law(("§ 2-5. Avslutning av undersøkelser", WORD, ""), ("§ 12-2. Annet", WORD, ""))
    assert seen(tmp_path, layout, act, written) == [(Seen.NOT_FOUND, "prøveloven § 2-2", "")]


@both
def test_the_date_of_the_provision_goes_before_that_of_the_act(tmp_path: Path, layout: str) -> None:
    act = an_act({"section": "§ 1", "description": "D", "source_as_of": "2026-08-01"})
    assert seen(tmp_path, layout, act, law(("§ 1. Formål", WORD, AFTER), changed="2026-06-01")) == []


@both
@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Endres ved lov 1 mai 2026 nr. 3 (i kraft 1 jan 2027).", (Seen.COMING, "fra 2027-01-01")),
        ("Oppheves ved lov 1 mai 2026 nr. 3 (i kraft 1 jan 2027).", (Seen.COMING, "fra 2027-01-01")),
        (
            "Endres ved lov 1 mai 2026 nr. 3 (i kraft 1 aug 2026).",
            (Seen.CHANGED, "endret 2026-08-01, lest 2026-06-18"),
        ),
    ],
)
def test_a_change_to_come_is_told_by_its_day(
    tmp_path: Path, layout: str, note: str, expected: tuple[Seen, str]
) -> None:
    found = compared(
        [an_act(("§ 1", "Formål"))], Collection(put(tmp_path, layout, law(("§ 1. Formål", WORD, note)))), TODAY
    )
    (one,) = found.observations
    assert (one.seen, one.detail.text()) == expected
    assert one.counts is (expected[0] is Seen.CHANGED)


@both
def test_a_change_nobody_has_set_a_day_for_is_not_told_of(tmp_path: Path, layout: str) -> None:
    note = "Endres ved lov 1 mai 2026 nr. 3 (i kraft fra den tid Kongen bestemmer)."
    assert seen(tmp_path, layout, an_act(("§ 1", "Formål")), law(("§ 1. Formål", WORD, note))) == []


@both
def test_an_act_that_has_changed_elsewhere_is_told_once(tmp_path: Path, layout: str) -> None:
    act = an_act(("§ 1", "Formål"), ("§ 2", None))
    written = law(("§ 1. Formål", WORD, ""), ("§ 2. To", WORD, ""), ("§ 3. Tre", WORD, AFTER), changed="2026-08-01")
    assert seen(tmp_path, layout, act, written) == [
        (Seen.ACT_CHANGED, "prøveloven", "endret 2026-08-01, lest 2026-06-18")
    ]


@both
def test_a_changed_section_says_enough_of_its_act(tmp_path: Path, layout: str) -> None:
    found = seen(tmp_path, layout, an_act(("§ 1", "Formål")), law(("§ 1. Formål", WORD, AFTER), changed="2026-08-01"))
    assert [one[0] for one in found] == [Seen.CHANGED]


@both
@pytest.mark.parametrize("changed", ["2026-06-18", "2027-01-01", "", "Kongen bestemmer"])
def test_an_act_is_not_changed_by_what_was_read_or_is_to_come(tmp_path: Path, layout: str, changed: str) -> None:
    act = an_act(("§ 1", "Formål"))
    assert seen(tmp_path, layout, act, law(("§ 1. Formål", WORD, ""), changed=changed)) == []


@both
def test_titles_that_differ_are_told(tmp_path: Path, layout: str) -> None:
    found = seen(tmp_path, layout, an_act(), Written(title="Lov om noe annet"))
    assert found == [
        (Seen.TITLE, "prøveloven", "i registeret «Lov om prøver (prøveloven)», i loven «Lov om noe annet»")
    ]


@both
def test_an_act_that_is_not_there_is_told_and_may_be_repealed(tmp_path: Path, layout: str) -> None:
    act = an_act(("§ 1", "Formål"), reference="LOV-1990-01-01-1")
    assert seen(tmp_path, layout, act, Written()) == [(Seen.ACT_NOT_FOUND, "prøveloven", "")]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("LOV-1999-01-01-1", (Seen.ACT_REPEALED, "tatt ut av samlingen")),
        ("LOV-1967-02-10", (Seen.ACT_NOT_FOUND, "tatt ut av samlingen: upstream_placeholder")),
    ],
)
def test_what_a_manifest_has_taken_out_is_told(number: str, expected: tuple[Seen, str]) -> None:
    found = compared([an_act(("§ 1", "Formål"), reference=number)], Collection(NAMED), TODAY)
    assert [(one.seen, one.detail.text()) for one in found.observations] == [expected]


def test_what_front_matter_says_is_taken_out_is_repealed(tmp_path: Path) -> None:
    put(tmp_path, "named", Written())
    (file,) = (tmp_path / "lover").iterdir()
    file.write_text(file.read_text(encoding="utf-8").replace('"current"', '"removed"'), encoding="utf-8")
    found = compared([an_act(("§ 1", "Formål"))], Collection(tmp_path), TODAY)
    assert [one.seen for one in found.observations] == [Seen.ACT_REPEALED]
    assert compared([an_act(status="repealed")], Collection(tmp_path), TODAY).observations == ()


@both
def test_a_repealed_act_is_told_of_only_when_it_is_there(tmp_path: Path, layout: str) -> None:
    act = an_act(("§ 1", "Noe annet"), status="repealed")
    assert seen(tmp_path, layout, act, Written()) == [(Seen.STILL_THERE, "prøveloven", "")]
    gone = an_act(status="repealed", reference="LOV-1990-01-01-1")
    assert compared([gone], Collection(tmp_path), TODAY).observations == ()


@both
@pytest.mark.parametrize(
    ("in_force", "expected"),
    [
        ("2026-07-01", [(Seen.IN_FORCE, "prøveloven", "fra 2026-07-01")]),
        ("2027-07-01", []),
        ("Kongen fastset", []),
        ("Kongen bestemmer, 2026-08-01", [(Seen.IN_FORCE, "prøveloven", "fra 2026-08-01")]),
    ],
)
def test_an_adopted_act_is_told_of_when_it_applies(
    tmp_path: Path, layout: str, in_force: str, expected: list[tuple[Seen, str, str]]
) -> None:
    act = an_act({"section": "§ 1", "heading": "Formål", "description": "D", "in_force": False}, status="adopted")
    assert seen(tmp_path, layout, act, Written(in_force=in_force, changed="2026-08-01")) == expected


@both
def test_a_provision_that_does_not_apply_need_not_be_there(tmp_path: Path, layout: str) -> None:
    act = an_act({"section": "§§ 7 og 8", "heading": "Borte", "description": "D", "in_force": False})
    assert seen(tmp_path, layout, act, law(("§ 7. (Opphevet)", "", ""))) == []


@both
def test_an_act_that_was_read_in_a_newer_text_is_not_compared_with_an_older(tmp_path: Path, layout: str) -> None:
    note = "Endres ved lov 23 jan 2026 nr. 1 (i kraft 1 juni 2026)."
    act = an_act(("§ 1", "Nytt navn"), ("§ 2", None), ("§ 3", None))
    found = compared([act], Collection(put(tmp_path, layout, law(("§ 1. Gammelt navn", WORD, note)))), TODAY)
    assert [(one.seen, one.what, one.counts) for one in found.observations] == [(Seen.OLDER, "prøveloven", False)]


@both
def test_an_act_without_a_date_is_told(tmp_path: Path, layout: str) -> None:
    assert seen(tmp_path, layout, an_act(source_as_of=None), Written()) == [(Seen.UNDATED, "prøveloven", "")]


@both
def test_an_eu_regulation_is_looked_for_where_it_was_read_by_its_articles(tmp_path: Path, layout: str) -> None:
    act = an_act(
        ("artikkel 6", "Lovlighet"),
        ("artikkel 99", None),
        kind="eu-regulation",
        title="Forordning (EU) 2016/679",
        reference="EU-2016-679",
        source="https://github.com/a/b/blob/c/lover/lov-2020-01-02-3.md",
    )
    written = law(("§ 6. Annet", WORD, ""), ("Artikkel 6. Lovlighet", WORD, ""), changed="2026-08-01")
    assert seen(tmp_path, layout, act, written) == [(Seen.NOT_FOUND, "prøveloven artikkel 99", "")]


@both
def test_acts_that_amend_others_and_regulations_where_there_are_none_are_left_out(tmp_path: Path, layout: str) -> None:
    acts = [
        an_act(kind="amending-act", reference="LOV-2025-01-01-1"),
        an_act(kind="regulation", reference="FOR-2018-10-19-1584"),
        an_act(("§ 1", "Formål")),
    ]
    root = put(tmp_path / "a", layout, Written())
    found = compared(acts, Collection(root), TODAY)
    assert (found.acts, found.provisions, found.without_regulations, found.observations) == (1, 1, 1, ())
    with_regulation = put(tmp_path / "b", layout, Written(), Written(number="forskrift/2018-10-19-1584"))
    found = compared(acts, Collection(with_regulation), TODAY)
    assert (found.acts, found.without_regulations) == (2, 0)


def test_what_is_seen_has_a_name_of_its_own_a_heading_and_advice() -> None:
    assert len({one.code for one in Seen}) == len(Seen)
    for one in Seen:
        assert one.heading
        assert one.advice.endswith(".")
