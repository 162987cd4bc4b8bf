"""Traces of a client are found however they are written, and what only looks like them is let through."""

from __future__ import annotations

import itertools
import random
import re
import sys
import unicodedata
from collections import defaultdict

import pytest
from builder.traces import Sort, masked, traces
from builder.traces.folding import folded

from tests.traces.corpus import corpus
from tests.traces.made_up import SERIES, filled, mistyped, number

ERRORS = {Sort.IDENTITY, Sort.CLIENT}
TENOR = number("tenor")


def verdict(text: str) -> str:
    found = {trace.sort for trace in traces(text)}
    return "error" if found & ERRORS else "warning" if found else "right"


@pytest.mark.parametrize(("wanted", "least"), [("error", 150), ("warning", 15), ("right", 150)])
def test_each_line_of_the_corpus_is_judged_as_it_should_be(wanted: str, least: int) -> None:
    lines = corpus(wanted)
    assert len(lines) >= least
    assert [line for line in lines if verdict(line) != wanted] == []


@pytest.mark.parametrize("line", ["{}", "- note: {} ", "a\n\nb: «{}».", "Punkt 12: {} og 34", "1. {}. 2"])
def test_what_is_found_is_found_amid_other_text(line: str) -> None:
    assert [text for text in corpus("error") if verdict(line.format(text)) != "error"] == []


@pytest.fixture(scope="module")
def characters() -> dict[str, list[str]]:
    """Category -> the characters Unicode has in it, those of ASCII left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for char in map(chr, range(0x80, sys.maxunicode + 1)):
        found[unicodedata.category(char)].append(char)
    return found


def test_all_digits_of_unicode_are_digits(characters: dict[str, list[str]]) -> None:
    zeros = [char for char in characters["Nd"] if unicodedata.decimal(char) == 0]
    assert len(zeros) > 60
    for zero in zeros:
        written = "".join(chr(ord(zero) + int(digit)) for digit in TENOR)
        assert [(t.start, t.end) for t in traces(f"a {written}.")] == [(2, 13)], hex(ord(zero))


def test_whatever_is_not_seen_or_is_a_space_or_a_dash_is_no_hindrance(characters: dict[str, list[str]]) -> None:
    between = [char for kind in ("Cf", "Mn", "Me", "Zs", "Pd") for char in characters[kind]]
    assert [hex(ord(char)) for char in between if verdict(f"{TENOR[:6]}{char}{TENOR[6:]}") != "error"] == []


@pytest.mark.parametrize("series", SERIES)
def test_a_number_of_every_series_is_found_with_the_check_digits_of_today_and_of_2032(series: str) -> None:
    for remainder in range(4) if series != "fh" else (0,):
        digits = number(series, remainder)
        assert verdict(f"{digits[:6]} {digits[6:]}") == "error"


@pytest.mark.parametrize(
    ("series", "wanted"), [("born", "error"), ("d", "error"), ("tenor", "warning"), ("fh", "right")]
)
def test_what_a_mistyped_number_comes_to(series: str, wanted: str) -> None:
    assert verdict(f"Gjelder {mistyped(series)}") == wanted
    assert verdict(f"fnr. {mistyped(series)}") == "error"


def test_where_a_trace_stands_is_told_in_the_text_as_it_is_written() -> None:
    text = filled("æ&nbsp;**<tenor:2**2&shy;2\u20095>** og f. 12.03.2015")
    first, second = traces(text)
    assert text[first.start : first.end] == filled("<tenor:2**2&shy;2\u20095>")
    assert text[second.start : second.end] == "12.03.2015"


def test_a_mask_hides_every_digit_and_moves_nothing() -> None:
    for text in corpus("error", "warning"):
        hidden = masked(text)
        assert len(hidden) == len(text)
        assert {trace.sort for trace in traces(hidden)} <= {Sort.CASE}, text
        read = "".join(char for char in folded(hidden).text if char.isdigit())
        assert not any(read.find(number(series)) >= 0 for series in SERIES), text
    assert [text for text in corpus("right") if masked(text) != text] == []


CHANCE = random.Random(13)


def of(count: int) -> str:
    return "".join(CHANCE.choice("0123456789") for _ in range(count))


def phone() -> str:
    digits = CHANCE.choice("23456789") + of(7)
    ways = (
        f"{digits[:2]} {digits[2:4]} {digits[4:6]} {digits[6:]}",
        f"{digits[:3]} {digits[3:5]} {digits[5:]}",
        digits,
    )
    return CHANCE.choice(ways)


def account() -> str:
    """Eleven digits, the last of which checks the others by the same weights as in an identity number."""
    for ten in iter(lambda: of(10), ""):
        check = (
            -sum(int(digit) * weight for digit, weight in zip(ten, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2), strict=True)) % 11
        )
        if check < 10:
            return f"{ten}{check}"
    raise AssertionError


def day() -> str:
    return f"{CHANCE.randint(1, 28):02}.{CHANCE.randint(1, 12):02}.{CHANCE.choice(('26', '2026', '2027'))}"


@pytest.mark.parametrize(
    "made",
    [
        lambda: ", ".join(phone() for _ in range(6)),
        lambda: " / ".join(phone() for _ in range(6)),
        lambda: "\n".join(f"    phone: {phone()}" for _ in range(6)),
        lambda: "Kontonummer " + account(),
        lambda: re.sub(r"(.{4})(..)(.*)", r"\1.\2.\3", account()),
        lambda: ", ".join(day() for _ in range(8)),
        lambda: f"{day()} kl. 09.{of(2)}–10.{of(2)}, {day()} 08.30-09.15",
        lambda: f"Vei {of(2)}, {of(4)} By, {phone()}, org.nr. {of(9)}",
        lambda: f"978-82-{of(2)}-{of(5)}-{of(1)}, {of(3)} {of(3)} {of(3)},{of(2)} kr",
    ],
)  # fmt: skip
def test_what_a_handbook_is_full_of_is_let_through(made: object) -> None:
    assert callable(made)
    told = [text for text in itertools.islice(iter(made, None), 500) if traces(text)]
    assert told == []
