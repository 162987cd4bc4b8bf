"""What the commands have in common: options, and looking up what was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from builder import clock
from builder.cli.language import CHOICES, VARIABLE, _
from builder.i18n import INTERFACE, LANGUAGES, translations
from builder.load.folder import HandbookNotFound, municipalities
from builder.problem import Message
from builder.suggest import did_you_mean

FINE, DATA_ERRORS, WRONG_USE = 0, 1, 2
CONFIG_FILE = Path(__file__).resolve().parents[2] / "mkdocs.yml"

Names = Annotated[
    list[str] | None, typer.Argument(metavar="[KOMMUNE]…", help=_("Kommunene det gjelder; alle når ingen er nevnt."))
]
HandbookFolder = Annotated[Path, typer.Option("--handbook", metavar="MAPPE", help=_("Mappa med data."))]
Language = Annotated[
    str,
    typer.Option(
        "--language",
        metavar="SPRÅK",
        envvar=VARIABLE,
        help=_("Språk for meldinger: {codes}.").format(codes=CHOICES),
    ),
]

Fresh = Annotated[bool, typer.Option("--fresh", help=_("Gjør alt på nytt, også det som ikke er endret siden sist."))]


class WrongUse(Exception):
    """The command was used wrongly; the message says how."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text())
        self.message = message


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turns what the library raises about use and environment into one sentence."""
    try:
        yield
    except HandbookNotFound as error:
        raise WrongUse(Message("Fant ingen håndbok her: {place}", place=error)) from error
    except clock.ClockError as error:
        raise WrongUse(Message("{setting} er ikke et helt antall sekunder", setting=error)) from error
    except OSError as error:
        raise WrongUse(
            Message("{file}: {reason}", file=error.filename or "", reason=error.strerror or error)
        ) from error


def chosen(folder: Path, names: Sequence[str] | None) -> tuple[str, ...]:
    """The slugs asked for, once each, or all. Raises WrongUse for one that does not exist."""
    with plain_errors():
        known = municipalities(folder)
    for name in names or ():
        if name not in known:
            raise WrongUse(
                Message(
                    "Det finnes ingen kommune «{name}» i {folder}{hint} (velg blant {known})",
                    name=name,
                    folder=folder,
                    hint=did_you_mean(name, known),
                    known=", ".join(known),
                )
            )
    return tuple(dict.fromkeys(names)) if names else known


def translator(language: str, domain: str = INTERFACE) -> Callable[[str], str]:
    """Looks messages up in a catalogue of a language. Raises WrongUse for one there is none for."""
    if language not in LANGUAGES:
        raise WrongUse(Message("Ukjent språk «{language}». Velg blant: {known}", language=language, known=CHOICES))
    return translations(language, domain).gettext
