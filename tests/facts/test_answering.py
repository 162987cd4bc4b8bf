"""Who is rung for a contact: the role itself, or its deputy."""

from __future__ import annotations

import datetime as dt

import pytest
from builder.facts.answering import StandsIn, answering, first_to_ring
from builder.model.service import Contact, Service

TODAY = dt.date(2026, 11, 22)


def contact(**fields: object) -> Contact:
    return Contact.model_validate({"id": "leder", "role": "Leder", **fields})


DEPUTY = {"role": "Nestleder", "phone": "22 22 22 22", "email": "nest@lillevik.example"}


@pytest.mark.parametrize(
    ("fields", "role", "phone", "why"),
    [
        ({"phone": "22 22 22 21", "deputy": DEPUTY}, "Leder", "22 22 22 21", None),
        ({"phone": "22 22 22 21", "deputy": DEPUTY, "vacant": True}, "Nestleder", "22 22 22 22", StandsIn.VACANT),
        ({"deputy": DEPUTY}, "Nestleder", "22 22 22 22", StandsIn.NO_NUMBER),
        ({"phone": "22 22 22 21", "vacant": True}, "Leder", "22 22 22 21", None),
        ({"email": "leder@lillevik.example", "deputy": {"role": "Nestleder"}}, "Leder", None, None),
        (
            {"phone": "22 22 22 21", "vacant": True, "deputy": {"role": "Nestleder"}},
            "Nestleder",
            "22 22 22 21",
            StandsIn.VACANT,
        ),
        (
            {"phone": "22 22 22 21", "away_until": "2026-11-22", "deputy": DEPUTY},
            "Nestleder",
            "22 22 22 22",
            StandsIn.AWAY,
        ),
        ({"phone": "22 22 22 21", "away_until": "2026-11-21", "deputy": DEPUTY}, "Leder", "22 22 22 21", None),
        ({"phone": "22 22 22 21", "away_until": "2026-12-24"}, "Leder", "22 22 22 21", None),
    ],
)
def test_the_deputy_is_rung_while_nobody_has_the_role_it_is_away_or_has_no_number(
    fields: dict[str, object], role: str, phone: str | None, why: StandsIn | None
) -> None:
    found = answering(contact(**fields), TODAY)
    assert (found.first.role, found.first.phone, found.stands_in) == (role, phone, why)


def test_a_contact_who_answers_has_a_deputy_to_try_next_and_a_deputy_has_none() -> None:
    found = answering(contact(phone="22 22 22 21", deputy=DEPUTY), TODAY)
    assert found.otherwise
    assert found.otherwise.phone == "22 22 22 22"
    assert answering(contact(phone="22 22 22 21", deputy=DEPUTY, vacant=True), TODAY).otherwise is None


def called(*contacts: Contact) -> str | None:
    service = Service.model_construct(contacts=contacts)
    found = first_to_ring(service, TODAY)
    return found and found.first.role


def test_the_first_with_a_telephone_is_rung_and_one_nobody_answers_for_last() -> None:
    leader = contact(phone="22 22 22 21")
    assert called(contact(email="leder@lillevik.example"), leader) == "Leder"
    assert called(contact(role="Tom stol", phone="22 22 22 23", vacant=True), leader) == "Leder"
    assert called(contact(role="Tom stol", phone="22 22 22 23", vacant=True)) == "Tom stol"
    assert called(contact(role="Ny"), contact(role="Vikar", deputy=DEPUTY)) == "Nestleder"
    assert called(contact(role="Ny")) == "Ny"
    assert called(contact(email="leder@lillevik.example")) is None
    assert called() is None
