"""What the commands have in common: options, and looking up what was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from builder import clock
from builder.i18n import LANGUAGES, translations
from builder.load.folder import HandbookNotFound, municipalities
from builder.suggest import did_you_mean

FINE, DATA_ERRORS, WRONG_USE = 0, 1, 2
CONFIG_FILE = Path(__file__).resolve().parents[2] / "mkdocs.yml"

Names = Annotated[
    list[str] | None, typer.Argument(metavar="[KOMMUNE]…", help="Kommunene det gjelder; alle når ingen er nevnt.")
]
HandbookFolder = Annotated[Path, typer.Option("--handbook", metavar="MAPPE", help="Mappa med data.")]
Language = Annotated[str, typer.Option("--language", metavar="SPRÅK", help="Språk for meldinger: nb, nn eller en.")]


class WrongUse(Exception):
    """The command was used wrongly; the message says how."""


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turns what the library raises about use and environment into one sentence."""
    try:
        yield
    except HandbookNotFound as error:
        raise WrongUse(f"Fant ingen håndbok her: {error}") from error
    except clock.ClockError as error:
        raise WrongUse(f"{error} er ikke et helt antall sekunder") from error
    except OSError as error:
        raise WrongUse(f"{error.filename or ''}: {error.strerror or error}") from error


def chosen(folder: Path, names: Sequence[str] | None) -> tuple[str, ...]:
    """The slugs asked for, once each, or all. Raises WrongUse for one that does not exist."""
    with plain_errors():
        known = municipalities(folder)
    for name in names or ():
        if name not in known:
            hint = did_you_mean(name, known).text()
            raise WrongUse(f"Det finnes ingen kommune «{name}» i {folder}{hint}. Velg blant: {', '.join(known)}")
    return tuple(dict.fromkeys(names)) if names else known


def translator(language: str) -> Callable[[str], str]:
    """Looks messages up in the catalogue of a language. Raises WrongUse for one there is none for."""
    if language not in LANGUAGES:
        raise WrongUse(f"Ukjent språk «{language}». Velg blant: {', '.join(LANGUAGES)}")
    return translations(language).gettext
