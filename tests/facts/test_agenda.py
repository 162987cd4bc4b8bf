"""The minutes of an agenda are taken out of its items, however they are written, and only when they are minutes."""

from __future__ import annotations

import pytest
from builder.facts.agenda import AgendaItem, agenda, allotted
from builder.model.handbook import Handbook


def items(mini: Handbook, *texts: str) -> tuple[AgendaItem, ...]:
    return agenda(mini.forums[0].model_copy(update={"agenda": texts}))


@pytest.mark.parametrize(
    "written", ["Nye saker (20 min)", "Nye saker (20 min.)", "Nye saker (20 minutter)", "Nye saker (20 minutt)."]
)
def test_minutes_stand_at_the_end_of_an_item(mini: Handbook, written: str) -> None:
    assert items(mini, written) == (AgendaItem("Nye saker", 20),)


@pytest.mark.parametrize(
    "written",
    [
        "Nye saker uten navn, ti minutter hver",
        "Hva skal skolen ha klart (20 min) før første dag?",
        "Barn som begynner på skolen (februar og april)",
        "Runde (20 personer)",
        "Runde (2000 min)",
        "",
    ],
)
def test_what_is_no_time_for_the_item_stays_in_its_text(mini: Handbook, written: str) -> None:
    assert items(mini, written) == (AgendaItem(written, None),)


def test_items_without_minutes_count_for_nothing(mini: Handbook) -> None:
    assert allotted(items(mini, "Siden sist (5 min)", "Nye saker", "Hvem gjør hva (10 min)")) == 15
    assert allotted(()) == 0
