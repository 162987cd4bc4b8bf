"""The commands and their options. What a command does is in the module it is named after.

Those modules are imported inside the commands. MkDocs and WeasyPrint take about a second to import, and
pydantic most of the rest; one who asks for help or checks a file while writing should not wait for them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from builder import __version__
from builder.cli.diff_format import DiffFormat
from builder.cli.formats.names import Format, StatusFormat
from builder.cli.language import _
from builder.cli.options import (
    CONFIG_FILE,
    DATA_ERRORS,
    FINE,
    WRONG_USE,
    Fresh,
    HandbookFolder,
    Language,
    Names,
    WrongUse,
    chosen,
    plain_errors,
    translator,
)
from builder.cli.screen import err, out
from builder.i18n import RULES, SOURCE_LANGUAGE

if TYPE_CHECKING:
    from builder.cli.checking import Check
    from builder.problem import Problem

app = typer.Typer(
    help=_("Lager praksishåndbøker av YAML: sjekker data, bygger nettsted og PDF."),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


def main() -> None:
    """Runs the command line. Wrong use ends with one sentence, never a traceback."""
    try:
        app()
    except WrongUse as error:
        err.print(error.message.text(_), style="red", markup=False, soft_wrap=True)
        sys.exit(WRONG_USE)


def _version(wanted: bool) -> None:
    if wanted:
        out.print(__version__)
        raise typer.Exit


@app.callback()
def _before(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=_("Vis utgaven."))
    ] = False,
) -> None:
    """Holds what may stand before the command."""


@app.command("check", help=_("Sjekk data og vis alle funn, uten å bygge noe."))
def check_command(
    names: Names = None,
    handbook: HandbookFolder = Path("handbook"),
    output_format: Annotated[Format, typer.Option("--format", help=_("Hvordan funnene skal vises."))] = Format.TEXT,
    strict: Annotated[bool, typer.Option("--strict", help=_("Regn advarsler som feil."))] = False,
    source: Annotated[
        bool, typer.Option("--source/--no-source", help=_("Vis linja hvert funn gjelder (bare i format text)."))
    ] = True,
    fresh: Fresh = False,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Checks, and shows every finding."""
    from builder.cli.checking import checked, failed, show

    translate = translator(language)
    problems = checked(handbook, chosen(handbook, names), _check_in(handbook), fresh)
    if output_format is Format.TEXT:
        show(problems, source, translate)
    else:
        from builder.cli.formats.writers import WRITERS

        print(WRITERS[output_format](problems, translate))
    raise typer.Exit(DATA_ERRORS if failed(problems, strict) else FINE)


def _check_in(handbook: Path) -> Check:
    """What checks municipalities of a data folder, loaded when there is one to check."""

    def check(slugs: Iterable[str]) -> Iterator[tuple[str, tuple[Problem, ...]]]:
        from builder.cli.results import results

        return ((result.slug, result.problems) for result in results(handbook, slugs))

    return check


@app.command("status", help=_("Vis egenkontrollen: hva som er dekket, hva som mangler, og hva som er utdatert."))
def status_command(
    names: Names = None,
    handbook: HandbookFolder = Path("handbook"),
    output_format: Annotated[
        StatusFormat, typer.Option("--format", help=_("Hvordan egenkontrollen skal vises."))
    ] = StatusFormat.TEXT,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Shows the self-check of each municipality."""
    from builder.cli import status
    from builder.cli.results import results

    translate = translator(language)
    found = list(results(handbook, chosen(handbook, names)))
    if output_format is StatusFormat.JSON:
        print(status.as_json(found, translate))
        return
    for result in found:
        status.as_text(result, out, translate)


@app.command("build", help=_("Bygg nettsted og PDF. Har en kommune feil i data, blir den stående som den var."))
def build_command(
    names: Names = None,
    handbook: HandbookFolder = Path("handbook"),
    output: Annotated[Path, typer.Option("--output", metavar="MAPPE", help=_("Hvor nettstedene legges."))] = Path(
        "site"
    ),
    pdf: Annotated[bool, typer.Option("--pdf/--no-pdf", help=_("Lag PDF i tillegg til nettsted."))] = True,
    archive: Annotated[
        bool, typer.Option("--pdf-a", help=_("PDF-ene følger også standarden for arkiv, PDF/A-2a."))
    ] = False,
    previous: Annotated[
        Path | None,
        typer.Option(
            "--previous",
            metavar="MAPPE",
            help=_("Det som var publisert før, til endringsloggen og kalenderne; --output når det ikke er nevnt."),
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            min=1,
            metavar="ANTALL",
            help=_("Kommuner som bygges samtidig; én per kjerne når det ikke er nevnt."),
        ),
    ] = None,
    fresh: Fresh = False,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Builds each municipality as a job of its own; one with errors is left as it was."""
    from builder.cli.editions import publish

    translate = translator(language)
    slugs = chosen(handbook, names)

    def build(changed: Mapping[str, str]) -> list[str]:
        from builder.cli.building import build

        return build(changed, handbook, output, pdf, jobs or os.cpu_count() or 1, translate, previous, archive, fresh)

    def write_portal() -> None:
        from builder.publish import write_portal

        write_portal(output)

    built = publish(slugs, handbook, output, pdf, fresh, build, write_portal, translate, archive)
    raise typer.Exit(FINE if built else DATA_ERRORS)


@app.command("diff", help=_("Vis hva som er endret mellom to utgaver: git-revisjoner, mapper eller handbook.json."))
def diff_command(
    before: Annotated[
        str, typer.Argument(metavar="[FRA]", help=_("Revisjon, publisert mappe eller handbook.json."))
    ] = "HEAD",
    after: Annotated[
        str | None, typer.Argument(metavar="[TIL]", help=_("Som FRA; datamappa slik den er nå når utelatt."))
    ] = None,
    names: Annotated[
        list[str] | None, typer.Option("--municipality", metavar="KOMMUNE", help=_("Kommunene det gjelder."))
    ] = None,
    handbook: HandbookFolder = Path("handbook"),
    output_format: Annotated[
        DiffFormat, typer.Option("--format", help=_("Hvordan endringene skal vises."))
    ] = DiffFormat.TEXT,
    everything: Annotated[
        bool, typer.Option("--all", help=_("Også det bare redaksjonen følger: kontroller, datoer og lovregister."))
    ] = False,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Tells what has changed."""
    from builder.cli.diffing import compared, show

    translate = translator(language)
    show(compared(handbook, names, before, after, language), output_format, everything, translate)


@app.command("serve", help=_("Vis én håndbok i nettleseren, og bygg den på nytt når en fil endres."))
def serve_command(
    name: Annotated[str, typer.Argument(metavar="KOMMUNE", help=_("Kommunen som skal vises."))],
    handbook: HandbookFolder = Path("handbook"),
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help=_("Porten på denne maskinen."))] = 8000,
) -> None:
    """Serves one handbook until interrupted."""
    from builder.site.serve import serve_site

    chosen(handbook, [name])
    with plain_errors():
        serve_site(CONFIG_FILE, handbook.resolve(), name, port)


@app.command("explain", help=_("Forklar en regel: hvorfor den finnes, og hvordan det skal være."))
def explain_command(
    rule: Annotated[
        str | None, typer.Argument(metavar="[ID]", help=_("Id-en som står i klammer etter et funn; alle når utelatt."))
    ] = None,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Explains one rule, or lists them all."""
    from builder.cli.explaining import explain, list_all

    translate, texts = translator(language), translator(language, RULES)
    if rule is None:
        list_all(translate, texts)
    else:
        explain(rule, translate, texts)


@app.command("schema", help=_("Skriv JSON Schema for hvert slag fil, til bruk i skriveprogrammer som VS Code."))
def schema_command(
    output: Annotated[Path, typer.Option("--output", metavar="MAPPE", help=_("Hvor filene legges."))] = Path(
        "docs/schema"
    ),
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Writes one schema for each kind."""
    from builder.cli.writing import write_all
    from builder.schema.editor import schema_files

    write_all(schema_files(), output, translator(language))


@app.command("reference", help=_("Skriv oversikten over regler (regler.md) og felter (felter.md)."))
def reference_command(
    output: Annotated[Path, typer.Option("--output", metavar="MAPPE", help=_("Hvor filene legges."))] = Path("docs"),
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Writes the reference pages."""
    from builder.cli.writing import write_all
    from builder.reference.files import reference_files

    write_all(reference_files(), output, translator(language))
