"""The public edition is the handbook without what is internal: whole where it is read, and with nothing in the air."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder.facts.answering import first_to_ring
from builder.facts.audience import for_audience
from builder.facts.ring_now import ring_now
from builder.model.audience import Audience
from builder.model.handbook import Handbook
from builder.model.parts import parts
from builder.model.references import is_internal
from builder.model.service import SERVICES

from tests.support import TODAY, checked, errors, mini_file, public, varied

PPT, FORUMS, PLANS = "lillevik/services/ppt.yml", "lillevik/forums.yml", "lillevik/plans.yml"
CONTACTS = "contacts:\n"


def with_text(tmp_path: Path, *changes: tuple[str, str, str]) -> Handbook:
    """The miniature handbook with some text in its files written anew, by file; it has no errors."""
    files: dict[str, str | bytes | None] = {}
    for name, old, new in changes:
        text = files.get(name) or mini_file(name)
        assert isinstance(text, str)
        assert old in text
        files[name] = text.replace(old, new, 1)
    result = checked(varied(tmp_path, files))
    assert errors(result) == []
    return result.handbook


def test_every_internal_field_may_be_empty() -> None:
    for part in parts().values():
        for name, field in part.model_fields.items():
            if is_internal(part, name) and field.is_required():
                assert field.annotation is str, f"{part.__name__}.{name}"


def test_what_is_not_internal_stays_the_very_same(mini: Handbook) -> None:
    left = public(mini)
    assert left.audience is Audience.PUBLIC
    assert left.find(SERVICES, "ppt") is not None
    assert [record.id for _, record in left.everything()] == [record.id for _, record in mini.everything()]
    assert left.emergency == mini.emergency
    assert [step.id for _, step in left.steps()] == [step.id for _, step in mini.steps()]


def test_a_record_is_gone_with_what_names_it_and_links_are_words(tmp_path: Path) -> None:
    handbook = with_text(
        tmp_path,
        (PLANS, "id: oppvekstplan", "id: oppvekstplan\n  audience: internal"),
        (FORUMS, "purpose: ", "purpose: Se [det som er avtalt](plans:oppvekstplan) og [mer](plans:avtale-ppt). "),
    )
    left = public(handbook)
    assert [plan.id for plan in left.plans] == ["avtale-ppt"]
    assert left.forums[0].purpose.startswith("Se det som er avtalt og [mer](plans:avtale-ppt).")
    assert left.references
    assert not [one for one in left.references if one.kind is None]


def test_a_contact_is_gone_from_meetings_too(tmp_path: Path) -> None:
    handbook = with_text(
        tmp_path,
        (PPT, CONTACTS, CONTACTS + "  - {id: arkiv, role: Arkiv, audience: internal, phone: 22 22 22 29}\n"),
        (FORUMS, "members:\n", "members:\n    - {actor: ppt.arkiv}\n"),
    )
    left = public(handbook)
    assert "ppt.arkiv" in {member.actor for member in handbook.forums[0].members}
    assert "ppt.arkiv" not in {member.actor for member in left.forums[0].members}
    assert "arkiv" not in {contact.id for _, contact in left.contacts}


@pytest.mark.parametrize("why", ["vacant: true", "away_until: 2026-12-24"])
def test_everybody_rings_who_answers_and_is_not_told_why(tmp_path: Path, why: str) -> None:
    contact = (
        f"  - {{id: vakt, role: Vakt, {why}, acute: always, phone: 22 22 22 21, "
        "deputy: {role: Stedfortreder, person: Kari Nordmann, phone: 22 22 22 22}}\n"
    )
    handbook = with_text(tmp_path, (PPT, CONTACTS, CONTACTS + contact))
    left = public(handbook)
    service = left.find(SERVICES, "ppt")
    assert service is not None
    assert [one.phone for one in ring_now(left).contacts] == [one.phone for one in ring_now(handbook).contacts]
    rung = first_to_ring(service, TODAY)
    assert rung is not None
    assert (rung.first.role, rung.first.phone, rung.stands_in) == ("Vakt", "22 22 22 22", None)
    assert (rung.contact.vacant, rung.contact.away_until, rung.contact.deputy) == (False, None, None)


def test_one_nobody_answers_for_comes_last(tmp_path: Path) -> None:
    empty = "  - {id: tom, role: Tom, vacant: true, phone: 22 22 22 21}\n"
    left = public(with_text(tmp_path, (PPT, CONTACTS, CONTACTS + empty)))
    service = left.find(SERVICES, "ppt")
    assert service is not None
    assert [contact.id for contact in service.contacts][-1] == "tom"


def test_the_internal_edition_lies_at_an_address_of_its_own(mini: Handbook) -> None:
    places = {"website": "https://handbok.example/", "internal_website": "https://intern.example/"}
    there = Handbook(mini.municipality.model_copy(update=places), mini.records, TODAY)
    assert for_audience(there, Audience.INTERNAL).municipality.website == "https://intern.example/"
    assert public(there).municipality.website == "https://handbok.example/"
    assert public(there).municipality.internal_website is None
