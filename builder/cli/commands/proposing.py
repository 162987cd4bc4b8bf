"""The commands for those who propose changes to each other, and approve them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from builder.cli.errors import DATA_ERRORS, FINE
from builder.cli.options import HandbookFolder, Language, Names, chosen
from builder.cli.terminal import Terminal
from builder.i18n import N_, SOURCE_LANGUAGE

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
        print(text, end="")
    elif check:
        raise typer.Exit(FINE if stands(text, output, terminal) else DATA_ERRORS)
    else:
        write(text, output, terminal)
