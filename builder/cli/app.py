"""The command line: its commands put together, with their help in somebody's language.

What a command does is in a module that is imported inside it. MkDocs and WeasyPrint take about a second to import,
and pydantic most of the rest; one who asks for help or checks a file while writing should not wait for them.
Help is written in bokmål, and translated when the command line is made for somebody.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Annotated

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from builder import __version__
from builder.cli.commands import editing, generating, proposing, publishing, reading
from builder.cli.errors import WRONG_USE, WrongUse
from builder.cli.terminal import CODES, Terminal, wanted_language
from builder.i18n import N_

app = typer.Typer(
    help=N_("Lager praksishåndbøker av YAML: sjekker data, bygger nettsted og PDF."),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
for group in (reading, editing, publishing, proposing, generating):
    app.add_typer(group.commands)


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
