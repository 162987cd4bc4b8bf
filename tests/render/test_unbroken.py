"""A section and a telephone number stand on one line, and nothing else is touched."""

from __future__ import annotations

import pytest
from builder.render.unbroken import unbroken


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("barnevernsloven § 13-2", "barnevernsloven §~13-2"),
        ("lova §§ 2-1, 2-2", "lova §§~2-1, 2-2"),
        ("Ring 116 117.", "Ring 116~117."),
        ("<b>00 00 00 00</b>", "<b>00~00~00~00</b>"),
        ("800 12 345", "800~12~345"),
        ("12 345 678 innbyggere", "12 345 678 innbyggere"),
        ("1 116 117 kroner", "1 116 117 kroner"),
        ("paragrafen § står alene", "paragrafen § står alene"),
        ("2026-11-22 08 00", "2026-11-22 08 00"),
    ],
)
def test_what_belongs_together_is_not_broken(written: str, wanted: str) -> None:
    assert unbroken(written) == wanted.replace("~", "\xa0")
    assert unbroken(unbroken(written)) == unbroken(written)
