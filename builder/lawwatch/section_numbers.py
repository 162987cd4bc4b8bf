"""The sections that one entry of the register is about: «§§ 6–9» is four of them."""

from __future__ import annotations

import re

#: A dash is a range; a hyphen is part of a number, as in § 13-2.
_RANGE = re.compile(r"(\d+)–(\d+)$")
_BETWEEN = re.compile(r"\s*,\s*|\s+og\s+")
#: No act has a longer run of sections in one entry; more is a slip of the pen.
_MOST = 200


def numbers(written: str) -> list[str]:
    """Each section by itself, as a citation has it."""
    text = " ".join(written.split())
    if not text.startswith("§§"):
        return [text]
    return [f"§ {one}" for part in _BETWEEN.split(text.removeprefix("§§").strip()) for one in _run(part)]


def _run(part: str) -> list[str]:
    """«6–9» is the sections from 6 to 9."""
    found = _RANGE.match(part)
    if not found or not 0 < int(found[2]) - int(found[1]) < _MOST:
        return [part.removeprefix("§").strip()]
    return [str(number) for number in range(int(found[1]), int(found[2]) + 1)]
