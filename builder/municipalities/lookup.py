"""A municipality by what somebody writes: a name in any of its languages, a number, old or misspelt."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from builder.municipalities.register import Change, Municipality, became, changes, current
from builder.suggest import SIMILAR_ENOUGH

#: Words that say only that it is a municipality.
_COMMON_WORDS = {"kommune", "herad", "kommuna", "gjeld", "gielda", "suohkan", "tjielte", "komuuni"}
_SMALL_WORDS = {"i", "og"}
_MANY = 3
_UNSPLIT = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t"})


@dataclass(frozen=True, slots=True)
class Lookup:
    """What was found: the municipalities meant (more than one when several share the name), or what it may have been.

    `former` is what it was until it was merged, divided or given another number; `meant` is then what it became.
    """

    meant: tuple[Municipality, ...] = ()
    former: Change | None = None
    similar: tuple[Municipality, ...] = ()


def look_up(written: str) -> Lookup:
    """Who is meant by a name or a number."""
    if number := re.search(r"\b\d{4}\b", written):
        return _by_number(number.group())
    wanted = _words(written)
    if not wanted:
        return Lookup()
    if meant := _by_name(wanted):
        return Lookup(meant)
    if former := _formerly(wanted):
        return Lookup(_same_name(became(former.former_number), former.former_name), former)
    return Lookup(similar=_similar(" ".join(wanted)))


def _by_number(number: str) -> Lookup:
    if found := current().get(number):
        return Lookup((found,))
    former = next((change for change in changes() if change.former_number == number), None)
    return Lookup(_same_name(became(number), former.former_name), former) if former else Lookup()


def _same_name(parts: tuple[Municipality, ...], name: str) -> tuple[Municipality, ...]:
    """Of what a municipality was divided into, the part that has its name, where one has."""
    return tuple(part for part in parts if part.name == name) or parts


def _by_name(wanted: tuple[str, ...]) -> tuple[Municipality, ...]:
    """Those with the name; a county behind it says which («Våler i Østfold»)."""
    named = _names()
    if found := named.get(wanted):
        return found
    return tuple(
        one
        for length in range(1, len(wanted))
        for one in named.get(wanted[:length], ())
        if wanted[length:] == _words(one.county)
    )


@functools.cache
def _names() -> dict[tuple[str, ...], tuple[Municipality, ...]]:
    found: dict[tuple[str, ...], tuple[Municipality, ...]] = {}
    for one in current().values():
        for name in one.names:
            found[_words(name)] = (*found.get(_words(name), ()), one)
    return found


def _formerly(wanted: tuple[str, ...]) -> Change | None:
    return next((change for change in reversed(changes()) if _words(change.former_name) == wanted), None)


def _similar(wanted: str) -> tuple[Municipality, ...]:
    spelt = {" ".join(words): found for words, found in _names().items()}
    best = process.extract(
        wanted, sorted(spelt), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=SIMILAR_ENOUGH, limit=_MANY
    )
    return tuple(dict.fromkeys(one for name, _, _ in best for one in spelt[name]))


def _words(text: str) -> tuple[str, ...]:
    """The words that tell names apart, in plain letters: «Nore og Uvdal kommune» gives «nore», «uvdal»."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_UNSPLIT))
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter)).replace("aa", "a")
    return tuple(_without(re.findall(r"[a-z]+", plain), _COMMON_WORDS | _SMALL_WORDS))


def _without(words: Iterable[str], left_out: set[str]) -> Iterable[str]:
    return (word for word in words if word not in left_out)
