"""Texts that YAML cuts, though nobody meant it to: at « #», and at a comma in a list on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from builder.i18n import N_
from builder.problem import Mark, Message

RULE = "text-cut"

_BY_HASH = N_(
    "teksten slutter før «{rest}», for « #» begynner en merknad i YAML; sett anførselstegn rundt hele teksten, eller "
    "skriv mellomrom etter # hvis det er en merknad"
)
_BY_COMMA = N_(
    "kommaet deler teksten i to punkter, «{first}» og «{second}»; sett anførselstegn rundt hele teksten, eller skriv "
    "hvert punkt på sin egen linje med «- » foran"
)
_AFTER = re.compile(r"[ \t]+(?P<rest>#[^\s#!].{0,20})")

#: Words of bokmål and nynorsk that an item of a list does not begin with, and what comes after a comma does.
_GO_ON = frozenset({"og", "men", "så", "so", "eller", "hvis", "viss", "dersom", "fordi", "når", "mens", "medan"})

#: A text without quotes in a list on one line.
Item = tuple[Mark, str]


def cut_by_hash(text: str, end: int) -> Message | None:
    """What is wrong where a text without quotes ends, if it goes on after a « #» as no comment does."""
    found = _AFTER.match(text, end)
    return Message(_BY_HASH, rest=found["rest"].strip()) if found else None


def cut_by_comma(items: Sequence[Item | None]) -> list[tuple[Mark, Message]]:
    """Each pair of items that was one text. What is in quotes, or no text, is None."""
    pairs = pairwise(items)
    return [
        (first[0], Message(_BY_COMMA, first=first[1], second=second[1]))
        for first, second in pairs
        if first and second and _is_one(first[1], second[1])
    ]


def _is_one(first: str, second: str) -> bool:
    """Whether two items read as one text: «lese-» and «skrive», «8» and «30», a sentence that goes on."""
    if first.endswith("-") or (re.search(r"\s\d+$", first) and re.match(r"\d+\s", second)):
        return True
    goes_on = first[0].isupper() and second[0].islower() and " " in second and not first.endswith((".", "?", "!"))
    return goes_on and (second.endswith((".", "?", "!")) or second.split(maxsplit=1)[0] in _GO_ON)
