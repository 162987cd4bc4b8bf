"""What is a verification, and what only looks like one."""

from __future__ import annotations

import datetime as dt

import pytest
from builder.facts.verification import only_the_date, says_how
from builder.model.base import Verified

BEFORE = Verified(date=dt.date(2026, 5, 1), by="Sekretær", how="Ringte nummeret")


@pytest.mark.parametrize("how", ["Ringte nummeret", "Spurte leder", "Så på nettsida", "Sjekket på nett", "Phoned"])
def test_what_tells_what_somebody_did(how: str) -> None:
    assert says_how(how)


@pytest.mark.parametrize(
    "how", ["", "Sjekket", "sjekka.", "OK", "Oppdatert 2026", "Er kontrollert i dag", "–", "Stemmer!"]
)
def test_what_tells_nothing(how: str) -> None:
    assert not says_how(how)


@pytest.mark.parametrize(
    ("changed", "moved"),
    [
        ({"date": dt.date(2026, 11, 1)}, True),
        ({"date": dt.date(2026, 11, 1), "how": "ringte  nummeret"}, True),
        ({"date": dt.date(2026, 11, 1), "how": "Ringte, merkantil svarte"}, False),
        ({"date": dt.date(2026, 11, 1), "by": "Koordinator"}, False),
        ({}, False),
        ({"date": dt.date(2026, 4, 1)}, False),
    ],
)
def test_a_date_that_is_only_moved(changed: dict[str, object], moved: bool) -> None:
    assert only_the_date(BEFORE, BEFORE.model_copy(update=changed)) is moved
