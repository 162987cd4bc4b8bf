r"""A text as it is read: digits of every script as ours, without marks and what is not seen, and where each stood.

What is taken away is what Markdown, HTML, YAML and addresses have for another way to write a character, and what
Unicode has for no visible difference. So «12&#51;4», «12%334», «12\u0034» and «１２３４» are digits like others.
Markup between digits stays: see `groups`.
"""

from __future__ import annotations

import functools
import html
import re
import sys
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from urllib.parse import unquote

_ESCAPE = r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[nrtN_LP])"
_CODE = rf"&#?[0-9A-Za-z]{{1,8}};|(?:%[0-9A-Fa-f]{{2}})+|{_ESCAPE}"
#: Beyond the letters and signs of everyday Norwegian text, where nothing needs folding.
_UNUSUAL = re.compile(r"[^\x00-\x7f\xa0\u00c0-\u024f«»–§…’“”€½°]")
_FOLDED = re.compile(f"{_CODE}|{_UNUSUAL.pattern}")
_BEGIN_CODES = "&%\\"
_DASHES = {"Pd"}
_UNSEEN = {"Mn", "Me", "Cf", "Cc"}
#: What stands for a full stop, a slash or a dash, and is another character by Unicode too.
_LIKE = str.maketrans("·•∙․。⁄∕⧸−", ".....///-")
_FRACTION = "\N{FRACTION SLASH}"


@dataclass(frozen=True, slots=True)
class Folded:
    """A text after folding. `_seams` are the places where it is moved, and `_sources` where they were in the text."""

    text: str
    _seams: list[int] = field(default_factory=lambda: [0])
    _sources: list[int] = field(default_factory=lambda: [0])

    def source(self, place: int) -> int:
        """Where in the text as written a place after folding was."""
        seam = bisect_right(self._seams, place) - 1
        return self._sources[seam] + place - self._seams[seam]


def folded(text: str) -> Folded:
    """The text as it is read."""
    if not any(sign in text for sign in _BEGIN_CODES) and not _UNUSUAL.search(text):
        return Folded(text)
    parts: list[str] = []
    seams, sources = [0], [0]
    end = length = 0
    for found in _FOLDED.finditer(text):
        new = _meant(found.group())
        parts += (text[end : found.start()], new)
        length += found.start() - end
        end = found.end()
        seams += (length, length + len(new))
        sources += (found.start(), end)
        length += len(new)
    return Folded("".join((*parts, text[end:])), seams, sources)


@functools.lru_cache(maxsize=4096)
def _meant(written: str) -> str:
    """What a sign or another way to write one comes to."""
    first, rest = written[0], written[1:]
    if first == "&":
        return "".join(map(_plain, html.unescape(written)))
    if first == "%":
        return "".join(map(_plain, unquote(written, errors="replace")))
    if first != "\\":
        return _plain(written)
    number = int(rest[1:], 16) if rest[1:] else ord(" ")  # the others are breaks and spaces of some kind
    return _plain(chr(number)) if number <= sys.maxunicode else ""


@functools.lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    """One character as ASCII has it, where it is a digit, a space, a dash or the like; nothing for what is not seen."""
    if char.isascii():
        return char
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    kind = unicodedata.category(char)
    if kind in _UNSEEN:
        return ""
    if kind in ("Zl", "Zp"):
        return "\n"
    if kind in _DASHES:
        return "-"
    compatible = unicodedata.normalize("NFKC", char)
    return " " if _FRACTION in compatible and kind == "No" else compatible.translate(_LIKE)
