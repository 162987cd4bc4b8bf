"""Norwegian alphabetical order: æ, ø, å after z."""

from __future__ import annotations

_AFTER_Z = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def alphabetical(text: str) -> str:
    """A key to sort by."""
    return text.casefold().translate(_AFTER_Z)
