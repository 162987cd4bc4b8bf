"""Who serves a place, and a forum as it is held in each of its places."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest
from builder.facts.held import held_at, held_of, sitting_at
from builder.facts.meetings import loads, most_meetings_a_month
from builder.facts.serving import (
    Reach,
    at_place,
    comes_to,
    fixed_contacts,
    is_one_at_each,
    own_people,
    partners_at,
    reach_of,
)
from builder.model.forum import FORUMS, Forum
from builder.model.handbook import Handbook
from builder.model.place import PLACES, NamedPlace
from builder.model.service import SERVICES

from tests.facts.support import handbook, of_rule
from tests.rules.test_rules import told

TWO = """
municipality:
  - id: lillevik
    districts: [{id: nord, name: Nord}, {id: sor, name: Sør}]
services:
  - id: ppt
    contacts:
      - id: leder
      - {id: nord, role: Rådgiver nord, phone: 00 00 00 02, districts: [nord], place_types: [primary-school]}
      - {id: lia, role: Rådgiver for Lia, phone: 00 00 00 03, places: [lia]}
      - {id: barnehager, role: Rådgiver for barnehagene, phone: 00 00 00 04, place_types: [kindergarten]}
  - id: skole
    works_with: [ppt]
    contacts: [{id: rektor, at_each_place: true}]
places:
  - {id: bakken, name: Bakken skole, type: primary-school, service: skole, leader: skole.rektor, district: nord}
  - {id: lia, name: Lia skole, type: primary-school, service: skole, leader: skole.rektor, district: nord}
  - {id: tunet, name: Tunet, type: kindergarten, private: true, service: skole, leader: skole.rektor, district: sor}
  - {id: huset, name: Huset, type: health-clinic, service: skole, leader: skole.rektor, district: nord}
"""


def place(found: Handbook, name: str) -> NamedPlace:
    place = found.find(PLACES, name)
    assert place
    return place


def forum(found: Handbook, name: str = "team") -> Forum:
    forum = found.find(FORUMS, name)
    assert forum
    return forum


def test_the_fixed_contacts_of_places_are_those_named_for_them_or_their_type() -> None:
    found = handbook(TWO)
    ppt = found.find(SERVICES, "ppt")
    assert ppt
    schools = [place(found, "bakken"), place(found, "lia")]
    assert [contact.id for contact in fixed_contacts(ppt, schools)] == ["nord", "lia"]
    assert fixed_contacts(ppt, [place(found, "huset")]) == ()  # nobody in particular: whoever answers for the service


@pytest.mark.parametrize(
    ("name", "contacts", "reach"),
    [
        ("lia", ["lia"], Reach.PLACE),  # before who has the district
        ("bakken", ["nord"], Reach.DISTRICT),
        ("tunet", ["barnehager"], Reach.TYPE),
        ("huset", ["leder"], Reach.GENERAL),  # in the district, but of another type
    ],
)
def test_a_partner_answers_by_place_else_by_district_else_by_type_else_in_general(
    name: str, contacts: list[str], reach: Reach
) -> None:
    found = handbook(TWO)
    (serving,) = partners_at(found, place(found, name))
    assert serving.service.id == "ppt"
    assert [contact.id for contact in serving.contacts] == contacts
    assert serving.reach is reach


def test_the_people_of_a_place_are_its_leader_and_those_of_its_service_that_have_it() -> None:
    found = handbook(TWO)
    assert [contact.id for _, contact in own_people(found, place(found, "bakken"))] == ["rektor"]
    more = TWO.replace(
        "[{id: rektor, at_each_place: true}]",
        "[{id: rektor, at_each_place: true}, {id: kontor, role: Kontor}, {id: sfo, role: SFO-leder, places: [lia]}]",
    )
    found = handbook(more)
    assert [contact.id for _, contact in own_people(found, place(found, "lia"))] == ["rektor", "sfo"]
    assert [contact.id for _, contact in own_people(found, place(found, "bakken"))] == ["rektor"]


def test_a_place_without_people_of_its_own_is_answered_for_by_its_service() -> None:
    fragment = """
        services: [{id: ppt, contacts: [{id: leder}]}]
        places: [{id: bua, name: Bua, type: youth-club, service: ppt}]
    """
    found = handbook(fragment)
    assert [contact.id for _, contact in own_people(found, place(found, "bua"))] == ["leder"]


def test_who_has_only_other_places_does_not_come() -> None:
    found = handbook(TWO)
    assert not comes_to(found, "ppt.lia", place(found, "bakken"))
    assert comes_to(found, "ppt.leder", place(found, "bakken"))
    assert comes_to(found, "ppt", place(found, "bakken"))
    ppt = found.find(SERVICES, "ppt")
    assert ppt
    assert reach_of(ppt.contacts[1], place(found, "tunet")) is None


def test_a_service_is_its_contact_for_the_place_and_a_role_is_who_leads_there() -> None:
    fragment = TWO.replace(
        "places:\n", "roles: [{id: leder, name: Leder, held_by: [skole.rektor, ppt.lia]}]\nplaces:\n"
    )
    found = handbook(fragment)
    assert at_place(found, "ppt", place(found, "lia")) == "ppt.lia"
    assert at_place(found, "ppt", place(found, "huset")) == "ppt"
    assert at_place(found, "leder", place(found, "bakken")) == "skole.rektor"
    assert at_place(found, "ppt.nord", place(found, "lia")) == "ppt.nord"


HELD = (
    TWO
    + """
forums:
  - id: team
    starts: 12:00
    minutes: 60
    recurrence: {every: 1, to: null, unit: month, weekday: tuesday, week: 1}
    members:
      - {actor: ppt, mandate: recommend, deputy: Leder}
      - {actor: skole.rektor, mandate: decide, deputy: Inspektør}
    places:
      - {place: bakken, room: Biblioteket}
      - place: lia
        chair: ppt.lia
        starts: 13:30
        minutes: 90
        recurrence: {dates: [2026-12-03, 2027-02-04]}
        arranged: 2026-11-05
        members:
          - {actor: ppt.leder, instead_of: ppt}
          - {actor: ppt.lia, mandate: inform}
"""
)


def test_a_forum_in_each_of_its_places_is_the_template_with_what_is_different_there() -> None:
    found = handbook(HELD)
    bakken, lia = (one.at for one in held_of(found, forum(found)))
    assert (bakken.name, bakken.place) == ("Tverrfaglig team – Bakken skole", "Bakken skole, Biblioteket")
    assert [member.actor for member in bakken.members] == ["ppt.nord", "skole.rektor"]
    assert bakken.starts == forum(found).starts
    assert (lia.place, lia.chair, lia.minutes) == ("Lia skole", "ppt.lia", 90)
    assert [meeting.day.isoformat() for meeting in found.schedule(lia).coming] == ["2026-12-03", "2027-02-04"]
    assert lia.standing
    assert lia.standing.arranged
    assert (lia.standing.arranged.isoformat(), str(lia.standing.evaluated)) == ("2026-11-05", "2026-06-02")


def test_who_comes_instead_has_the_mandate_of_the_seat_and_others_come_besides() -> None:
    found = handbook(HELD)
    _, lia = (one.at for one in held_of(found, forum(found)))
    assert [(member.actor, member.mandate, member.deputy) for member in lia.members] == [
        ("ppt.leder", "recommend", "Leder"),
        ("skole.rektor", "decide", "Inspektør"),
        ("ppt.lia", "inform", None),
    ]


def test_a_forum_without_places_is_held_once_and_one_in_a_place_that_is_not_there_is_told() -> None:
    found = handbook()
    (alone,) = held_of(found, forum(found))
    assert alone.at is alone.forum
    assert alone.key == "team"
    assert of_rule("unknown-reference", "forums: [{id: team, places: [{place: lia}]}]") == [
        "fant ikke sted med id «lia»"
    ]


def test_the_meetings_of_a_place_and_who_sits_in_them() -> None:
    found = handbook(HELD)
    (one,) = held_at(found, place(found, "lia"))
    assert one.key == "team/lia"
    assert sitting_at(found, place(found, "lia")) == ("ppt", "skole")
    assert held_at(found, place(found, "huset")) == ()


def test_a_district_that_is_not_there_is_an_error_with_what_was_meant() -> None:
    wrong = TWO.replace("leader: skole.rektor, district: sor", "leader: skole.rektor, district: sør")
    assert of_rule("unknown-reference", wrong) == ["fant ikke område med id «sør»; mente du «sor»?"]


TEAMS = 17
FOLK = {"barnevern": 4, "helse": 3, "ppt": 3}
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")


def as_in_fet() -> Iterator[str]:
    """One template in seventeen schools and kindergartens, each with its own leader and fixed people of the services."""
    rounds = {
        name: [[f"p{n}" for n in range(TEAMS) if n % folk == i] for i in range(folk)] for name, folk in FOLK.items()
    }
    yield "services:"
    for name, some in rounds.items():
        kind = {"barnevern": "child-welfare", "helse": "child-health", "ppt": "ppt"}[name]
        yield f"  - id: {name}\n    name: {name}\n    category: {kind}\n    government: municipality"
        yield "    summary: Er med.\n    contacts:\n      - {id: leder, role: Leder}"
        yield from (f"      - {{id: f{i}, role: Fast {i}, places: [{', '.join(p)}]}}" for i, p in enumerate(some))
    yield "  - id: skole\n    contacts:\n      - {id: rektor}"
    yield from (f"      - {{id: leder{n}, role: Leder {n}, places: [p{n}]}}" for n in range(TEAMS))
    yield f"roles: [{{id: enhetsleder, name: Enhetsleder, held_by: [{', '.join(f'skole.leder{n}' for n in range(TEAMS))}]}}]"
    yield "places:"
    sort = ("primary-school", "kindergarten")
    for n in range(TEAMS):
        yield f"  - {{id: p{n}, name: Sted {n}, type: {sort[n % 2]}, service: skole, leader: skole.leder{n}}}"
    yield "forums:\n  - id: tverrfaglig-mote\n    name: Tverrfaglig møte\n    kind: standing\n    purpose: Drøfte tidlig."
    yield "    purposes: [cases, guidance]\n    convener: enhetsleder\n    chair: enhetsleder\n    minutes_by: enhetsleder"
    yield "    minutes: 90\n    starts: 12:00\n    recurrence: {every: 4, to: 6, unit: week}\n    members:"
    yield from (f"      - {{actor: {name}, mandate: recommend, deputy: Leder}}" for name in FOLK)
    yield "      - {actor: enhetsleder, mandate: decide, deputy: Nestleder}\n    places:"
    for n in range(TEAMS):
        yield f"      - {{place: p{n}, arranged: 2026-11-{n + 2:02}, recurrence: {{every: 4, to: 6, unit: week, weekday: {DAYS[n % 5]}}}}}"


FET = "\n".join(as_in_fet())


def test_seventeen_teams_are_one_template_without_overlap_and_with_the_load_of_those_who_come() -> None:
    """As copies they gave 136 overlaps, and 21 hours a month to whoever stood for the services."""
    found = handbook(FET)
    meeting = forum(found, "tverrfaglig-mote")
    assert len(held_of(found, meeting)) == TEAMS
    hours = 52 / 12 / 5 * 1.5
    load = {one.actor: one.hours for one in loads(found) if meeting in (row[0] for row in one.forums)}
    assert math.isclose(load["skole.leder3"], hours)
    assert math.isclose(load["ppt.f0"], 6 * hours)
    assert math.isclose(load["barnevern.f0"], 5 * hours)
    assert len(load) == TEAMS + sum(FOLK.values())
    assert sum(load.values()) == pytest.approx(TEAMS * 4 * hours)
    for rule in ("forum-overlap", "meeting-load", "forum-place-clash", "forum-interval", "forum-arranged"):
        assert of_rule(rule, FET) == [], rule


def test_as_copies_they_would_overlap() -> None:
    """What the template is for: the check still sees copies."""
    copy = "{{id: t{n}, name: Team {n}, kind: standing, purpose: P, purposes: [cases], members: [{{actor: ppt}}, {{actor: skole}}]}}"
    copies = ", ".join(copy.format(n=n) for n in range(TEAMS))
    found = of_rule("forum-overlap", f"forums: [{copies}]")
    left = TEAMS * (TEAMS - 1) // 2 - (len(found) - 1)  # so many in one file are not told one by one
    assert f"… og {left} funn til av samme slag i denne fila" in found


def test_whoever_is_one_at_each_place_has_the_load_of_one_and_who_goes_round_that_of_all() -> None:
    fragment = (
        TWO
        + """
forums:
  - id: team
    minutes: 60
    chair: skole.rektor
    minutes_by: ppt.leder
    members: []
    recurrence: {every: 1, to: null, unit: month}
    places: [{place: bakken}, {place: lia}, {place: tunet, minutes: 120}]
"""
    )
    assert {one.actor: round(one.hours, 3) for one in loads(handbook(fragment))} == {
        "skole.rektor": 2.0,
        "ppt.leder": 4.0,
    }


def test_a_role_with_one_holder_goes_round_and_one_with_many_does_not() -> None:
    roles = "roles: [{id: alene, name: Alene, held_by: [ppt.leder]}, {id: mange, name: M, held_by: [ppt.leder, skole.rektor]}]"
    fragment = (
        TWO
        + f"{roles}\n"
        + """
forums:
  - id: team
    minutes: 60
    chair: alene
    minutes_by: mange
    members: []
    recurrence: {every: 1, to: null, unit: month}
    places: [{place: huset}, {place: bakken}]
"""
    )
    load = {one.actor: one.hours for one in loads(handbook(fragment))}
    assert load["alene"] == 2.0
    assert load.get("mange", 0) <= 1.0


def test_roles_held_by_each_other_have_nobody_behind_them() -> None:
    """By chance or by mistake: the check goes on."""
    found = handbook(f"{TWO}\nroles: [{{id: en, name: En, held_by: [to]}}, {{id: to, name: To, held_by: [en]}}]")
    assert is_one_at_each(found, "en")
    held = handbook(f"{TWO}\nroles: [{{id: en, name: En, held_by: [to]}}, {{id: to, name: To, held_by: [ppt.leder]}}]")
    assert not is_one_at_each(held, "en")


def test_how_often_is_where_it_is_held_most_often() -> None:
    found = handbook(HELD)
    assert most_meetings_a_month(forum(found)) == 1.0


def test_each_place_is_held_as_often_as_it_says_and_only_those_that_are_not_are_told() -> None:
    late = FET.replace("place: p3, arranged: 2026-11-05", "place: p3, arranged: 2026-05-05")
    assert of_rule("forum-arranged", late) == [
        "«Tverrfaglig møte – Sted 3» ble sist holdt 2026-05-05, mer enn to ganger så lenge siden som møteplanen sier"
    ]


def test_an_exception_in_one_place_is_held_against_the_meetings_there() -> None:
    wrong = HELD.replace(
        "{dates: [2026-12-03, 2027-02-04]}",
        "{dates: [2026-12-03, 2027-02-04], exceptions: [{date: 2026-12-04, cancelled: true}]}",
    )
    assert of_rule("meeting-exception", wrong) == [
        "«Tverrfaglig team – Lia skole» har ikke noe møte 2026-12-04 å gjøre unntak for; det nærmeste er 2026-12-03"
    ]


def test_nobody_is_asked_twice_for_what_the_template_says() -> None:
    told_of = {rule for rule, _ in told(HELD)}
    assert not {"forum-roles", "forum-mandate", "forum-interval", "forum-place-clash"} & told_of
