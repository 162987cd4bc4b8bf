"""The commands that write new files: a handbook to begin with, and what follows from the model and the rules."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from builder.cli.errors import plain_errors
from builder.cli.options import HandbookFolder, Language, MunicipalityOption
from builder.cli.terminal import Terminal
from builder.i18n import N_, SOURCE_LANGUAGE
from builder.proposals.host import Host

commands = typer.Typer()


@commands.command(
    "new",
    help=N_("Lag en ny håndbok for en kommune, eller en ny tjeneste, møteplass eller annet. Skriver aldri over noe."),
)
def new_command(
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="KOMMUNE|SLAG",
            help=N_(
                "En kommune, eller tjeneste, kontakt, møteplass, tilbud, forløp, regel, skjema, ord, rolle, plan, "
                "øvelse, sjekkliste, endring eller side."
            ),
        ),
    ] = None,
    called: Annotated[
        str | None,
        typer.Argument(metavar="[TITTEL]", help=N_("Navnet eller tittelen på det nye; rollen til en kontakt.")),
    ] = None,
    number: Annotated[
        str | None, typer.Option("--number", metavar="NUMMER", help=N_("Kommunenummeret; 0000 til en prøve."))
    ] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NAVN", help=N_("Navnet, til en prøve."))] = None,
    standard: Annotated[
        str | None, typer.Option("--standard", metavar="nb|nn", help=N_("Målform; kommunens språkvedtak når utelatt."))
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TITTEL", help=N_("Hva håndboka heter."))] = None,
    owner: Annotated[str | None, typer.Option("--owner", metavar="ROLLE", help=N_("Rollen som eier håndboka."))] = None,
    editor: Annotated[
        str | None, typer.Option("--editor", metavar="ROLLE", help=N_("Rollen som retter håndboka."))
    ] = None,
    email: Annotated[
        str | None, typer.Option("--email", metavar="ADRESSE", help=N_("E-posten leserne melder feil til."))
    ] = None,
    levels: Annotated[
        str | None,
        typer.Option("--levels", metavar="MODELL", help=N_("Nivåer å begynne med: bti, tre-nivaer eller none.")),
    ] = None,
    forums: Annotated[
        str | None,
        typer.Option(
            "--forums",
            metavar="MODELLER",
            help=N_("Møter å begynne med, med komma mellom, for eksempel ansvarsgruppe,oppstartsmote; none for ingen."),
        ),
    ] = None,
    ci: Annotated[
        Host | None,
        typer.Option("--ci", metavar="STED", help=N_("Legg inn det som sjekker og publiserer: github eller gitlab.")),
    ] = None,
    record_id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help=N_("Id-en til det nye; laget av tittelen når utelatt."))
    ] = None,
    text: Annotated[
        str | None, typer.Option("--text", metavar="TEKST", help=N_("Det nye fortalt i én eller to setninger."))
    ] = None,
    category: Annotated[
        str | None, typer.Option("--category", metavar="TYPE", help=N_("Type tjeneste, for eksempel school."))
    ] = None,
    service: Annotated[
        str | None, typer.Option("--service", metavar="ID", help=N_("Tjenesten en ny kontakt hører til."))
    ] = None,
    phone: Annotated[str | None, typer.Option("--phone", metavar="NUMMER", help=N_("Telefonnummeret."))] = None,
    municipality: MunicipalityOption = None,
    yes: Annotated[bool, typer.Option("--yes", help=N_("Bruk forslagene, og skriv uten å spørre."))] = False,
    handbook: HandbookFolder = Path("handbook"),
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Makes a handbook to begin with."""
    from builder.cli.new import Wishes, kind_meant, new_handbook
    from builder.cli.new_record import Details, Recording
    from builder.cli.questions import Questions

    questions = Questions.at(Terminal(language), silent=yes)
    if kind := kind_meant(what):
        details = Details(called or title, record_id, text, category, service, phone, email)
        with plain_errors():
            recording = Recording(handbook, municipality, questions)
        recording.new(kind, details, yes)
        return
    wishes = Wishes(number, name, title, owner, editor, email, standard, levels, forums, ci)
    new_handbook(what, wishes, handbook, questions)


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
