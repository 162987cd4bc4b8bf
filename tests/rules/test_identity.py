"""What is said of a municipality number, in full."""

from __future__ import annotations

import pytest

from tests.rules.test_rules import told


@pytest.mark.parametrize(
    ("name", "number", "said"),
    [
        ("Grimstad", "0904", "kommunenummeret 0904 ble sist brukt 2019-12-31; Grimstad har 4202"),
        ("Haram", "1507", "kommunenummeret 1507 ble sist brukt 2023-12-31; Haram har 1580"),
        ("Lillevik", "1507", "kommunenummeret 1507 ble sist brukt 2023-12-31; Ålesund har 1508"),
        ("Haram", "9998", "ingen kommune har nummeret 9998; Haram har 1580"),
        ("Lillevik", "9998", "ingen kommune har nummeret 9998"),
        ("Haram", "4201", "4201 er nummeret til Risør; Haram har 1580"),
        ("Våler", "4201", "4201 er nummeret til Risør, ikke til Våler"),
    ],
)
def test_a_wrong_number_is_told_with_the_right_one(name: str, number: str, said: str) -> None:
    fragment = f"municipality: [{{id: lillevik, demonstration: null, name: {name}, number: {number}}}]"
    assert ("municipality-number", said) in told(fragment)
