"""A value as the text of YAML, in the style of the data files: short words in brackets, long texts folded.

How a text must be quoted is not worked out: of the ways to write it, the first that our own reader reads back as the
same text is used.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator

from builder.edit.values import Plain
from builder.load.tree import plain
from builder.load.yaml_text import parse

WIDTH = 110
_INDENT = 2
_WORD = re.compile(r"[^\s,\[\]{}]+")


def on_line(value: Plain) -> str:
    """A value on one line, which can stand among others in brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{on_line(key)}: {on_line(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(on_line(item) for item in value) + "]"
    return next(written for written in _ways(value) if _reads_back(f"- [{written}]", value))


def after_key(value: Plain, key: str, column: int) -> str:
    """What stands after `key:`, where the key begins in a column (counted from 0)."""
    if isinstance(value, dict | list) and value:
        short = f" {on_line(value)}" if isinstance(value, list) and all(map(_is_word, value)) else None
        if short and column + len(key) + 1 + len(short) <= WIDTH:
            return short
        return "\n" + "\n".join(block(value, column + _INDENT))
    return " " + _scalar_or_empty(value, column + _INDENT, WIDTH - column - len(key) - 2)


def block(value: Plain, column: int) -> list[str]:
    """Fields or items on lines of their own, each beginning in a column."""
    margin = " " * column
    if isinstance(value, dict):
        return _lines(f"{margin}{on_line(key)}:{after_key(inner, key, column)}" for key, inner in value.items())
    assert isinstance(value, list)
    return _lines(f"{margin}- {item(one, column)}" for one in value)


def item(value: Plain, column: int) -> str:
    """What stands after `- `, where the dash is in a column."""
    if isinstance(value, dict) and value:
        return "\n".join(block(value, column + _INDENT)).lstrip(" ")
    if isinstance(value, list):
        return on_line(value)
    return _scalar_or_empty(value, column + _INDENT, WIDTH - column - _INDENT)


def _lines(texts: Iterator[str]) -> list[str]:
    return [line for text in texts for line in text.split("\n")]


def _is_word(value: Plain) -> bool:
    return isinstance(value, str) and _WORD.fullmatch(value) is not None


def _scalar_or_empty(value: Plain, column: int, room: int) -> str:
    if isinstance(value, dict | list):
        return on_line(value)
    return scalar(value, column, room)


def scalar(value: str | None, column: int, room: int) -> str:
    """A text or nothing: on the line where there is room for it, or on lines below that begin in a column."""
    short = next((w for w in _ways(value) if _reads_back(f"- {w}", value)), None)
    assert short is not None
    if value is None or (len(short) <= room and "\n" not in value):
        return short
    margin = " " * column
    if "\n" in value:
        lines = ["|-", *(margin + line if line else "" for line in value.split("\n"))]
    else:
        wrap = textwrap.wrap(value, WIDTH - column, break_long_words=False, break_on_hyphens=False)
        lines = [">-", *(margin + line for line in wrap)]
    long = "\n".join(lines)
    # What is folded is read from a key in the first column: as deep as it can stand, it says the same.
    return long if _reads_back(f"{margin[:-1]}- {long}" if margin else f"- {long}", value) else short


def _ways(value: str | None) -> Iterator[str]:
    """The ways to write a text on one line, the plainest first."""
    if value is None:
        yield "null"
        return
    if "\n" not in value:
        yield value
        yield "'" + value.replace("'", "''") + "'"
    yield json.dumps(value, ensure_ascii=False)
    yield json.dumps(value)


def _reads_back(text: str, value: Plain) -> bool:
    tree, problems = parse("", text.encode())
    if problems or tree is None:
        return False
    read = plain(tree)
    while isinstance(read, list) and len(read) == 1:
        read = read[0]
    return read == value
