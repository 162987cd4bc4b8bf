"""The digits of a folded text, in the groups a reader sees, and what is between two groups."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

_GROUP = re.compile(r"[0-9]+")
#: What is not shown between digits: markup, the address of a link, and the end of a line that YAML joins.
_UNSEEN = re.compile(r"(?:\]\([^()\s0-9]{0,300}\)|[][*_`~]|<[^<>\n]{1,100}>|\\(?:\r?\n[ \t]*|[^\s0-9A-Za-z]?))+")
_BEGINS_UNSEEN = frozenset("[]*_`~<\\")
_LONGEST_UNSEEN = 350

_SIGNS = frozenset("-–/.,:;|+'’°")
_SPACE = re.compile(r"[ \t\xa0]{1,4}")
_SPACED_SIGN = re.compile(r"[ \t\xa0]{0,3}[-–/|+][ \t\xa0]{0,3}")
_LINE_END = re.compile(r"[ \t]*\r?\n[ \t#>|]*")
#: What stands between the values of a list or of two fields, or around what is quoted or in brackets.
_APART = re.compile(r"(?:[\s,;:.\-–/|>#\"'“”«»(){}\[\]+*_`~]|[A-Za-z][\w-]{0,40}:(?=\s))+")
_FARTHEST = 100


class Between(IntEnum):
    """What is between two groups of digits, the nearer the lower."""

    SIGN = 0  # «12-34»
    SPACE = 1  # «12 34»
    SPACED_SIGN = 2  # «12 - 34»
    LINE = 3  # the text goes on in the next line
    APART = 4  # another value in the same list, or in the next field
    OTHER = 5  # words


class Group(NamedTuple):
    """Digits that are read together, and where they begin and end."""

    start: int
    end: int
    digits: str


def groups(text: str) -> list[Group]:
    """The groups of digits, in order."""
    found: list[Group] = []
    end = -1
    for match in _GROUP.finditer(text):
        start = match.start()
        if end >= 0 and text[end] in _BEGINS_UNSEEN and _is_unseen(text, end, start):
            before = found.pop()
            group = Group(before.start, match.end(), before.digits + match[0])
        else:
            group = Group(start, match.end(), match[0])
        found.append(group)
        end = group.end
    return found


def _is_unseen(text: str, start: int, end: int) -> bool:
    return end - start <= _LONGEST_UNSEEN and _UNSEEN.fullmatch(text, start, end) is not None


def between(text: str, start: int, end: int) -> Between:
    """What is between two places where groups end and begin."""
    if end - start == 1 and text[start] in _SIGNS:
        return Between.SIGN
    if end - start > _LONGEST_UNSEEN or text[start].isalpha():
        return Between.OTHER
    seen = text[start:end] if text[start] not in _BEGINS_UNSEEN else _UNSEEN.sub("", text[start:end])
    if len(seen) > _FARTHEST:
        return Between.OTHER
    return next((sort for sort, pattern in _PATTERNS if pattern.fullmatch(seen)), Between.OTHER)


_PATTERNS = (
    (Between.SPACE, _SPACE),
    (Between.SPACED_SIGN, _SPACED_SIGN),
    (Between.LINE, _LINE_END),
    (Between.APART, _APART),
)
