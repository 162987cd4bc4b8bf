"""Words in the reader's language.

Bokmål is written in the code and is the key; nynorsk and English are catalogues in
`builder/locale/`, one for the interface, one for what rules say of themselves and one for the names of
fields. The `.po` files are read as they are, so there is no compiled copy to keep in step.
"""

from __future__ import annotations

import functools
import gettext
import io
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE_LANGUAGE = "nb"
INTERFACE = "handbok"
RULES = "rules"
FIELDS = "fields"
LANGUAGES = (SOURCE_LANGUAGE, "nn", "en")
LOCALE_FOLDER = Path(__file__).parent / "locale"


def N_(text: str) -> str:  # noqa: N802 - the name gettext tools look for
    """Marks a text for the catalogues where it is declared; it is translated where it is shown."""
    return text


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
