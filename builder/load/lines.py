"""The lines of a YAML file as a person sees them: which are structure, and which are text in a block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from builder.problem import Mark

#: The ends of lines that editors agree on. YAML knows more of them; those are refused (see `characters`).
BREAK = re.compile(r"\r\n|\r|\n")
_BLOCK = re.compile(r"(?:^|[\s:-])[|>][+-]?[1-9]?[+-]?[ \t]*(?:#.*)?$")


class Line(NamedTuple):
    """A line, its number from 1, and where in the file it begins."""

    number: int
    start: int
    text: str


def lines(text: str) -> Iterator[Line]:
    """All lines."""
    start = 0
    for number, found in enumerate(BREAK.finditer(text), 1):
        yield Line(number, start, text[start : found.start()])
        start = found.end()
    yield Line(len(BREAK.findall(text)) + 1, start, text[start:])


def place(path: str, text: str, at: int) -> Mark:
    """Where a character of a text is, counted as an editor counts."""
    number, start = 1, 0
    for number, found in enumerate(BREAK.finditer(text, 0, at), 2):  # noqa: B007 - the last one is asked for
        start = found.end()
    return Mark(path, number, at - start + 1)


def structure(text: str) -> Iterator[Line]:
    """The lines that are not within a block of text (`|` or `>`), nor comments or empty."""
    inside: int | None = None
    for line in lines(text):
        written = line.text.strip()
        indent = len(line.text) - len(line.text.lstrip())
        if not written or (inside is not None and indent > inside):
            continue
        inside = None
        if written.startswith("#"):
            continue
        yield line
        if _BLOCK.search(line.text):
            inside = indent
