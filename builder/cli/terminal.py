"""Where a command prints, and in which language. Whatever is printed becomes harmless here, and nowhere else.

People are told with `say` and `complain`; programs are given what they read with `give`.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TextIO

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from builder.cli.errors import CLOSED, WrongUse
from builder.cli.handbook_language import handbook_language
from builder.i18n import FIELDS, INTERFACE, LANGUAGES, SOURCE_LANGUAGE, translations
from builder.problem import Message
from builder.shown import no_command, one_line, visible

#: The language of the command line where no option says another.
VARIABLE = "HANDBOK_LANGUAGE"
OPTION = "--language"
#: The languages there are, for the reader to choose among.
CODES = ", ".join(LANGUAGES)

Translate = Callable[[str], str]


class Screen(Console):
    """Shows text as it stands: what looks like markup, a sign for the terminal or a command to a CI server is none."""

    def __init__(self, stderr: bool = False) -> None:
        super().__init__(stderr=stderr, highlight=False, markup=False, emoji=False)

    def on_broken_pipe(self) -> None:
        """Ends the command where nobody reads any more. Raises SystemExit."""
        let_go(sys.stdout)
        raise SystemExit(CLOSED)

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """The pieces of what is to be shown, each with its style."""
        begins = True
        for piece in super().render(renderable, options):
            if piece.control:
                yield piece
                continue
            text = no_command(visible(piece.text), begins)
            begins = text.endswith("\n") or (begins and not text.strip())
            yield Segment(text, piece.style)


@dataclass(frozen=True, slots=True)
class Terminal:
    """Results go to `out`; what went wrong, and how far it has come, to `err`."""

    language: str = SOURCE_LANGUAGE
    out: Screen = field(default_factory=Screen)
    err: Screen = field(default_factory=lambda: Screen(stderr=True))

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

    def complain_of(self, told: Message, style: str = "yellow") -> None:
        """Prints a sentence, where what went wrong goes."""
        self.complain("{told}", style=style, told=told.text(self.translator()))

    def give(self, text: str, commands: bool = False) -> None:
        """Prints lines that a program reads, where results go. `commands` are for a CI server to obey."""
        shown = visible(text)
        try:
            print(shown if commands else no_command(shown), end="" if shown.endswith("\n") else "\n", flush=True)
        except BrokenPipeError:
            self.out.on_broken_pipe()

    def _print(self, console: Console, text: str, style: str | None, values: dict[str, object]) -> None:
        shown = {name: _shown(value) for name, value in values.items()}
        console.print(self.translate(text).format(**shown), style=style, soft_wrap=True)


def _shown(value: object) -> object:
    """A value in a sentence: numbers as they are, for the sentence may say how; all else as one line."""
    return value if isinstance(value, int | float) else one_line(str(value))


def let_go(stream: TextIO) -> None:
    """Has what is left in a stream that cannot be written to go nowhere, so that the program can end in peace."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def wanted_language(arguments: Sequence[str] = ()) -> str:
    """What is asked for, before the command is parsed: help texts and what is said of wrong use are in it too."""
    pairs = pairwise((*arguments, ""))
    asked = [one.partition("=")[2] or after for one, after in pairs if one.partition("=")[0] == OPTION]
    wanted = next(iter(asked), os.environ.get(VARIABLE)) or handbook_language(arguments)
    return wanted if wanted in LANGUAGES else SOURCE_LANGUAGE
