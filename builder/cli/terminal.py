"""Where a command prints, and in which language."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rich.console import Console

from builder.cli.errors import WrongUse
from builder.cli.handbook_language import handbook_language
from builder.i18n import FIELDS, INTERFACE, LANGUAGES, SOURCE_LANGUAGE, translations
from builder.problem import Message

#: The language of the command line where no option says another.
VARIABLE = "HANDBOK_LANGUAGE"
OPTION = "--language"
#: The languages there are, for the reader to choose among.
CODES = ", ".join(LANGUAGES)

Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Terminal:
    """Results go to `out`; what went wrong, and how far it has come, to `err`."""

    language: str = SOURCE_LANGUAGE
    out: Console = field(default_factory=lambda: Console(highlight=False))
    err: Console = field(default_factory=lambda: Console(stderr=True, highlight=False))

    def __post_init__(self) -> None:
        """Raises WrongUse for a language there is no catalogue for."""
        if self.language not in LANGUAGES:
            raise WrongUse(
                Message("Ukjent språk «{language}». Velg blant: {known}", language=self.language, known=CODES)
            )

    def translate(self, text: str) -> str:
        """A sentence of the interface, or the title of a field, in the terminal's language."""
        found = self.translator()(text)
        return found if found != text else self.translator(FIELDS)(text)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """A sentence of one thing or of several, in the terminal's language."""
        return translations(self.language).ngettext(one, many, count)

    def one_or_more(self, one: str, many: str, count: int, style: str | None = None, **values: object) -> None:
        """Prints a sentence of one thing or of several, where results go."""
        self._print(self.out, self.ngettext(one, many, count), style, {"count": count, **values})

    def translator(self, domain: str = INTERFACE) -> Translate:
        """Looks texts up in one of the catalogues of the terminal's language."""
        return translations(self.language, domain).gettext

    def say(self, text: str, style: str | None = None, **values: object) -> None:
        """Prints a sentence with values, where results go."""
        self._print(self.out, text, style, values)

    def complain(self, text: str, style: str = "red", **values: object) -> None:
        """Prints a sentence with values, where what went wrong goes."""
        self._print(self.err, text, style, values)

    def _print(self, console: Console, text: str, style: str | None, values: dict[str, object]) -> None:
        console.print(self.translate(text).format(**values), style=style, markup=False, soft_wrap=True)


def wanted_language(arguments: Sequence[str] = ()) -> str:
    """What is asked for, before the command is parsed: help texts and what is said of wrong use are in it too."""
    pairs = pairwise((*arguments, ""))
    asked = [one.partition("=")[2] or after for one, after in pairs if one.partition("=")[0] == OPTION]
    wanted = next(iter(asked), os.environ.get(VARIABLE)) or handbook_language(arguments)
    return wanted if wanted in LANGUAGES else SOURCE_LANGUAGE
