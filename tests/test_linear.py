"""Nothing grows faster than what it is given: four times the text takes four times as long, not sixteen.

What is measured is the processor's time of this process, and the bound is generous: a square is far above it.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from builder import prose
from builder.rules.text_rules import _MARKUP
from builder.traces import masked

KINDS = frozenset({"services"})
SHORT = 3_000
#: More than four times the time, and less than the sixteen of a square. What takes no time at all is not compared.
FACTOR, NOTHING = 9, 0.02
PIECES = (
    "[", "]", "](", "[a](", "[a](b", "[[a]](", "![", "*", "**", "*a ", "**a ", "a*", "***a", "_", "__", "`", '"', "'", "<", "<a ",
    "&", "\\", "(", ")", "\n", "\n\n", "\n    ", "    \n", "a\n\n", "\n- ", "- ", "1. ", "\n1. ", "12 34 ", "1 ", "f. ", "sak 1/",
)  # fmt: skip


def inline(text: str) -> str:
    return prose.to_inline(text, lambda _: None, KINDS)


@pytest.mark.parametrize("made", [inline, prose.plain, prose.links, masked, _MARKUP.findall, prose.is_too_deep])
def test_a_text_four_times_as_long_takes_no_more_than_its_share(made: Callable[[str], object]) -> None:
    told = [piece for piece in PIECES if _grows(made, piece)]
    assert told == []


def _grows(made: Callable[[str], object], piece: str) -> bool:
    """Whether it takes more than its share, also when it is measured again."""
    return all(_taken(made, piece, 4 * SHORT) > NOTHING + FACTOR * _taken(made, piece, SHORT) for _ in range(3))


def _taken(made: Callable[[str], object], piece: str, length: int) -> float:
    prose._converted.cache_clear()
    text = ("a" + piece * length)[:length]
    start = time.process_time()
    made(text)
    return time.process_time() - start
