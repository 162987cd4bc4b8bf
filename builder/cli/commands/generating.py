"""The commands that write what follows from the model and the rules."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from builder.cli.options import Language
from builder.cli.terminal import Terminal
from builder.i18n import N_, SOURCE_LANGUAGE

commands = typer.Typer()


@commands.command("schema", help=N_("Skriv JSON Schema for hvert slag fil, til bruk i skriveprogrammer som VS Code."))
def schema_command(
    output: Annotated[Path, typer.Option("--output", metavar="MAPPE", help=N_("Hvor filene legges."))] = Path(
        "docs/schema"
    ),
    settings: Annotated[
        Path | None,
        typer.Option(metavar="FIL", help=N_("Innstillinger for VS Code som skal si hvilket skjema hver fil har.")),
    ] = None,
    published_at: Annotated[
        str,
        typer.Option("--published-at", metavar="ADRESSE", help=N_("Nettadressen til mappa de publiseres i, til $id.")),
    ] = "",
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Writes one schema for each kind, and tells an editor of them."""
    from builder.cli.generate import write_all, write_settings
    from builder.schema.editor import schema_files

    write_all(schema_files(published_at), output, Terminal(language))
    if settings:
        write_settings(settings, output, Terminal(language))


@commands.command("reference", help=N_("Skriv oversikten over regler (regler.md) og felter (felter.md)."))
def reference_command(
    output: Annotated[Path, typer.Option("--output", metavar="MAPPE", help=N_("Hvor filene legges."))] = Path("docs"),
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Writes the reference pages."""
    from builder.cli.generate import write_all
    from builder.reference.files import reference_files

    write_all(reference_files(), output, Terminal(language))
