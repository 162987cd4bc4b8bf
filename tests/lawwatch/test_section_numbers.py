"""An entry of the register that is about several sections."""

from __future__ import annotations

import pytest
from builder.lawwatch.section_numbers import numbers


@pytest.mark.parametrize(
    ("written", "sections"),
    [
        ("§ 13-2", ["§ 13-2"]),
        ("§  2  a", ["§ 2 a"]),
        ("artikkel 6", ["artikkel 6"]),
        ("§§ 6–9", ["§ 6", "§ 7", "§ 8", "§ 9"]),
        ("§§ 25 a, 25 b, 45 og 45 a", ["§ 25 a", "§ 25 b", "§ 45", "§ 45 a"]),
        ("§§ 31 og 33", ["§ 31", "§ 33"]),
        ("§§ 13-1 og 13-2", ["§ 13-1", "§ 13-2"]),
        ("§§ 9–6", ["§ 9–6"]),
        ("§§ 1–999999999", ["§ 1–999999999"]),
    ],
)
def test_an_entry_is_each_of_its_sections(written: str, sections: list[str]) -> None:
    assert numbers(written) == sections
