"""The commands that edit data files. Each shows the difference first, and asks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from builder.cli.errors import FINE
from builder.cli.options import HandbookFolder, Language, MunicipalityOption, Names, chosen, the_one
from builder.cli.terminal import Terminal
from builder.i18n import N_, SOURCE_LANGUAGE

commands = typer.Typer()

Yes = Annotated[bool, typer.Option("--yes", help=N_("Skriv uten å spørre."))]
Day = Annotated[
    dt.datetime | None,
    typer.Option(
        "--date", metavar="ÅÅÅÅ-MM-DD", formats=["%Y-%m-%d"], help=N_("Dagen det ble gjort; i dag når utelatt.")
    ),
]


@commands.command("approve", help=N_("Skriv at noen godkjente håndboka slik den er nå, som en utgave med nummer."))
def approve_command(
    by: Annotated[str, typer.Option("--by", metavar="ROLLE", help=N_("Rollen som godkjente, ikke personnavn."))],
    version: Annotated[str, typer.Option("--version", metavar="NUMMER", help=N_("Utgaven, for eksempel 2026.2."))],
    name: Annotated[
        str | None, typer.Argument(metavar="[KOMMUNE]", help=N_("Kommunen det gjelder; trengs når det er flere."))
    ] = None,
    date: Day = None,
    handbook: HandbookFolder = Path("handbook"),
    yes: Yes = False,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Writes an approved edition."""
    from builder import clock
    from builder.cli.approve import Decision, approved
    from builder.cli.confirm import carried_out

    terminal = Terminal(language)
    decision = Decision(by, version, date.date() if date else clock.today())
    if carried_out(approved(handbook, the_one(handbook, name), decision), terminal, yes):
        terminal.say(
            N_("Lagre det i git, og merk utgaven, så den kan bygges igjen: git commit, og så git tag v{version}"),
            version=version,
        )


@commands.command("verify", help=N_("Skriv at noen har kontrollert kontakter: hvem, hvordan og når."))
def verify_command(
    contacts: Annotated[
        list[str], typer.Argument(metavar="KONTAKT…", help=N_("Tjeneste og kontakt med punktum mellom, som ppt.leder."))
    ],
    by: Annotated[str, typer.Option("--by", metavar="ROLLE", help=N_("Rollen som kontrollerte, ikke personnavn."))],
    how: Annotated[
        str, typer.Option("--how", metavar="TEKST", help=N_("Hva som ble gjort, for eksempel «ringte nummeret»."))
    ],
    date: Day = None,
    municipality: MunicipalityOption = None,
    handbook: HandbookFolder = Path("handbook"),
    yes: Yes = False,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Writes a verification."""
    from builder import clock
    from builder.cli.confirm import carried_out
    from builder.cli.verify import Checking, verified

    checking = Checking(by, how, date.date() if date else clock.today())
    documents = verified(handbook, the_one(handbook, municipality), contacts, checking)
    carried_out(documents, Terminal(language), yes)
    raise typer.Exit(FINE)


@commands.command("format", help=N_("Skriv datafilene i én stil: felter i fast rekkefølge og lange linjer delt."))
def format_command(
    names: Names = None,
    only_check: Annotated[
        bool, typer.Option("--check", help=N_("Bare nevn filene som ikke er i stilen; skriv ingenting."))
    ] = False,
    handbook: HandbookFolder = Path("handbook"),
    yes: Yes = False,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Writes files in one style."""
    from builder.cli.format import checked, reformat

    slugs, terminal = chosen(handbook, names), Terminal(language)
    if only_check:
        raise typer.Exit(checked(handbook, slugs, terminal))
    reformat(handbook, slugs, terminal, yes)


library = typer.Typer(
    help=N_("Det felles biblioteket: hva håndbøkene følger, en kopi av det, og hva en ny versjon endrer."),
    no_args_is_help=True,
)
commands.add_typer(library, name="library")


@library.command("show", help=N_("Vis hvilken versjon håndbøkene følger, og hva kommunene bygger på og erstatter."))
def library_show_command(
    names: Names = None, handbook: HandbookFolder = Path("handbook"), language: Language = SOURCE_LANGUAGE
) -> None:
    """Shows what is followed."""
    from builder.cli.library import show

    show(handbook, chosen(handbook, names), Terminal(language))


@library.command("pin", help=N_("Kopier det felles biblioteket til datamappa, så det bare endres når dere vil."))
def library_pin_command(handbook: HandbookFolder = Path("handbook"), language: Language = SOURCE_LANGUAGE) -> None:
    """Copies the library."""
    from builder.cli.library import pin

    pin(handbook, Terminal(language))


@library.command("upgrade", help=N_("Vis hva biblioteket i programmet endrer for leserne, og ta det i bruk."))
def library_upgrade_command(
    handbook: HandbookFolder = Path("handbook"),
    previous: Annotated[
        Path | None, typer.Option("--previous", metavar="MAPPE", help=N_("Det som er publisert, å sammenligne med."))
    ] = None,
    edited: Annotated[
        bool, typer.Option("--edited", help=N_("Også når kopien er endret; den gamle blir liggende ved siden av."))
    ] = False,
    yes: Yes = False,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Takes a newer library into use."""
    from builder.cli.library import Wishes, upgrade

    wishes = Wishes(previous=previous, edited=edited, yes=yes)
    upgrade(handbook, chosen(handbook, None), wishes, Terminal(language))


@commands.command("rename", help=N_("Gi en post eller en kontakt en ny id, overalt der den er nevnt."))
def rename_command(
    kind: Annotated[
        str, typer.Argument(metavar="TYPE", help=N_("Typen post, som mappa heter: services, forums, contacts …"))
    ],
    old: Annotated[str, typer.Argument(metavar="GAMMEL", help=N_("Id-en nå; for en kontakt tjeneste.kontakt."))],
    new: Annotated[str, typer.Argument(metavar="NY", help=N_("Id-en den skal få."))],
    municipality: MunicipalityOption = None,
    handbook: HandbookFolder = Path("handbook"),
    yes: Yes = False,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Renames."""
    from builder.cli.rename import renamed, write

    write(renamed(handbook, the_one(handbook, municipality), kind, old, new), Terminal(language), yes)
    raise typer.Exit(FINE)


@commands.command("remove", help=N_("Ta ut en post, og si hvor leserne skal gå i stedet."))
def remove_command(
    kind: Annotated[str, typer.Argument(metavar="TYPE", help=N_("Typen post, som mappa heter: services, forums …"))],
    record: Annotated[str, typer.Argument(metavar="ID", help=N_("Posten som skal ut."))],
    instead: Annotated[
        str | None, typer.Option("--instead", metavar="TYPE:ID", help=N_("Posten leserne skal til, som services:ppt."))
    ] = None,
    why: Annotated[
        str | None, typer.Option("--why", metavar="TEKST", help=N_("Hva som skjedde, og hva leseren gjør nå."))
    ] = None,
    municipality: MunicipalityOption = None,
    handbook: HandbookFolder = Path("handbook"),
    yes: Yes = False,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Takes a record out."""
    from builder.cli.remove import Removal, remove

    remove(handbook, the_one(handbook, municipality), Removal(kind, record, instead, why), Terminal(language), yes)
    raise typer.Exit(FINE)


@commands.command("forms", help=N_("Rediger i skjemaer i nettleseren, uten å se YAML."))
def forms_command(
    name: Annotated[str | None, typer.Argument(metavar="[KOMMUNE]", help=N_("Kommunen det gjelder."))] = None,
    handbook: HandbookFolder = Path("handbook"),
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help=N_("Porten på denne maskinen."))] = 8010,
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="MAPPE", help=N_("Skriv skjemaene hit i stedet, for å publisere dem.")),
    ] = None,
    service: Annotated[
        str, typer.Option("--service", metavar="github|gitlab", help=N_("Hvor lageret ligger, for innlogging."))
    ] = "github",
    repository: Annotated[
        str, typer.Option("--repository", metavar="EIER/NAVN", help=N_("Lageret det lagres i, for innlogging."))
    ] = "eier/handbok",
    branch: Annotated[str, typer.Option("--branch", metavar="GREN", help=N_("Grenen det lagres i."))] = "main",
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Shows the forms, or writes them."""
    from builder.cli.forms import made, serve, write
    from builder.cms.config import Repository

    slug, where = the_one(handbook, name), Repository(service, repository, branch)
    if output:
        write(made(handbook, slug, where), output, Terminal(language))
    else:
        serve(handbook, slug, where, port, Terminal(language))


@commands.command(
    "fix", help=N_("Rett det som kan rettes uten å spørre noen: flyttede bestemmelser, datoer, numre og titler.")
)
def fix_command(
    names: Names = None,
    handbook: HandbookFolder = Path("handbook"),
    yes: Yes = False,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Mends what is safe to mend."""
    from builder.cli.fix import fix

    fix(handbook, chosen(handbook, names), Terminal(language), yes)
