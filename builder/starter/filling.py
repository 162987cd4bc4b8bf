"""A starter file with the answers in it.

`<<name>>` is an answer. Alone after a key it is written as a value of YAML, quoted where it must be; in a comment or
in running text it stands as it is. Alone on a line it is a block of lines, as deep as the line. A line whose answer is
empty is left out.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from pathlib import Path

from builder.edit.writing import on_line

FOLDER = Path(__file__).parent
_NAME = r"<<([a-z_]+)>>"
_BLOCK = re.compile(rf"( *){_NAME}\n?")
_VALUE = re.compile(rf"([^#\n]*: ){_NAME}\n?")


def starter_text(standard: str, name: str) -> str:
    """A starter file in a written standard."""
    return (FOLDER / standard / name).read_text(encoding="utf-8")


def filled(text: str, answers: Mapping[str, str]) -> str:
    """The text with the answers. Raises KeyError for an answer that is missing."""
    return "".join(_line(line, answers) for line in text.splitlines(keepends=True))


def _line(line: str, answers: Mapping[str, str]) -> str:
    if block := _BLOCK.fullmatch(line):
        lines = answers[block[2]].rstrip("\n")
        return textwrap.indent(lines, block[1]) + "\n" if lines else ""
    if value := _VALUE.fullmatch(line):
        answer = answers[value[2]]
        return f"{value[1]}{on_line(answer)}\n" if answer else ""
    return re.sub(_NAME, lambda found: answers[found[1]], line)
