"""The list of municipalities holds together, and agrees with what its source says of itself."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from builder.municipalities.register import NEUTRAL, became, changes, current, ended, forerunners


def test_all_municipalities_are_there_once() -> None:
    assert len(current()) == 357
    assert len({one.county for one in current().values()}) == 15
    assert all(number.isdecimal() and len(number) == 4 for number in current())


def test_the_written_standards_add_up_as_the_regulation_says() -> None:
    assert Counter(one.written_standard for one in current().values()) == {"nb": 118, "nn": 88, NEUTRAL: 151}
    counted = Counter((one.county, one.written_standard) for one in current().values())
    assert counted["Vestland", "nn"] == 41
    assert counted["Innlandet", "nb"] == 22


def test_only_two_pairs_share_a_name() -> None:
    names = Counter(one.name for one in current().values())
    assert {name for name, times in names.items() if times > 1} == {"Herøy", "Våler"}


def test_sami_and_kven_names_stand_beside_the_norwegian() -> None:
    assert current()["5622"].names == ("Porsanger", "Porsáŋgu", "Porsanki")


def test_every_number_that_ended_leads_to_one_of_today() -> None:
    assert {change.date for change in changes()} == {date(2020, 1, 1), date(2024, 1, 1)}
    for change in changes():
        assert change.former_number not in current(), change
        assert became(change.former_number), change
        assert change.number in current() or ended(change.number), change


@pytest.mark.parametrize(
    ("number", "names"),
    [
        ("0904", ["Grimstad"]),
        ("0227", ["Lillestrøm"]),
        ("1507", ["Ålesund", "Haram"]),
        ("5012", ["Heim", "Hitra", "Orkland"]),
        ("9998", []),
        ("4201", []),
    ],
)
def test_what_a_number_became(number: str, names: list[str]) -> None:
    assert [one.name for one in became(number)] == names


@pytest.mark.parametrize(
    ("number", "before"),
    [
        ("4201", ["0901 Risør"]),
        ("3205", ["3030 Lillestrøm", "0226 Sørum", "0227 Fet", "0231 Skedsmo"]),
        ("1580", ["1507 Ålesund", "1534 Haram"]),
        ("1508", ["1507 Ålesund", "1504 Ålesund", "1523 Ørskog", "1529 Skodje", "1546 Sandøy"]),
        ("1875", ["1849 Hamarøy", "1850 Tysfjord"]),
        ("0301", []),
    ],
)
def test_what_a_municipality_was_before(number: str, before: list[str]) -> None:
    found = forerunners(current()[number])
    assert [f"{change.former_number} {change.former_name}" for change in found] == before


def test_a_number_was_used_until_the_day_before() -> None:
    change = ended("0901")
    assert change
    assert change.last_day == date(2019, 12, 31)
