"""The options that several commands have, and looking up the municipalities asked for.

What helps is written in bokmål here, and translated when the command line is made (see `builder.cli.app`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from builder.cache.editions import Editions
from builder.cli.errors import WrongUse, plain_errors
from builder.cli.terminal import VARIABLE
from builder.i18n import N_
from builder.load.folder import municipalities
from builder.problem import Message
from builder.publish.shards import Part, Shard
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


_AMONG_DATA = N_(
    "{output} ligger i datamappa {folder}, og ville blitt lest som data; velg en mappe utenfor, som --output site"
)
_OVER_DATA = N_(
    "{output} har data i seg ({folder}), og ville blitt publisert sammen med dem; velg en tom mappe, som --output site"
)
_NOT_OURS = N_(
    "{there} er ingen håndbok som er laget her, og ville blitt erstattet; velg en tom mappe, som --output site"
)
_NOT_TOGETHER = N_("Disse valgene kan ikke brukes sammen: {options}")
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


def refuse_mixed_up(output: Path, folder: Path, slugs: Sequence[str]) -> None:
    """Raises WrongUse where what is made would lie among the data, publish them, or replace what is somebody's own."""
    made, data = output.resolve(), folder.resolve()
    if made.is_relative_to(data):
        raise WrongUse(Message(_AMONG_DATA, output=output, folder=folder))
    if data.is_relative_to(made):
        raise WrongUse(Message(_OVER_DATA, output=output, folder=folder))
    with plain_errors():
        for there in Editions(made).in_the_way(slugs):
            raise WrongUse(Message(_NOT_OURS, there=there))


def the_one(folder: Path, slug: str | None) -> str:
    """The municipality that is meant. Raises WrongUse where there are several and none is named."""
    known = chosen(folder, [slug] if slug else None)
    if len(known) > 1:
        raise WrongUse(Message(_WHICH, folder=folder, known=", ".join(known)))
    return known[0]


def part_of(written: str | None, slugs: tuple[str, ...]) -> Part | None:
    """The part of these that is asked for; None where it is them all. Raises WrongUse."""
    if written is None:
        return None
    with plain_errors():
        return Part(Shard.parse(written), slugs)


def refuse_together(*options: Mapping[str, object]) -> None:
    """Raises WrongUse where options are given that do not go together: all of these."""
    for together in options:
        if all(together.values()):
            raise WrongUse(Message(_NOT_TOGETHER, options=" + ".join(together)))
