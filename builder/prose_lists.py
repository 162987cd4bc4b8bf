"""Which lines of a running text are a list. All other lines keep the number or the dash they begin with.

Markdown takes any number with a full stop for the first item of a list and counts anew from 1, so that
«15. september er siste frist» would be another date. Here a list is

- two or more items that begin with «- » or «* », or
- two or more items that are numbered 1., 2., 3. and so on.

A blank line between the items, lines that continue an item and lists within an item (indented by four)
are part of the list. A paragraph ends it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_INDENT = 4
_ITEM = re.compile(r"( *)(\d+\.|[-*+])(?= )")
#: Marks after the first on a line, which Markdown takes for lists within the item.
_MORE_MARKS = re.compile(r"(?: +(?:\d+\.|[-*+])(?= ))+")
_LAST_CHARACTER = re.compile(r"([.*+-])(?= |$)")


@dataclass(slots=True)
class _List:
    """Items found so far; `numbered` where they are counted."""

    level: int
    numbered: bool
    lines: list[int] = field(default_factory=list)

    @property
    def next_mark(self) -> str:
        return f"{len(self.lines) + 1}."


def only_lists(text: str) -> str:
    """The text with a backslash before each mark that Markdown would take for a list, and is none."""
    lines = _lines(text)
    items = {number for found in _lists(lines) if len(found.lines) > 1 for number in found.lines}
    return "\n".join(_written(line, number in items) for number, line in enumerate(lines))


def no_lists(text: str) -> str:
    """The text with a backslash before every mark that Markdown would take for a list."""
    return "\n".join(_written(line, is_item=False) for line in _lines(text))


def _lines(text: str) -> list[str]:
    return re.sub(r"\r\n?", "\n", text).expandtabs(_INDENT).split("\n")


def _lists(lines: list[str]) -> list[_List]:
    found: list[_List] = []
    open_: list[_List] = []
    after_blank = True
    for number, line in enumerate(lines):
        item = _ITEM.match(line)
        if item:
            _take(item, number, open_, found, after_blank)
        elif line.strip() and after_blank and not line.startswith(" " * _INDENT):
            open_.clear()
        after_blank = not line.strip()
    return found


def _take(item: re.Match[str], number: int, open_: list[_List], found: list[_List], after_blank: bool) -> None:
    """Puts a line that looks like an item into the list it belongs in, if there is one."""
    level, mark = len(item[1]) // _INDENT, item[2]
    while open_ and open_[-1].level > level:
        open_.pop()
    current = open_[-1] if open_ and open_[-1].level == level else None
    if current is None or not current.lines or current.numbered != (mark not in "-*+"):
        # Directly below other text it would be more of that text.
        if not after_blank and (current or not open_):
            return
        current = _List(level, mark not in "-*+")
        open_[:] = [*(one for one in open_ if one.level < level), current]
        found.append(current)
    if mark == current.next_mark if current.numbered else mark != "+":
        current.lines.append(number)
    elif after_blank:  # a paragraph
        open_.remove(current)


def _written(line: str, is_item: bool) -> str:
    """The line with its marks as characters, save the one that makes it an item."""
    item = _ITEM.match(line)
    if item is None:
        return line
    more = _MORE_MARKS.match(line, item.end())
    end = more.end() if more else item.end()
    kept = item.end() if is_item else 0
    return line[:kept] + _LAST_CHARACTER.sub(r"\\\1", line[kept:end]) + line[end:]
