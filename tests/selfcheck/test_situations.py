"""The situations the research finds failing, and the way back from them."""

from __future__ import annotations

import pytest

from tests.selfcheck.support import Said, said, said_with
from tests.support import MINI, checked

BACK = "forløp til tjenester for voksne og ut av behandling har"


def test_a_situation_nobody_has_a_pathway_for_is_told() -> None:
    found = said(checked(MINI).handbook, "formalisering")
    assert found["Forløp for andre situasjoner der det lett svikter: 2"] == ("covered", ["bekymret-barn", "akutt"])
    assert found["Ingen forløp gjelder tilbakefall"] == ("missing", ["lillevik"])
    assert "Ingen forløp gjelder akutt fare" not in found
    assert not [sentence for sentence in found if "Forløp for overganger" in sentence]


@pytest.mark.parametrize(
    ("situation", "sentence"),
    [
        ("relapse", "Ingen forløp gjelder tilbakefall"),
        ("substance-use-and-mental-illness", "Ingen forløp gjelder rus og psykisk sykdom"),
        ("pregnancy-and-substance-use", "Ingen forløp gjelder graviditet og rus"),
        ("moving", "Ingen forløp gjelder flytting til en annen kommune"),
        ("family-asks", "Ingen forløp gjelder familier som selv ber om hjelp"),
    ],
)
def test_one_that_has_a_pathway_is_not(situation: str, sentence: str) -> None:
    found = said_with(f"pathways: [{{id: uenighet, situation: {situation}}}]", "formalisering")
    assert sentence not in found
    (counted,) = [ids for text, (_, ids) in found.items() if text.startswith("Forløp for") and "uenighet" in ids]
    assert counted


STEPS = """
pathways:
  - id: bekymret-barn
    situation: {situation}
    steps:
      - {{id: snakk, handover_to: {to}, transitions: [{first}]}}
      - {{id: meld, transitions: [{last}]}}
"""
TO_FIRST, ON = "{when: Angrer, step: snakk, kind: back}", "{when: Ferdig, step: meld}"


def way_back(first: str, last: str, to: str = "skole.rektor", situation: str = "to-adult-services") -> Said:
    return said_with(STEPS.format(situation=situation, to=to, first=first, last=last), "formalisering")


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (ON, TO_FIRST),
        (TO_FIRST, ""),
        (ON, "{when: Tilbakefall, pathway: akutt, kind: back}"),
    ],
    ids=["later", "as others take over", "to another pathway"],
)
@pytest.mark.parametrize("situation", ["to-adult-services", "from-treatment"])
def test_who_regrets_can_come_back(first: str, last: str, situation: str) -> None:
    assert way_back(first, last, situation=situation)[f"1 av 1 {BACK} en vei tilbake"] == ("covered", ["bekymret-barn"])


LATE = """
pathways:
  - id: bekymret-barn
    situation: to-adult-services
    steps:
      - {id: snakk, transitions: [{when: Nei, step: snakk, kind: back}]}
      - {id: meld, handover_to: skole.rektor, transitions: [{when: Ferdig, pathway: akutt, kind: out}]}
"""


def test_a_way_back_before_others_take_over_is_none_for_who_regrets_afterwards() -> None:
    missing = f"1 av 1 {BACK} ingen vei tilbake"
    assert said_with(LATE, "formalisering")[missing] == ("missing", ["bekymret-barn"])
    assert way_back(ON, "")[missing] == ("missing", ["bekymret-barn"])


def test_where_nobody_takes_over_any_way_back_will_do() -> None:
    assert f"1 av 1 {BACK} en vei tilbake" in way_back(TO_FIRST, "", to="null")


def test_other_pathways_are_asked_for_no_way_back() -> None:
    assert not [sentence for sentence in way_back(ON, "", situation="worry") if BACK in sentence]
