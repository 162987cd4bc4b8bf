"""What services say of the way in: counted for those it is a question for, and with those that say nothing."""

from __future__ import annotations

import pytest

from tests.selfcheck.support import Said, said_with

SLOW = "tjenester med henvisning, søknad eller vedtak"


def roles(ppt: str = "id: ppt", skole: str = "id: skole") -> Said:
    return said_with(f"services: [{{{ppt}}}, {{{skole}}}]", "rolleavklaring")


@pytest.mark.parametrize(
    ("field", "covered", "missing"),
    [
        ("decides: Leder", "sier hvem som beslutter", "sier ikke hvem som beslutter"),
        ("requires_diagnosis: Nei", "sier om det kreves diagnose", "sier ikke om det kreves diagnose"),
        (
            "no_show: Vi ringer.",
            "sier hva som skjer når noen ikke møter",
            "sier ikke hva som skjer når noen ikke møter",
        ),
    ],
)
def test_who_waits_needs_to_know(field: str, covered: str, missing: str) -> None:
    assert roles()[f"1 av 1 {SLOW} {missing}"] == ("missing", ["ppt"])
    found = roles(f"id: ppt, {field}")
    assert found[f"1 av 1 {SLOW} {covered}"] == ("covered", ["ppt"])
    assert not [sentence for sentence in found if missing in sentence]


def test_one_of_two_is_told_both_ways() -> None:
    found = roles("id: ppt, no_show: Vi ringer.", "id: skole, access: {routes: [direct, decision]}")
    assert found[f"1 av 2 {SLOW} sier hva som skjer når noen ikke møter"] == ("covered", ["ppt"])
    assert found[f"1 av 2 {SLOW} sier ikke hva som skjer når noen ikke møter"] == ("missing", ["skole"])


@pytest.mark.parametrize("routes", ["[direct]", "[drop-in, report, self-referral]", "[]"])
def test_a_door_that_is_open_is_asked_nothing_of_it(routes: str) -> None:
    found = roles(f"id: ppt, access: {{routes: {routes}}}")
    assert not [sentence for sentence in found if SLOW in sentence or "henvise" in sentence]


def test_a_service_that_says_nothing_of_the_way_in_is_another_finding() -> None:
    found = roles("id: ppt, access: null", "id: skole, access: null")
    assert not [sentence for sentence in found if SLOW in sentence or "henvise" in sentence]


def test_who_may_not_refer_is_told_where_there_is_somebody_to_refer() -> None:
    of = "1 av 1 tjenester som tar imot henvisning, sier"
    assert roles()[f"{of} ikke hva du gjør når du ikke kan henvise"] == ("missing", ["ppt"])
    found = roles("id: ppt, access: {routes: [referral], otherwise: Spør rektor.}")
    assert found[f"{of} hva du gjør når du ikke kan henvise"] == ("covered", ["ppt"])
    applied = roles("id: ppt, access: {routes: [application]}")
    assert not [sentence for sentence in applied if "henvise" in sentence]


DIAGNOSIS = "1 av 1 tjenester som kan kreve diagnose, sier"


@pytest.mark.parametrize("answer", ["Nei", "nei, men skriv det dere ser", "Nei. Behovet avgjør.", "null"])
def test_who_asks_for_no_diagnosis_owes_nothing_instead(answer: str) -> None:
    found = roles(f"id: ppt, requires_diagnosis: {answer if answer == 'null' else repr(answer)}, while_waiting: null")
    assert not [sentence for sentence in found if "kan kreve diagnose" in sentence]


@pytest.mark.parametrize(
    ("fields", "covered"),
    [
        ("while_waiting: Skolen fortsetter.", True),
        ("while_waiting: null, access: {routes: [referral], otherwise: Spør rektor.}", True),
        ("while_waiting: null", False),
        ("while_waiting: null, access: null", False),
    ],
)
def test_who_may_ask_for_one_says_what_is_done_without(fields: str, covered: bool) -> None:
    found = roles(f"id: ppt, requires_diagnosis: 'Ja, fra lege', {fields}")
    good, bad = f"{DIAGNOSIS} hva andre", f"{DIAGNOSIS} verken hva andre"
    assert any(sentence.startswith(good) for sentence in found) is covered
    assert any(sentence.startswith(bad) for sentence in found) is not covered


def test_all_services_say_whether_staff_may_ring_each_other() -> None:
    found = roles("id: ppt, direct_contact: Ja.")
    assert found["1 av 2 tjenester sier om ansatte kan ringe hverandre direkte"] == ("covered", ["ppt"])
    assert found["1 av 2 tjenester sier ikke om ansatte kan ringe hverandre direkte"] == ("missing", ["skole"])
