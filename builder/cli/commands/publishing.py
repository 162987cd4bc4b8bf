"""The commands that make the handbook, and show it."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from builder import resources
from builder.cli.errors import DATA_ERRORS, FINE
from builder.cli.options import (
    Fresh,
    HandbookFolder,
    Language,
    Names,
    chosen,
    part_of,
    refuse_mixed_up,
    refuse_together,
)
from builder.cli.terminal import VARIABLE, Terminal
from builder.i18n import N_, SOURCE_LANGUAGE
from builder.publish.options import Options

commands = typer.Typer()
#: Where sites are put when nobody says.
OUTPUT = Path("site")
OUTPUT_OF = {"internal": Path("site-intern"), "easy": Path("site-lettlest")}


class EditionChoice(StrEnum):
    """Whom a build is for: everybody, those who work there, each of the two, or families who read easy language."""

    PUBLIC = "public"
    INTERNAL = "internal"
    BOTH = "both"
    EASY = "easy"


class PrintEdition(StrEnum):
    """Whom a print is for."""

    PUBLIC = "public"
    INTERNAL = "internal"


class Paper(StrEnum):
    """The papers a book is made for."""

    A4 = "A4"
    A5 = "A5"


@commands.command("build", help=N_("Bygg nettsted og PDF. Har en kommune feil i data, blir den stående som den var."))
def build_command(
    names: Names = None,
    handbook: HandbookFolder = Path("handbook"),
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            metavar="MAPPE",
            help=N_(
                "Hvor nettstedene legges. Når det ikke er nevnt: site, site-intern med --edition internal og "
                "site-lettlest med --edition easy. Med both får den interne utgaven samme navn med -intern bak."
            ),
        ),
    ] = None,
    pdf: Annotated[bool, typer.Option("--pdf/--no-pdf", help=N_("Lag PDF i tillegg til nettsted."))] = True,
    archive: Annotated[
        bool, typer.Option("--pdf-a", help=N_("PDF-ene følger også standarden for arkiv, PDF/A-2a."))
    ] = False,
    compress: Annotated[
        bool,
        typer.Option(
            "--compress", help=N_("Lag også hver tekstfil komprimert (.gz), for webservere som sender slike.")
        ),
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
    scheduler: Annotated[
        str | None,
        typer.Option(
            "--scheduler",
            metavar="ADRESSE",
            help=N_("La en Dask-klynge bygge: adressen til den som fordeler arbeidet, som tcp://maskin:8786."),
        ),
    ] = None,
    shard: Annotated[
        str | None,
        typer.Option(
            "--shard",
            metavar="DEL",
            help=N_("Bygg bare en del av kommunene, som 3/8: den tredje av åtte. Delene settes sammen med join."),
        ),
    ] = None,
    edition: Annotated[
        EditionChoice,
        typer.Option(
            "--edition",
            help=N_(
                "public: den åpne utgaven, som alle kan lese. internal: den for ansatte, med alt som er internt. "
                "both: begge, i hver sin mappe. easy: bare det som er skrevet til familier på lettlest norsk."
            ),
        ),
    ] = EditionChoice.PUBLIC,
    approved: Annotated[
        bool, typer.Option("--approved", help=N_("Bare det som er godkjent. Ellers er utkast med, og merket."))
    ] = False,
    tag: Annotated[
        str | None,
        typer.Option("--tag", metavar="MERKE", help=N_("Bygg en godkjent utgave igjen, slik den var, som v2026.2.")),
    ] = None,
    fresh: Fresh = False,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Builds each municipality as a job of its own; one with errors is left as it was."""
    from builder.cli.build import earlier
    from builder.cli.build_editions import Wanted, build_editions, public_and_internal

    output = output or OUTPUT_OF.get(edition.value, OUTPUT)
    refuse_together({"--shard": shard, "--approved": approved or tag}, {"--scheduler": scheduler, "--jobs": jobs})
    terminal, part = Terminal(language), part_of(shard, chosen(handbook, names))
    slugs = part.slugs if part else chosen(handbook, names)
    refuse_mixed_up(output, handbook, slugs)
    with earlier(previous, slugs) as continued:
        options = Options(
            handbook=handbook,
            output=output,
            previous=continued,
            pdf=pdf,
            archive=archive,
            compress=compress,
            internal=edition is EditionChoice.INTERNAL,
            fresh=fresh,
            prune=prune,
            processes=1 if scheduler else jobs or os.cpu_count() or 1,
            scheduler=scheduler,
            part=part,
        )
        if edition is EditionChoice.EASY:
            from builder.cli.build_easy import build_easy

            built = build_easy(slugs, options, terminal)
        else:
            editions = public_and_internal(options) if edition is EditionChoice.BOTH else (options,)
            built = build_editions(slugs, editions, Wanted(approved, tag), terminal)
    raise typer.Exit(FINE if built else DATA_ERRORS)


@commands.command(
    "join", help=N_("Sett sammen deler som er bygd hver for seg med build --shard, og publiser dem samlet.")
)
def join_command(
    output: Annotated[Path, typer.Argument(metavar="MAPPE", help=N_("Hvor nettstedene legges."))],
    shards: Annotated[list[Path], typer.Argument(metavar="DEL", help=N_("Mappene til alle delene."))],
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Joins all the parts, or refuses and changes nothing."""
    from builder.cli.join import join_shards

    raise typer.Exit(FINE if join_shards(output, shards, Terminal(language)) else DATA_ERRORS)


@commands.command("print", help=N_("Skriv «Min bok» for et arbeidssted eller et sted til en PDF, hel eller i deler."))
def print_command(
    name: Annotated[str, typer.Argument(metavar="KOMMUNE", help=N_("Kommunen boka er fra."))],
    who: Annotated[
        str,
        typer.Option(
            "--for", metavar="HVEM", help=N_("Arbeidsstedet eller stedet, som barnehage eller et steds id eller navn.")
        ),
    ],
    parts: Annotated[
        str | None,
        typer.Option(
            "--with",
            metavar="DELER",
            help=N_("Bare disse delene, med komma mellom: kontakter, situasjoner, kan jeg dele, møter, skjemaer."),
        ),
    ] = None,
    paper: Annotated[
        Paper, typer.Option("--paper", help=N_("A4 i to spalter, eller A5 til å skrive ut som hefte."))
    ] = Paper.A4,
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="FIL", help=N_("Fila, eller mappa den legges i; ellers her, med sitt navn.")),
    ] = None,
    edition: Annotated[
        PrintEdition,
        typer.Option("--edition", help=N_("public: det alle kan lese. internal: det for ansatte, med alt internt.")),
    ] = PrintEdition.PUBLIC,
    archive: Annotated[
        bool, typer.Option("--pdf-a", help=N_("PDF-ene følger også standarden for arkiv, PDF/A-2a."))
    ] = False,
    handbook: HandbookFolder = Path("handbook"),
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Writes one book as a PDF; nothing is published."""
    from builder.cli.build import need_libraries

    need_libraries()
    chosen(handbook, [name])
    from builder.cli.print_out import Wanted, print_out

    wanted = Wanted(who, parts, paper.value, edition is PrintEdition.INTERNAL, archive, output)
    written = print_out(handbook, name, wanted, Terminal(language))
    raise typer.Exit(FINE if written else DATA_ERRORS)


@commands.command(
    "export", help=N_("Skriv sidene som ren Markdown, til å bygge nettsted av med MkDocs, ProperDocs eller Zensical.")
)
def export_command(
    folder: Annotated[
        Path, typer.Argument(metavar="MAPPE", help=N_("Hvor de legges: en mappe i denne for hver kommune."))
    ],
    names: Names = None,
    handbook: HandbookFolder = Path("handbook"),
    edition: Annotated[
        PrintEdition,
        typer.Option("--edition", help=N_("public: det alle kan lese. internal: det for ansatte, med alt internt.")),
    ] = PrintEdition.PUBLIC,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            min=1,
            metavar="ANTALL",
            help=N_("Kommuner som skrives samtidig; én per kjerne når det ikke er nevnt."),
        ),
    ] = None,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Writes each municipality whole or not at all; nothing is published."""
    slugs = chosen(handbook, names)
    from builder.cli.export import export
    from builder.publish.exporting import Export

    internal = edition is PrintEdition.INTERNAL
    exports = [Export(slug, handbook, folder, internal) for slug in slugs]
    written = export(exports, jobs or os.cpu_count() or 1, Terminal(language))
    raise typer.Exit(FINE if written else DATA_ERRORS)


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
