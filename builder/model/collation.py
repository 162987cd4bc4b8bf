"""Norwegian alphabetical order, as Unicode describes it for Norway.

æ, ø and å come last, «aa» is å, and accents count only between words that are otherwise the same.
"""

from __future__ import annotations

from icu import AlphabeticIndex, Collator, Locale

_NORWEGIAN = Locale("nb")
_COLLATOR = Collator.createInstance(_NORWEGIAN)
_LETTERS = AlphabeticIndex(_NORWEGIAN).buildImmutableIndex()
#: How ICU says that a heading is a letter, and not «before A» or «after Å».
_IS_LETTER = 0


def alphabetical(text: str) -> bytes:
    """A key to sort by."""
    return bytes(_COLLATOR.getSortKey(text))


def initial(text: str) -> str:
    """The letter a text is found under: Å for «Aarhus», E for «étude». Nothing where it begins with no letter."""
    label, kind = _LETTERS.getBucket(_LETTERS.getBucketIndex(text))
    return str(label) if kind == _IS_LETTER else ""
