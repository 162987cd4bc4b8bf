"""What rules compute of words: old titles, names and citations of acts, addresses of persons."""

from __future__ import annotations

from typing import Any

import pytest
from builder.facts.addresses import is_reserved
from builder.facts.citing import act_names, citations_in, today_of
from builder.facts.record_texts import is_about_the_past, texts
from builder.model.law import Act
from builder.model.register import LawRegister
from builder.rules.law_text_rules import wrong_names

from tests.facts.support import handbook, of_rule
from tests.rules.test_rules import told

# Words and law


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("Kommunedirektøren, tidligere rådmannen, avgjør.", False),
        ("Spør helsesøster.", True),
        ("HELSESØSTRENE og barneverntjenesten", True),
        ("barnevernstjenesten, barnevernet og helsesykepleieren", False),
        ("Barneverntjenesteloven gjaldt før.", False),
        ("fylkesmannen", True),
        ("Ring barnevernvakta", True),
        ("Ring barnevernsvakta", False),
    ],
)
def test_old_titles_are_told_unless_the_text_says_they_are_old(text: str, *, old: bool) -> None:
    assert bool(of_rule("old-title", f"services: [{{id: ppt, note: '{text}'}}]")) is old


def test_old_words_may_stand_where_search_finds_them() -> None:
    fragment = "{services: [{id: ppt, aliases: [helsesøster]}], glossary: [{id: ppt, old_names: [rådmann]}]}"
    assert of_rule("old-title", fragment) == []


def test_what_is_said_to_be_old_is_said_shortly_before() -> None:
    assert is_about_the_past("før: rådmann", 5)
    assert not is_about_the_past("rådmann", 0)
    assert not is_about_the_past("før i tida gikk alle på ski i marka hver søndag, sa en rådmann", 55)


def test_texts_leave_out_identities_and_names_meant_for_search() -> None:
    record = next(s for s in handbook("services: [{id: ppt, aliases: [X]}]").services if s.id == "ppt")
    found = [text for _, text in texts(record)]
    assert "PP-tjenesten" in found
    assert "Nestleder" in found
    assert not {"ppt", "X", "00 00 00 00", "ppt@lillevik.example", "barnevernsloven § 13-2"} & set(found)


@pytest.mark.parametrize(
    ("address", "reserved"),
    [
        ("a@b.example", True),
        ("a@example.com", True),
        ("a@post.example.org", True),
        ("a@myexample.com", False),
        ("a@example.kommune.no", False),
        ("https://x.test/y", True),
        ("https://kommune.no/x.example", False),
    ],
)
def test_domains_nobody_can_own(address: str, *, reserved: bool) -> None:
    assert is_reserved(address) is reserved


def act(name: str, **more: Any) -> Act:
    return Act.model_validate({"id": name, "title": name, "name": name, "status": "in-force", **more})


REGISTER = LawRegister(
    [
        act("nyloven", misnomers=["nyeloven (skrivefeil)", "felleslov"]),
        act("mellomloven", status="repealed", replaced_by="nyloven"),
        act("gammelloven", status="repealed", replaced_by="mellomloven", aliases=["gl"]),
        act("bortloven", status="repealed", misnomers=["nyloven"]),
        act("felleslov"),
    ]
)


def test_an_old_act_leads_to_the_one_that_applies_through_those_between() -> None:
    today = {a.id: today_of(REGISTER, a) for a in REGISTER.acts}
    assert {name: found.id if found else None for name, found in today.items()} == {
        "nyloven": "nyloven",
        "mellomloven": "nyloven",
        "gammelloven": "nyloven",
        "bortloven": None,
        "felleslov": "felleslov",
    }


def test_a_wrong_name_is_never_the_right_name_of_another_act() -> None:
    wrong = wrong_names(REGISTER)
    assert {name: found.id if found else None for name, found in wrong.items()} == {
        "nyeloven": "nyloven",
        "mellomloven": "nyloven",
        "gammelloven": "nyloven",
        "gl": "nyloven",
        "bortloven": None,
    }


def test_acts_that_replace_each_other_in_a_ring_end_nowhere() -> None:
    ring = LawRegister(
        [act("a", status="repealed", replaced_by="b"), act("b", status="repealed", replaced_by="a")],
    )
    assert today_of(ring, ring.acts[0]) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Etter nyloven § 3 skal du.", ["nyloven § 3"]),
        ("Se nyloven § 13-2, og gammelloven §4 a.", ["nyloven § 13-2", "gammelloven §4 a"]),
        ("I nyloven står § 3.", []),
        ("Ukjentloven § 3", []),
        ("Se § 3 i nyloven", []),
        ("nylovens § 3", []),
    ],
)
def test_citations_are_found_in_running_text(text: str, expected: list[str]) -> None:
    assert [found for _, _, found in citations_in(act_names(REGISTER), text)] == expected


def test_no_register_is_no_trouble() -> None:
    assert list(citations_in(act_names(LawRegister([])), "nyloven § 3")) == []
    assert wrong_names(LawRegister([])) == {}


def test_a_wrong_name_with_a_section_is_told_once_and_by_the_rule_that_knows_where_it_went() -> None:
    fragment = "services: [{id: ppt, note: Se barneverntjenesteloven § 6-4 og barneverntjenesteloven.}]"
    assert [rule for rule, _ in told(fragment)] == ["law-in-text", "law-misnomer"]


# Addresses of persons


@pytest.mark.parametrize(
    ("email", "person", "expected"),
    [
        ("ppt.leder@kommune.no", None, False),
        ("kari.nordmann@kommune.no", None, True),
        ("karinordmann@kommune.no", "Kari Nordmann", False),
        ("nordmann@kommune.no", "Kari Nordmann", True),
        ("jan@kommune.no", None, False),
        ("post@kommune.no", "Bo Li", False),
        ("skole@hotmail.com", None, True),
    ],
)
def test_which_addresses_belong_to_a_person(email: str, person: str | None, *, expected: bool) -> None:
    named = f", person: {person}" if person else ""
    fragment = f"services: [{{id: ppt, contacts: [{{id: leder, email: {email}{named}}}]}}]"
    assert bool(of_rule("personal-email", fragment)) is expected


def test_a_broken_municipality_is_not_told_again_by_rules_about_it() -> None:
    fragment = "municipality: [{id: lillevik, number: x}]"
    assert {rule for rule, _ in told(fragment)} == {"shape"}
