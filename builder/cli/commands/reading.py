"""The commands that tell, and change nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from builder.cli.errors import DATA_ERRORS, FINE, plain_errors
from builder.cli.formats.names import DiffFormat, DueFormat, Format, LawFormat, StatusFormat
from builder.cli.options import Fresh, HandbookFolder, Language, Names, chosen
from builder.cli.terminal import Terminal
from builder.i18n import N_, SOURCE_LANGUAGE

commands = typer.Typer()


@commands.command("check", help=N_("Sjekk data og vis alle funn, uten å bygge noe."))
def check_command(
    names: Names = None,
    handbook: HandbookFolder = Path("handbook"),
    output_format: Annotated[Format, typer.Option("--format", help=N_("Hvordan funnene skal vises."))] = Format.TEXT,
    strict: Annotated[bool, typer.Option("--strict", help=N_("Regn advarsler som feil."))] = False,
    since: Annotated[
        str | None,
        typer.Option(
            "--changed-since",
            metavar="REVISJON",
            help=N_("Feil, og ellers bare det som gjelder linjer endret siden denne git-revisjonen."),
        ),
    ] = None,
    source: Annotated[
        bool, typer.Option("--source/--no-source", help=N_("Vis linja hvert funn gjelder (bare i format text)."))
    ] = True,
    everything: Annotated[
        bool, typer.Option("--all", help=N_("Vis også funn som følger av andre (bare i format text)."))
    ] = False,
    library: Annotated[
        bool, typer.Option("--library", help=N_("Vis også råd og advarsler om det felles biblioteket."))
    ] = False,
    fresh: Fresh = False,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Checks, and shows every finding."""
    from builder.cli.check import failed, findings, for_municipality, of_change, show, strangers_in

    terminal = Terminal(language)
    problems = findings(handbook, chosen(handbook, names), fresh, terminal)
    if not names:
        problems = (*problems, *strangers_in(handbook))
    if not library:
        problems = for_municipality(problems, handbook, terminal)
    if since is not None:
        problems = of_change(problems, handbook, since, terminal)
    show(problems, output_format, source, everything, terminal)
    raise typer.Exit(DATA_ERRORS if failed(problems, strict) else FINE)


@commands.command("status", help=N_("Vis egenkontrollen: hva som er dekket, hva som mangler, og hva som er utdatert."))
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
        terminal.give(status.as_json(found, terminal.translate))
        return
    for result in found:
        status.as_text(result, terminal.out, terminal.translate)


@commands.command(
    "diff", help=N_("Vis hva som er endret mellom to utgaver: git-revisjoner, mapper eller handbook.json.")
)
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


@commands.command("explain", help=N_("Forklar en regel: hvorfor den finnes, og hvordan det skal være."))
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


@commands.command(
    "law", help=N_("Sammenlign lovregisteret med en samling av norske lover, én Markdown-fil for hver lov.")
)
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


@commands.command(
    "due", help=N_("Vis hva som må gjøres for at håndboka skal stemme: hvem som eier det, og hvem du spør.")
)
def due_command(
    names: Names = None,
    owner: Annotated[
        str | None, typer.Option("--owner", metavar="ROLLE", help=N_("Bare det denne rollen eier, som ppt.leder."))
    ] = None,
    within: Annotated[
        str,
        typer.Option("--within", metavar="TID", help=N_("Hvor langt fram, i dager, uker eller måneder: 30d, 6w, 3m.")),
    ] = "30d",
    handbook: HandbookFolder = Path("handbook"),
    output_format: Annotated[
        DueFormat, typer.Option("--format", help=N_("Hvordan lista skal vises."))
    ] = DueFormat.TEXT,
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="MAPPE", help=N_("Med format mail: legg brevene her, ett for hver mottaker.")),
    ] = None,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Tells what is due."""
    from builder.cli.due import due, show, span, write

    terminal = Terminal(language)
    rows = due(handbook, chosen(handbook, names), owner, span(within))
    if output is not None and output_format is DueFormat.MAIL:
        write(rows, output, terminal)
    else:
        show(rows, output_format, terminal)
