"""Which letters the prints have: those of the typefaces that come with the program, whatever the machine has."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from builder.resources import TEMPLATES

_PRINT = TEMPLATES / "print" / "fonts"
#: One of each family, in the order they are asked for a letter; what is slanted or bold has the same letters.
FACES = (
    TEMPLATES / "static" / "assets" / "fonts" / "source-sans-3-400-normal.woff2",
    _PRINT / "source-sans-3-wide-400-normal.ttf",
    _PRINT / "vazirmatn-400-normal.ttf",
    _PRINT / "noto-sans-ethiopic-400-normal.ttf",
    _PRINT / "noto-emoji-400-normal.ttf",
)
#: All their letters in one, for what is typed in a form: `scripts/typefaces.py` makes it.
FIELDS = _PRINT / "fields.ttf"
#: What most texts are made of, and is there: no typeface is opened for it.
_USUAL = re.compile(r"[\n\t -~\u00a0-\u00ff\u2013\u2014\u2018-\u201d\u2026]*")


def unprintable(text: str) -> str:
    """The letters of a text that no print has, each once, in order."""
    if _USUAL.fullmatch(text):
        return ""
    composed = unicodedata.normalize("NFC", text)
    return "".join(dict.fromkeys(sign for sign in composed if _is_seen(sign) and ord(sign) not in _drawn()))


@functools.cache
def _drawn() -> frozenset[int]:
    return frozenset().union(*map(_letters, FACES))


def _letters(face: Path) -> Iterable[int]:
    # Imported where it is needed, which is seldom: most texts are of the usual letters.
    from fontTools.ttLib import TTFont

    with TTFont(face, lazy=True) as font:
        return tuple(font.getBestCmap())


def _is_seen(sign: str) -> bool:
    """Whether a sign is drawn at all: spaces, joiners and what only chooses the looks of another are not."""
    return unicodedata.category(sign) not in ("Cc", "Cf", "Zs", "Zl", "Zp") and not "\ufe00" <= sign <= "\ufe0f"
