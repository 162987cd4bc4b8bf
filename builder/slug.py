"""Texts as they can stand in an address."""

from __future__ import annotations

import functools
import re
import unicodedata


@functools.lru_cache(maxsize=10_000)  # the same labels and provisions are named on many pages
def slug(text: str) -> str:
    """Lower-case a–z, digits and hyphens, readable from Norwegian: «§ 7-2 a» gives «7-2-a»."""
    folded = text.casefold().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    ascii_only = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
