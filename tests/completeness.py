"""Whether all that a handbook says is printed: each text of each record, and each word that was to be printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape

from builder.model.base import Part
from builder.model.handbook import Handbook
from builder.model.introduction import INTRODUCTIONS
from builder.model.law import LAWS
from builder.model.library import LIBRARY
from builder.model.municipality import EMERGENCY

#: What identifies or is searched by, and is not said; who the rows of an index are for; what leaders have on a sheet.
_NOT_SAID = frozenset({"id", "section", "url", "source_as_of", "serves", "aliases", "proposal"})
_WORD = re.compile(r"[^\W\d_]{4,}")
#: What the styles of paper do not show.
_HIDDEN = re.compile(
    r'<head>.*?</head>|<(\w+) class="(?:[\w-]+ )*(?:hb-hidden|hb-site|hb-take|hb-my-place)".*?</\1>', re.DOTALL
)
_OTHERS = (LAWS, EMERGENCY, LIBRARY, INTRODUCTIONS)
_LISTED = re.compile(r"^\s*(?:\d+\.|-) ", re.MULTILINE)
_FOOT = re.compile(r"\S+ kommune · (?:(?!kommune ·).){0,300}?\d+ / \d+")


def texts_not_in(handbook: Handbook, pages: Sequence[str]) -> list[tuple[str, str, str]]:
    """Kind, id and text of what is not found on the pages, one after the other without heads and feet.

    Spaces and hyphens do not count: lines are broken at them. The provisions of law and the emergency numbers are left
    out: a book has those it refers to. So is what the shared library says of its own versions, and the register of where
    the handbook is introduced, which leaders have on a sheet.
    """
    printed = _squeezed(" ".join(_FOOT.sub(" ", page) for page in pages))
    return [
        (kind.name, record.id, text)
        for kind, record in handbook.everything()
        if kind not in _OTHERS
        for text in _texts(record)
        if _squeezed(text) not in printed
    ]


def share_lost(html: str, pages: Sequence[str]) -> float:
    """How large a part of the words that were to be set are not on the pages as often: broken words, or lost ones."""
    wanted = Counter(_WORD.findall(unescape(re.sub("<[^>]+>", " ", _HIDDEN.sub(" ", html)))))
    return sum((wanted - Counter(_WORD.findall(" ".join(pages)))).values()) / wanted.total()


def _texts(part: Part) -> Iterator[str]:
    """The running words of a record and its parts, without markup: names, titles, texts."""
    for name, value in part:
        if name in _NOT_SAID:
            continue
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Part):
                yield from _texts(item)
            elif type(item) is str and " " in item:
                yield re.sub(r"\[(.+?)\]\(.+?\)|\*", r"\1", _LISTED.sub("", item), flags=re.DOTALL).rstrip(".")


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad-]", "", text)
