"""Words in the reader's language.

Bokmål is written in the code and is the key; nynorsk and English are catalogues in
`builder/locale/`, one for the interface, one for what rules say of themselves and one for the names of
fields. The `.po` files are read as they are, so there is no compiled copy to keep in step.

The languages stand in `LANGUAGES`, and nowhere else: a new one is a line there and its catalogues.
"""

from __future__ import annotations

import functools
import gettext
import io
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

INTERFACE = "handbok"
RULES = "rules"
FIELDS = "fields"
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


def translate_key(text: str, translate: Callable[[str], str]) -> str:
    """Translates a text when it is a key of the catalogues; data is returned unchanged."""
    # In a catalogue the empty text is the key of its own description.
    return translate(text) if isinstance(text, Key) and text else str(text)


class Language(NamedTuple):
    """A language: what is called by its code, and what dates, lists and feeds need to know of it."""

    code: str  #: as in `lang` of a page, in `--language` and of the folder of its catalogues
    name: str
    locale: str  #: what Babel writes dates, numbers and lists by
    authority: str  #: its code in the European Union's authority table of languages
    written: bool = False  #: whether a municipality may write its handbook in it


#: By code. The sentences in code and templates are written in the first.
LANGUAGES = {
    language.code: language
    for language in (
        Language("nb", N_("bokmål"), locale="nb_NO", authority="NOB", written=True),
        Language("nn", N_("nynorsk"), locale="nn_NO", authority="NNO", written=True),
        Language("en", N_("engelsk"), locale="en_GB", authority="ENG"),
    )
}
SOURCE_LANGUAGE = next(iter(LANGUAGES))


@functools.cache
def translations(language: str, domain: str = INTERFACE) -> gettext.NullTranslations:
    """The catalogue of a language: of the interface, of what the rules say of themselves, or of the names of fields.

    Raises ValueError for a language there is none for.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no catalogue for {language!r}")
    if language == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    # Imported here: a fifth of what it takes to start the program, which the language of the code does without.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with (LOCALE_FOLDER / language / "LC_MESSAGES" / f"{domain}.po").open("rb") as source:
        catalogue = read_po(source, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
