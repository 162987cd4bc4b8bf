"""A municipality is found by what people write."""

from __future__ import annotations

import pytest
from builder.municipalities.lookup import look_up


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("haram", ["1580"]),
        ("1580", ["1580"]),
        ("Haram kommune", ["1580"]),
        ("1580 Haram", ["1580"]),
        ("  HARAM  ", ["1580"]),
        ("Aalesund", ["1508"]),
        ("Ulvik herad", ["4620"]),
        ("Risor", ["4201"]),
        ("nord fron", ["3436"]),
        ("Nore og Uvdal", ["3338"]),
        ("Porsángu", ["5622"]),
        ("Kárášjoga gielda", []),
        ("Kárášjohka", ["5610"]),
        ("Våler", ["3114", "3419"]),
        ("Våler i Østfold", ["3114"]),
        ("våler (innlandet)", ["3419"]),
        ("Herøy i Nordland", ["1818"]),
        ("Herøy, Møre og Romsdal", ["1515"]),
        ("9998", []),
        ("kommune", []),
        ("", []),
        ("§", []),
        ("handbook/../etc", []),
    ],
)
def test_who_is_meant(written: str, numbers: list[str]) -> None:
    found = look_up(written)
    assert [one.number for one in found.meant] == numbers
    assert found.former is None


@pytest.mark.parametrize(
    ("written", "former", "names"),
    [
        ("Fet", "0227", ["Lillestrøm"]),
        ("0227", "0227", ["Lillestrøm"]),
        ("1534", "1534", ["Haram"]),
        ("Tysfjord", "1850", ["Narvik", "Hamarøy"]),
        ("5402", "5402", ["Harstad"]),
    ],
)
def test_one_that_is_no_more_leads_to_what_it_became(written: str, former: str, names: list[str]) -> None:
    found = look_up(written)
    assert found.former
    assert found.former.former_number == former
    assert [one.name for one in found.meant] == names


@pytest.mark.parametrize(
    ("written", "suggested"),
    [("Harram", ["Haram"]), ("lilestrom", ["Lillestrøm"]), ("Trondhjem", ["Trondheim"]), ("xyzzy", [])],
)
def test_a_misspelt_name_is_answered_with_those_like_it(written: str, suggested: list[str]) -> None:
    found = look_up(written)
    assert not found.meant
    assert [one.name for one in found.similar] == suggested
