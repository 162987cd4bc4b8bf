"""Units with a leader, and the teams under their roof."""

from __future__ import annotations

from builder.facts.units import answers_for, organisation, teams_of, units_of
from builder.model.service import SERVICES

from tests.facts.support import handbook, of_rule
from tests.rules.test_rules import with_fragment
from tests.support import Document, site_html

HOUSE = """
    services:
      - {id: huset, name: Familiens hus, category: administration, government: municipality, summary: S,
         contacts: [{id: leder, role: Leder}]}
      - {id: ppt, part_of: huset}
      - {id: fritid, name: Fritid, category: other, government: municipality, summary: S, part_of: huset}
      - {id: klubb, name: Klubben, category: other, government: municipality, summary: S, part_of: fritid, parent: Et hus}
    """


def test_teams_know_their_units_and_units_their_teams() -> None:
    records = handbook(HOUSE)
    house, club = records.find(SERVICES, "huset"), records.find(SERVICES, "klubb")
    assert house
    assert club
    assert [unit.id for unit in units_of(records, club)] == ["fritid", "huset"]
    assert [team.id for team in teams_of(records, house)] == ["fritid", "ppt"]
    assert organisation(records, club) == "Fritid"
    assert organisation(records, house) is None
    assert answers_for(records, club) is house


def test_a_team_without_contacts_is_answered_for_by_its_unit() -> None:
    assert of_rule("service-contacts", HOUSE) == []
    alone = HOUSE.replace("contacts: [{id: leder, role: Leder}]", "contacts: []")
    assert [message.split(" har ")[0] for message in of_rule("service-contacts", alone)] == [
        "Familiens hus",
        "Fritid",
        "Klubben",
    ]


def test_a_ring_ends_and_is_told_once_for_each_in_it() -> None:
    ring = HOUSE.replace("summary: S,\n         contacts", "summary: S, part_of: klubb,\n         contacts")
    records = handbook(ring)
    (club,) = (one for one in records.services if one.id == "klubb")
    assert [unit.id for unit in units_of(records, club)] == ["fritid", "huset"]
    assert len(of_rule("service-part-of", ring)) == 3


def test_the_page_of_a_team_leads_to_the_unit_and_back() -> None:
    pages = site_html(with_fragment(HOUSE).handbook)
    assert "Ring enheten:" in Document(pages["tjenester/klubb"]).text
    house = Document(pages["tjenester/huset"])
    assert "Team under samme tak" in house.text
    assert "Ring enheten" not in house.text
