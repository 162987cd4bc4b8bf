"""The commands for those who propose changes to each other, and approve them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from builder.cli.errors import DATA_ERRORS, FINE
from builder.cli.options import HandbookFolder, Language, Names, chosen
from builder.cli.terminal import Terminal
from builder.i18n import N_, SOURCE_LANGUAGE
from builder.proposals.host import Host

commands = typer.Typer()


@commands.command(
    "codeowners", help=N_("Lag CODEOWNERS: hvem som skal godkjenne endringer i hvilken fil, ut fra eierne.")
)
def codeowners_command(
    names: Names = None,
    handbook: HandbookFolder = Path("handbook"),
    accounts: Annotated[
        Path, typer.Option("--accounts", metavar="FIL", help=N_("Hvilken konto hver eier har."))
    ] = Path("accounts.yml"),
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FIL", help=N_("Hvor den skrives; ellers vises den."))
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help=N_("Skriv ingenting; slutt med kode 1 når fila i --output er en annen."))
    ] = False,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Shows, writes or checks `CODEOWNERS`."""
    from builder.cli.codeowners import codeowners, stands, write

    terminal = Terminal(language)
    text = codeowners(handbook, chosen(handbook, names), accounts, terminal)
    if output is None:
        terminal.give(text)
    elif check:
        raise typer.Exit(FINE if stands(text, output, terminal) else DATA_ERRORS)
    else:
        write(text, output, terminal)


@commands.command(
    "proposals", help=N_("Legg inn det som sjekker, viser fram og publiserer forslag på GitHub eller GitLab.")
)
def proposals_command(
    context: typer.Context,
    host: Annotated[Host, typer.Argument(metavar="STED", help=N_("github eller gitlab."))],
    handbook: HandbookFolder = Path("handbook"),
    output: Annotated[
        Path, typer.Option("--output", metavar="MAPPE", help=N_("Der git-lageret har toppen sin."))
    ] = Path(),
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Writes the files that are not there, in the language of the handbook when no other is asked for."""
    from builder.cli.proposals import write_proposals, written_in

    source = context.get_parameter_source("language")
    asked = source is not None and source.name != "DEFAULT"
    write_proposals(host, output, language if asked else written_in(handbook) or language, Terminal(language))
