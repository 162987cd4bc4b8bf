"""What is needed to write in one language: its catalogue, and how it says dates, hours and other values."""

from __future__ import annotations

import functools

from builder.edition.phrases import Phrases
from builder.i18n import translations


class Language:
    """A language to write in. `code` is «nb», «nn» or «en»."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.catalogue = translations(code)
        self.translate = self.catalogue.gettext
        self.phrases = Phrases(code, self.translate)


@functools.cache
def language(code: str) -> Language:
    """The language with a code. Raises ValueError for one there is no catalogue for."""
    return Language(code)
