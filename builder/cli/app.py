"""The commands and their options. What a command does is in the module it is named after.

Those modules are imported inside the commands. MkDocs and WeasyPrint take about a second to import, and
pydantic most of the rest; one who asks for help or checks a file while writing should not wait for them.
Help is written in bokmål, and translated when the command line is made for somebody.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from builder import __version__
from builder.cli.errors import DATA_ERRORS, FINE, WRONG_USE, WrongUse, plain_errors
from builder.cli.formats.names import DiffFormat, Format, LawFormat, StatusFormat
from builder.cli.options import Fresh, HandbookFolder, Language, Names, chosen
from builder.cli.terminal import CODES, Terminal, wanted_language
from builder.i18n import N_, SOURCE_LANGUAGE
from builder.publish.options import CONFIG_FILE, Options

app = typer.Typer(
    help=N_("Lager praksishåndbøker av YAML: sjekker data, bygger nettsted og PDF."),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


def main() -> None:
    """Runs the command line. Wrong use ends with one sentence, never a traceback."""
    terminal = Terminal(wanted_language())
    try:
        command_line(terminal.translate)()
    except WrongUse as error:
        terminal.complain("{reason}", reason=error.message.text(terminal.translate))
        sys.exit(WRONG_USE)


def command_line(translate: Callable[[str], str]) -> TyperGroup:
    """The commands with their help in a language."""
    made = typer.main.get_command(app)
    assert isinstance(made, TyperGroup)
    for command in (made, *made.commands.values()):
        for helped in (command, *command.params):
            if isinstance(helped, TyperGroup | TyperCommand | TyperOption | TyperArgument) and helped.help:
                helped.help = translate(helped.help).format(codes=CODES)
    return made


def _version(wanted: bool) -> None:
    if wanted:
        print(__version__)
        raise typer.Exit


@app.callback()
def _before(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=N_("Vis utgaven."))
    ] = False,
) -> None:
    """Holds what may stand before the command."""


@app.command("check", help=N_("Sjekk data og vis alle funn, uten å bygge noe."))
def check_command(
    names: Names = None,
    handbook: HandbookFolder = Path("handbook"),
    output_format: Annotated[Format, typer.Option("--format", help=N_("Hvordan funnene skal vises."))] = Format.TEXT,
    strict: Annotated[bool, typer.Option("--strict", help=N_("Regn advarsler som feil."))] = False,
    source: Annotated[
        bool, typer.Option("--source/--no-source", help=N_("Vis linja hvert funn gjelder (bare i format text)."))
    ] = True,
    fresh: Fresh = False,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Checks, and shows every finding."""
    from builder.cli.check import failed, findings, show

    terminal = Terminal(language)
    problems = findings(handbook, chosen(handbook, names), fresh)
    show(problems, output_format, source, terminal)
    raise typer.Exit(DATA_ERRORS if failed(problems, strict) else FINE)


@app.command("status", help=N_("Vis egenkontrollen: hva som er dekket, hva som mangler, og hva som er utdatert."))
def status_command(
    names: Names = None,
    handbook: HandbookFolder = Path("handbook"),
    output_format: Annotated[
        StatusFormat, typer.Option("--format", help=N_("Hvordan egenkontrollen skal vises."))
    ] = StatusFormat.TEXT,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Shows the self-check of each municipality."""
    from builder.check.municipalities import check_each
    from builder.cli import status

    terminal = Terminal(language)
    slugs = chosen(handbook, names)
    with plain_errors():
        found = list(check_each(handbook, slugs))
    if output_format is StatusFormat.JSON:
        print(status.as_json(found, terminal.translate))
        return
    for result in found:
        status.as_text(result, terminal.out, terminal.translate)


@app.command("build", help=N_("Bygg nettsted og PDF. Har en kommune feil i data, blir den stående som den var."))
def build_command(
    names: Names = None,
    handbook: HandbookFolder = Path("handbook"),
    output: Annotated[Path, typer.Option("--output", metavar="MAPPE", help=N_("Hvor nettstedene legges."))] = Path(
        "site"
    ),
    pdf: Annotated[bool, typer.Option("--pdf/--no-pdf", help=N_("Lag PDF i tillegg til nettsted."))] = True,
    archive: Annotated[
        bool, typer.Option("--pdf-a", help=N_("PDF-ene følger også standarden for arkiv, PDF/A-2a."))
    ] = False,
    previous: Annotated[
        Path | None,
        typer.Option(
            "--previous",
            metavar="MAPPE",
            help=N_("Det som var publisert før, til endringsloggen og kalenderne; --output når det ikke er nevnt."),
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            min=1,
            metavar="ANTALL",
            help=N_("Kommuner som bygges samtidig; én per kjerne når det ikke er nevnt."),
        ),
    ] = None,
    fresh: Fresh = False,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Builds each municipality as a job of its own; one with errors is left as it was."""
    from builder.cli.build import build

    terminal = Terminal(language)
    options = Options(
        handbook=handbook,
        output=output,
        previous=previous,
        pdf=pdf,
        archive=archive,
        fresh=fresh,
        processes=jobs or os.cpu_count() or 1,
    )
    raise typer.Exit(FINE if build(chosen(handbook, names), options, terminal) else DATA_ERRORS)


@app.command("diff", help=N_("Vis hva som er endret mellom to utgaver: git-revisjoner, mapper eller handbook.json."))
def diff_command(
    before: Annotated[
        str, typer.Argument(metavar="[FRA]", help=N_("Revisjon, publisert mappe eller handbook.json."))
    ] = "HEAD",
    after: Annotated[
        str | None, typer.Argument(metavar="[TIL]", help=N_("Som FRA; datamappa slik den er nå når utelatt."))
    ] = None,
    names: Annotated[
        list[str] | None, typer.Option("--municipality", metavar="KOMMUNE", help=N_("Kommunene det gjelder."))
    ] = None,
    handbook: HandbookFolder = Path("handbook"),
    output_format: Annotated[
        DiffFormat, typer.Option("--format", help=N_("Hvordan endringene skal vises."))
    ] = DiffFormat.TEXT,
    everything: Annotated[
        bool, typer.Option("--all", help=N_("Også det bare redaksjonen følger: kontroller, datoer og lovregister."))
    ] = False,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Tells what has changed."""
    from builder.cli.diff import compared, show

    terminal = Terminal(language)
    show(compared(handbook, names, before, after, language), output_format, everything, terminal)


@app.command("serve", help=N_("Vis én håndbok i nettleseren, og bygg den på nytt når en fil endres."))
def serve_command(
    name: Annotated[str, typer.Argument(metavar="KOMMUNE", help=N_("Kommunen som skal vises."))],
    handbook: HandbookFolder = Path("handbook"),
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help=N_("Porten på denne maskinen."))] = 8000,
) -> None:
    """Serves one handbook until interrupted."""
    from builder.site.serve import serve_site

    chosen(handbook, [name])
    with plain_errors():
        serve_site(CONFIG_FILE, handbook.resolve(), name, port)


@app.command("explain", help=N_("Forklar en regel: hvorfor den finnes, og hvordan det skal være."))
def explain_command(
    rule: Annotated[
        str | None, typer.Argument(metavar="[ID]", help=N_("Id-en som står i klammer etter et funn; alle når utelatt."))
    ] = None,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Explains one rule, or lists them all."""
    from builder.cli.explain import explain, list_all

    terminal = Terminal(language)
    if rule is None:
        list_all(terminal)
    else:
        explain(rule, terminal)


@app.command("law", help=N_("Sammenlign lovregisteret med en samling av norske lover, én Markdown-fil for hver lov."))
def law_command(
    folder: Annotated[Path, typer.Argument(metavar="MAPPE", help=N_("Mappa med samlingen."))],
    names: Names = None,
    handbook: HandbookFolder = Path("handbook"),
    output_format: Annotated[
        LawFormat, typer.Option("--format", help=N_("Hvordan sammenligningen skal vises."))
    ] = LawFormat.TEXT,
    strict: Annotated[bool, typer.Option("--strict", help=N_("Slutt med kode 1 når noe må rettes."))] = False,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Tells what has changed since the register was read."""
    from builder.cli.law_watch import show, watched

    terminal = Terminal(language)
    found = watched(folder, handbook, chosen(handbook, names), terminal)
    show(found, folder, output_format, terminal)
    raise typer.Exit(DATA_ERRORS if strict and any(one.counts for one in found.observations) else FINE)


@app.command("schema", help=N_("Skriv JSON Schema for hvert slag fil, til bruk i skriveprogrammer som VS Code."))
def schema_command(
    output: Annotated[Path, typer.Option("--output", metavar="MAPPE", help=N_("Hvor filene legges."))] = Path(
        "docs/schema"
    ),
    settings: Annotated[
        Path | None,
        typer.Option(metavar="FIL", help=N_("Innstillinger for VS Code som skal si hvilket skjema hver fil har.")),
    ] = None,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Writes one schema for each kind, and tells an editor of them."""
    from builder.cli.generate import write_all, write_settings
    from builder.schema.editor import schema_files

    write_all(schema_files(), output, Terminal(language))
    if settings:
        write_settings(settings, output, Terminal(language))


@app.command("reference", help=N_("Skriv oversikten over regler (regler.md) og felter (felter.md)."))
def reference_command(
    output: Annotated[Path, typer.Option("--output", metavar="MAPPE", help=N_("Hvor filene legges."))] = Path("docs"),
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Writes the reference pages."""
    from builder.cli.generate import write_all
    from builder.reference.files import reference_files

    write_all(reference_files(), output, Terminal(language))
