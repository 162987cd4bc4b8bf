"""What is needed to write in one language: its catalogue, and how it says dates, hours and other values."""

from __future__ import annotations

import functools

from builder.edition.phrases import Phrases
from builder.i18n import translations


class Localization:
    """One of the languages in `builder.i18n`, to write in. `code` is as there."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.catalogue = translations(code)
        self.translate = self.catalogue.gettext
        self.phrases = Phrases(code, self.translate)


@functools.cache
def localization(code: str) -> Localization:
    """The language with a code, made once. Raises ValueError for one there is no catalogue for."""
    return Localization(code)
