"""Whom to ring now: one table from marked contacts and urgent numbers, and the days that differ."""

from __future__ import annotations

import datetime as dt

import pytest
from builder.facts.ring_now import RingNow, ring_now, rings
from builder.model.closed_days import eves
from builder.model.confidentiality import RULES
from builder.model.vocabulary import Acute, Category, Eve

from tests.facts.support import handbook

VAKT = """
    - id: vakta
      name: Barnevernsvakta
      category: child-welfare-out-of-hours
      government: inter-municipal
      summary: S
      contacts: [{id: vakt, role: Vakthavende, phone: 37 00 00 02, acute: out-of-hours}]
"""
MOTTAK = """
    - id: barnevern
      name: Barnevernstjenesten
      short_name: Barnevernet
      category: child-welfare
      government: municipality
      summary: S
      opening_hours: [{days: [monday], opens: 7:00, closes: 16:00}]
      phone_hours: [{days: [monday], opens: 8:00, closes: 15:30}]
      contacts:
        - {id: leder, role: Leder, phone: 37 00 00 00}
        - {id: mottak, role: Mottak, phone: 37 00 00 01, acute: in-hours}
"""


def table(*services: str, more: str = "") -> RingNow:
    return ring_now(handbook(f"services:\n{''.join(services)}\n{more}" if services else more or "services: []"))


def test_child_welfare_comes_first_in_hours_before_out_of_hours_whatever_they_are_called() -> None:
    crisis = VAKT.replace("id: vakta", "id: asenter").replace("child-welfare-out-of-hours", "crisis-centre")
    found = table(crisis.replace("out-of-hours}", "always}"), VAKT, MOTTAK).contacts
    assert [(one.name, one.acute) for one in found] == [
        ("Barnevernet", Acute.IN_HOURS),
        ("Barnevernsvakta", Acute.OUT_OF_HOURS),
        ("Barnevernsvakta", Acute.ALWAYS),
    ]
    assert [one.takes_turns for one in found] == [
        Category.CHILD_WELFARE,
        Category.CHILD_WELFARE,
        Category.CRISIS_CENTRE,
    ]


def test_hours_are_the_contacts_own_then_those_of_the_telephone_then_those_of_the_door() -> None:
    def opens(services: str) -> list[int]:
        return [hours.opens.hour for hours in table(services).contacts[0].hours]

    own = "acute: in-hours, hours: [{days: [monday], opens: 9:00, closes: 15:00}]"
    assert opens(MOTTAK.replace("acute: in-hours", own)) == [9]
    assert opens(MOTTAK) == [8]
    assert opens(MOTTAK.replace("phone_hours", "#")) == [7]


def test_hours_of_an_office_say_nothing_of_who_answers_when_it_is_closed() -> None:
    office = VAKT.replace(
        "summary: S", "summary: S\n      opening_hours: [{days: [monday], opens: 8:00, closes: 15:00}]"
    )
    assert table(office).contacts[0].hours == ()


def test_a_service_with_several_says_which_of_them_it_is() -> None:
    two = MOTTAK + "        - {id: sor, role: Mottak sør, phone: 37 00 00 03, acute: in-hours}\n"
    assert [one.name for one in table(two).contacts] == ["Mottak, Barnevernet", "Mottak sør, Barnevernet"]


def test_numbers_are_for_danger_for_what_is_urgent_or_for_what_can_wait() -> None:
    found = table(
        more="""
        emergency:
          - {id: politi-vent, name: Politiet, phone: "02800", when: W, urgent: false}
          - {id: legevakt, name: Legevakt, phone: 116 117, when: W, order: 9}
        """
    )
    assert [number.phone for number in found.danger] == ["112", "113", "110"]
    assert [number.phone for number in found.numbers] == ["116 111", "116 117"]
    assert [number.phone for number in found.urgent] == ["112", "113", "110", "116 111", "116 117"]
    assert [number.id for number in found.can_wait] == ["politi-vent"]


def test_a_contact_whose_number_is_in_the_list_of_numbers_is_not_said_twice() -> None:
    assert not table(VAKT.replace("37 00 00 02", "116111")).contacts


def test_a_contact_without_a_number_stands_there_without_one() -> None:
    assert [one.phone for one in table(VAKT.replace("phone: 37 00 00 02, ", "")).contacts] == [None]


def test_where_the_role_is_vacant_the_deputy_is_rung() -> None:
    vacant = VAKT.replace("phone: 37", "vacant: true, deputy: {role: Bakvakt, phone: 37 00 00 09}, phone: 37")
    assert [one.phone for one in table(vacant).contacts] == ["37 00 00 09"]


def test_an_empty_handbook_has_nothing_to_ring() -> None:
    assert not RingNow((), (), (), (), (), dt.date(2028, 12, 31))
    assert table()


def test_days_off_are_the_holidays_and_the_days_before_them_as_the_municipality_has_them() -> None:
    short = "municipality: [{id: lillevik, short_days: [{day: christmas-eve}, {day: wednesday-before-easter, closes: 12:00}]}]"
    found = table(more=short)
    days = {day.date: (day.closes, day.known) for day in found.days_off}
    assert days[dt.date(2026, 12, 25)] == (None, True)
    assert days[dt.date(2026, 12, 24)] == (None, True)
    assert days[dt.date(2027, 3, 24)] == (dt.time(12), True)
    assert days[dt.date(2026, 12, 31)] == (None, False)
    assert found.until == dt.date(2028, 12, 31)
    assert max(days).year == 2028
    assert len(days) == len(found.days_off)


def test_the_wednesday_before_easter_follows_easter() -> None:
    assert {day: eve for day, eve in eves(2027).items() if day.month < 12} == {
        dt.date(2027, 3, 24): Eve.WEDNESDAY_BEFORE_EASTER
    }


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ("kind: duty-to-report", True),
        ("kind: duty-to-avert", True),
        ("kind: right-to-share, about: [worry], receiver: {categories: [police, emergency-clinic]}", True),
        ("kind: right-to-share, about: [worry], receiver: {categories: [police, school]}", False),
        ("kind: right-to-share, about: [worry, request], receiver: {categories: [police]}", False),
        ("kind: right-to-share, about: [worry], receiver: {everyone: true, categories: []}", False),
        ("kind: confidentiality, about: [request]", False),
    ],
)
def test_a_rule_rings_where_it_is_a_duty_or_tells_those_who_answer_of_a_worry(changes: str, expected: bool) -> None:
    made = handbook(f"rules: [{{id: meldeplikt, {changes}}}]")
    rule = made.find(RULES, "meldeplikt")
    assert rule is not None
    assert rings(rule) is expected
