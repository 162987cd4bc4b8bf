"""Compound words and their parts, by the handbook's own vocabulary.

Norwegian writes compounds as one word, so «melding» must find «bekymringsmelding». A word is split
where both parts are words the handbook uses on their own, and of several ways the one whose parts are
most common is taken (Koehn and Knight, «Empirical methods for compound splitting», EACL 2003).
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from math import sqrt

import snowballstemmer

#: Between the parts of a compound: «bekymring-s-melding», «barn-e-vern».
_LINKS = ("", "s", "e")
_SHORTEST_WORD, _SHORTEST_PART, _SHORTEST_HEAD = 7, 3, 4
_WORD = re.compile(r"[a-zæøåéèòôü]+")
#: Words that are never a part, though they begin or end many words.
_NO_PART_TEXT = """
    alle andre ante anse ben den der dere det dette disse ene eller enn ett etter for fra frem før gang gen god hele her
    hos hun hva igjen ikke inn innen ist lig lige ling med men mer mest mot når nær ned noe nok opp oss over per ringen
    rett samme seg sett siden sin sine skal slik som stand tel ten ter til under uten vil ved vel vis være ut inger
    ingen else elser het heten heter ledes
"""
_NO_PART = frozenset(_NO_PART_TEXT.split())


def words(texts: Iterable[str]) -> Iterator[str]:
    """The words of texts, in lower case and without digits."""
    for text in texts:
        yield from _WORD.findall(text.casefold())


def compounds(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Each compound of the texts with its parts: «bekymringsmeldinga» -> («bekymring», «meldinga»)."""
    return _Splitter(Counter(words(texts))).all()


class _Splitter:
    def __init__(self, counts: Counter[str]) -> None:
        self._counts = counts
        self._stem = functools.cache(snowballstemmer.stemmer("norwegian").stemWord)
        self._stems: Counter[str] = Counter()
        for word, count in counts.items():
            self._stems[self._stem(word)] += count
        self._common = functools.cache(self._how_common)

    def all(self) -> dict[str, tuple[str, ...]]:
        split = ((word, self._parts(word)) for word in sorted(self._counts))
        return {word: parts for word, parts in split if len(parts) > 1}

    def _parts(self, word: str) -> tuple[str, ...]:
        way = self._best(word)
        return (word,) if way is None else (*self._parts(way[3]), *self._parts(way[4]))

    def _best(self, word: str) -> tuple[float, bool, int, str, str] | None:
        """The way to split a word in two whose parts are most common; of equals the shortest word there is."""
        return max(self._ways(word), default=None)

    def _ways(self, word: str) -> Iterator[tuple[float, bool, int, str, str]]:
        if len(word) < _SHORTEST_WORD:
            return
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_HEAD + 1):
            head = self._common(word[cut:])
            for first in _without_link(word[:cut]) if head else ():
                common = sqrt(self._common(first) * head)
                if common:
                    yield common, first in self._counts, -len(first), first, word[cut:]

    def _how_common(self, part: str) -> float:
        """How often the handbook uses a word in any form; less for one it only could make; 0 for what is no word."""
        if len(part) < _SHORTEST_PART or part in _NO_PART:
            return 0
        if part in self._counts or (len(part) > _SHORTEST_HEAD and self._stem(part) in self._stems):
            return self._stems[self._stem(part)]
        way = self._best(part)
        return way[0] / 2 if way else 0


def _without_link(first: str) -> Iterator[str]:
    """A first part as it may stand alone: «bekymrings» as it is, and «bekymring»."""
    yield from (first.removesuffix(link) for link in _LINKS if first.endswith(link))
