"""The options that several commands have, and looking up the municipalities asked for.

What helps is written in bokmål here, and translated when the command line is made (see `builder.cli.app`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from builder.cli.errors import WrongUse, plain_errors
from builder.cli.terminal import VARIABLE
from builder.i18n import N_
from builder.load.folder import municipalities
from builder.problem import Message
from builder.suggest import did_you_mean

Names = Annotated[
    list[str] | None, typer.Argument(metavar="[KOMMUNE]…", help=N_("Kommunene det gjelder; alle når ingen er nevnt."))
]
HandbookFolder = Annotated[Path, typer.Option("--handbook", metavar="MAPPE", help=N_("Mappa med data."))]
MunicipalityOption = Annotated[
    str | None,
    typer.Option("--municipality", metavar="KOMMUNE", help=N_("Kommunen det gjelder; trengs når det er flere.")),
]
Language = Annotated[
    str,
    typer.Option("--language", metavar="SPRÅK", envvar=VARIABLE, help=N_("Språk for meldinger: {codes}.")),
]
Fresh = Annotated[bool, typer.Option("--fresh", help=N_("Gjør alt på nytt, også det som ikke er endret siden sist."))]


_WHICH = N_("Det er flere kommuner i {folder}; si hvilken med --municipality ({known})")


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


def refuse_inside(output: Path, folder: Path) -> None:
    """Raises WrongUse where what is made would lie among the data, and be read as a municipality the next time."""
    if output.resolve().is_relative_to(folder.resolve()):
        raise WrongUse(
            Message(
                "{output} ligger i datamappa {folder}, og ville blitt lest som data; velg en mappe utenfor, som "
                "--output site",
                output=output,
                folder=folder,
            )
        )


def the_one(folder: Path, slug: str | None) -> str:
    """The municipality that is meant. Raises WrongUse where there are several and none is named."""
    known = chosen(folder, [slug] if slug else None)
    if len(known) > 1:
        raise WrongUse(Message(_WHICH, folder=folder, known=", ".join(known)))
    return known[0]
