"""What a page is called in addresses, in the language of the handbook.

Within the program a page is known by its path in bokmål. It is put in the language of the handbook only where somebody
can see it: as an address on the site, in prints, feeds and the search. Words are those of the catalogues, and what is
called by an id is called that in all languages.
"""

from __future__ import annotations

import functools

from builder.i18n import N_, SOURCE_LANGUAGE, translations
from builder.model.vocabulary import Category
from builder.slug import slug

#: Words that addresses begin with.
_FOLDERS = (
    N_("tjenester"),
    N_("møteplasser"),
    N_("tilbud"),
    N_("skjemaer"),
    N_("taushetsplikt"),
    N_("øvelser"),
    N_("ny her"),
    N_("situasjoner"),
    N_("ordliste"),
    N_("planer"),
    N_("lover"),
    N_("hvem gjør hva"),
    N_("hva er nytt"),
    N_("egenkontroll"),
    N_("kontakter"),
    N_("steder"),
    N_("kan jeg dele"),
    N_("jobber"),
    N_("stikkord"),
    N_("utskrift"),
    N_("åpne data"),
    N_("for familier"),
    N_("uten nett"),
)
#: The pages in a folder that are not of a record.
_WITHIN = {"moteplasser/motearet": N_("møteåret")}
#: The folders in which pages are called by a kind of service.
_BY_CATEGORY = frozenset({"kan-jeg-dele", "jobber"})


@functools.lru_cache(maxsize=10_000)
def localized(path: str, language: str) -> str:
    """The path of a page in a language: «tjenester/ppt» is «tenester/ppt» in nynorsk."""
    if language == SOURCE_LANGUAGE:
        return path
    words = _words(language)
    folder, slash, name = path.partition("/")
    if path in _WITHIN or folder in _BY_CATEGORY:
        name = words.get(name, name)
    return f"{words.get(folder, folder)}{slash}{name}"


@functools.cache
def _words(language: str) -> dict[str, str]:
    """What each word of an address is in a language."""
    translate = translations(language).gettext
    words = (*_FOLDERS, *_WITHIN.values(), *(category.label for category in Category))
    return {slug(word): slug(translate(word)) for word in words}
