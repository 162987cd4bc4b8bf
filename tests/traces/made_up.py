"""Identity numbers that nobody has, computed when a test runs: none stands in a file.

All are dated 29 February of a year that was no leap year in any century (2001, 1901), so none is ever issued. An
FH-number has no date; those here begin with the lowest there is, and say nothing outside the health service.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count, islice

from stdnum.no import fodselsnummer

#: The six first digits of each series: the day + 40 for D-numbers, the month + 40, + 65 or + 80.
SERIES = {
    "born": "290201",
    "d": "690201",
    "h": "294201",
    "nav": "296701",
    "tenor": "298201",
    "d-h": "694201",
    "d-nav": "696701",
    "d-tenor": "698201",
    "fh": "800000",
}
_PLACEHOLDER = re.compile(r"<([a-z-]+)(\?|\+[1-3])?(?:=([a-z]+)|:([^>]*))?>")
_SIZE = re.compile(r"\{([^}]*)\}|(\d)")

#: Other ways to write a digit.
WAYS: dict[str, Callable[[str], str]] = {
    "entities": lambda digit: f"&#{ord(digit)};",
    "hexadecimal": lambda digit: f"&#x{ord(digit):x};",
    "percent": lambda digit: f"%{ord(digit):x}",
    "escaped": lambda digit: f"\\u{ord(digit):04x}",
    "fullwidth": lambda digit: chr(0xFF10 + int(digit)),
    "arabic": lambda digit: chr(0x0660 + int(digit)),
    "persian": lambda digit: chr(0x06F0 + int(digit)),
    "devanagari": lambda digit: chr(0x0966 + int(digit)),
    "bold": lambda digit: chr(0x1D7CE + int(digit)),
    "monospace": lambda digit: chr(0x1D7F6 + int(digit)),
    "superscript": lambda digit: "⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)],
    "circled": lambda digit: "⓪①②③④⑤⑥⑦⑧⑨"[int(digit)],
}


def number(series: str, remainder: int = 0) -> str:
    """Eleven digits with right check digits; those of 2032 may leave a remainder of 1, 2 or 3."""
    for individual in count(501):
        nine = f"{SERIES[series]}{individual}"
        first = (int(fodselsnummer.calc_check_digit1(nine)) + remainder) % 11
        second = fodselsnummer.calc_check_digit2(f"{nine}{first}") if first < 10 else "10"
        if len(second) == 1:
            return f"{nine}{first}{second}"
    raise AssertionError


def mistyped(series: str) -> str:
    """The same with a wrong last digit."""
    right = number(series)
    return f"{right[:-1]}{(int(right[-1]) + 5) % 10}"


def filled(text: str) -> str:
    """A line of the corpus with numbers for «<series>», in groups as in «<tenor:6 5>».

    «<tenor?>» is mistyped, «<tenor+1>» has check digits from 2032, «<tenor=arabic>» is written in another way, and
    thirteen digits have the century too. What is in braces stands between groups as it is.
    """
    return _PLACEHOLDER.sub(_written, text)


def _written(found: re.Match[str]) -> str:
    series, how, way, groups = found.groups()
    digits = mistyped(series) if how == "?" else number(series, int(how or 0))
    if way:
        return "".join(map(WAYS[way], digits))
    return _grouped(digits, groups) if groups else digits


def _grouped(digits: str, groups: str) -> str:
    if sum(int(size or 0) for _, size in _SIZE.findall(groups)) == len(digits) + 2:
        digits = f"{digits[:4]}19{digits[4:]}"
    rest = iter(digits)
    return _SIZE.sub(lambda one: one[1] if one[2] is None else "".join(islice(rest, int(one[2]))), groups)
