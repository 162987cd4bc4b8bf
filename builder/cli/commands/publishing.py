"""The commands that make the handbook, and show it."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from builder import resources
from builder.cli.errors import DATA_ERRORS, FINE
from builder.cli.options import Fresh, HandbookFolder, Language, Names, chosen, refuse_inside
from builder.cli.terminal import VARIABLE, Terminal
from builder.i18n import N_, SOURCE_LANGUAGE
from builder.publish.options import Options

commands = typer.Typer()
#: Where sites are put when nobody says.
OUTPUT = Path("site")
OUTPUT_EASY = Path("site-lettlest")


class EditionChoice(StrEnum):
    """Which texts a build shows: all there are, only what is approved, or what families read in easy language."""

    WORKING = "working"
    PUBLIC = "public"
    EASY = "easy"


@commands.command("build", help=N_("Bygg nettsted og PDF. Har en kommune feil i data, blir den stående som den var."))
def build_command(
    names: Names = None,
    handbook: HandbookFolder = Path("handbook"),
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            metavar="MAPPE",
            help=N_("Hvor nettstedene legges: site når det ikke er nevnt, og site-lettlest med --edition easy."),
        ),
    ] = None,
    pdf: Annotated[bool, typer.Option("--pdf/--no-pdf", help=N_("Lag PDF i tillegg til nettsted."))] = True,
    archive: Annotated[
        bool, typer.Option("--pdf-a", help=N_("PDF-ene følger også standarden for arkiv, PDF/A-2a."))
    ] = False,
    previous: Annotated[
        str | None,
        typer.Option(
            "--previous",
            metavar="MAPPE",
            help=N_(
                "Det som var publisert før, til endringsloggen og kalenderne: en mappe, eller adressen på nettet. "
                "--output når det ikke er nevnt."
            ),
        ),
    ] = None,
    prune: Annotated[
        bool,
        typer.Option(
            "--prune",
            help=N_("Ta bort det som ikke lenger står i data: håndbøker, og sider som sier at en post er tatt ut."),
        ),
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            min=1,
            metavar="ANTALL",
            help=N_("Kommuner som bygges samtidig; én per kjerne når det ikke er nevnt."),
        ),
    ] = None,
    edition: Annotated[
        EditionChoice,
        typer.Option(
            "--edition",
            help=N_(
                "Med public: bare det som er godkjent. Med easy: bare det som er skrevet til familier på lettlest "
                "norsk. Ellers alt, med utkast merket."
            ),
        ),
    ] = EditionChoice.WORKING,
    tag: Annotated[
        str | None,
        typer.Option("--tag", metavar="MERKE", help=N_("Bygg en godkjent utgave igjen, slik den var, som v2026.2.")),
    ] = None,
    fresh: Fresh = False,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Builds each municipality as a job of its own; one with errors is left as it was."""
    from builder.cli.build import build, earlier

    output = output or (OUTPUT_EASY if edition is EditionChoice.EASY else OUTPUT)
    refuse_inside(output, handbook)
    terminal, slugs = Terminal(language), chosen(handbook, names)
    with earlier(previous, slugs) as continued:
        options = Options(
            handbook=handbook,
            output=output,
            previous=continued,
            pdf=pdf,
            archive=archive,
            fresh=fresh,
            prune=prune,
            processes=jobs or os.cpu_count() or 1,
        )
        if tag is None and edition is EditionChoice.WORKING:
            built = build(slugs, options, terminal)
        elif tag is None and edition is EditionChoice.EASY:
            from builder.cli.build_easy import build_easy

            built = build_easy(slugs, options, terminal)
        else:
            from builder.cli.build_approved import build_public, build_tag

            built = build_public(slugs, options, terminal) if tag is None else build_tag(slugs, tag, options, terminal)
    raise typer.Exit(FINE if built else DATA_ERRORS)


@commands.command("serve", help=N_("Vis én håndbok i nettleseren, og bygg den på nytt når en fil endres."))
def serve_command(
    name: Annotated[str, typer.Argument(metavar="KOMMUNE", help=N_("Kommunen som skal vises."))],
    handbook: HandbookFolder = Path("handbook"),
    port: Annotated[
        int, typer.Option("--port", min=1, max=65535, metavar="TALL", help=N_("Porten på denne maskinen."))
    ] = 8000,
    language: Annotated[
        str | None,
        typer.Option(
            "--language",
            metavar="SPRÅK",
            envvar=VARIABLE,
            help=N_("Språk for meldinger: {codes}; håndbokas eget når det ikke er nevnt."),
        ),
    ] = None,
) -> None:
    """Serves one handbook until interrupted."""
    from builder.cli.serve import serve

    chosen(handbook, [name])
    serve(resources.CONFIG_FILE, handbook, name, port, Terminal(language) if language else None)
