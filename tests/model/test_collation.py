"""The order a Norwegian reader looks things up in."""

from __future__ import annotations

from itertools import pairwise

import pytest
from builder.model.collation import alphabetical, initial


@pytest.mark.parametrize(
    "ordered",
    [
        ["Arendal", "Zoo", "Ærfugl", "Øya", "Åmli"],
        ["Øya", "Aarhus", "Aas", "Ås skole"],
        ["zå", "Ändring", "Ærlig", "Öst", "Øy"],
        ["Andre", "André", "andrea"],
        ["Čáhci", "čakča", "Cecilie", "dag", "Đivtt", "du", "še", "si", "zz", "Žž"],
        ["1. klasse", "10. klasse", "barn", "Barn", "barnehage"],
    ],
)
def test_words_stand_where_a_norwegian_dictionary_has_them(ordered: list[str]) -> None:
    assert all(alphabetical(one) < alphabetical(next_one) for one, next_one in pairwise(ordered))


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("barnevern", "B"),
        ("Aasen", "Å"),
        ("åpen", "Å"),
        ("étude", "E"),
        ("Čáhci", "C"),
        ("ärende", "Æ"),
        ("§ 13", ""),
        ("10 år", ""),
        ("Ж", ""),
        ("", ""),
    ],
)
def test_a_text_is_found_under_its_letter(text: str, letter: str) -> None:
    assert initial(text) == letter
