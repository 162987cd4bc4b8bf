"""Words in the reader's language.

Bokmål is written in the code and is the key; nynorsk and English are catalogues in
`builder/locale/`, one for the interface, one for what rules say of themselves and one for the names of
fields. The `.po` files are read as they are, so there is no compiled copy to keep in step.
"""

from __future__ import annotations

import functools
import gettext
import io
from collections.abc import Callable
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE_LANGUAGE = "nb"
INTERFACE = "handbok"
RULES = "rules"
FIELDS = "fields"
LANGUAGES = (SOURCE_LANGUAGE, "nn", "en")
LOCALE_FOLDER = Path(__file__).parent / "locale"


class Key(str):
    """A text of our own, looked up in the catalogues when it is shown.

    Any other `str` that can stand in the same place is data: it is shown as it is, also where it happens
    to be the same as a key. What is put together from a key is no key any more.
    """

    __slots__ = ()


def N_(text: str) -> Key:  # noqa: N802 - the name gettext tools look for
    """Marks a text for the catalogues where it is declared; it is translated where it is shown."""
    return Key(text)


def shown(text: str, translate: Callable[[str], str]) -> str:
    """A text as the reader sees it: a key in the reader's language, data as it is."""
    # In a catalogue the empty text is the key of its own description.
    return translate(text) if isinstance(text, Key) and text else str(text)


@functools.cache
def translations(language: str, domain: str = INTERFACE) -> gettext.NullTranslations:
    """The catalogue of a language: of the interface, of what the rules say of themselves, or of the names of fields.

    Raises ValueError for a language there is none for.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no catalogue for {language!r}")
    if language == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    with (LOCALE_FOLDER / language / "LC_MESSAGES" / f"{domain}.po").open("rb") as source:
        catalogue = read_po(source, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
