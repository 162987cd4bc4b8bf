"""Has a shell complete commands and options when Tab is pressed."""

from __future__ import annotations

import os

import typer
from typer._completion_classes import completion_init
from typer._completion_shared import install as write_for_shell

from builder.cli.errors import WrongUse
from builder.cli.terminal import Terminal, wanted_language
from builder.i18n import N_
from builder.problem import Message

PROGRAM = "handbok"
#: Set by the shell when it asks.
VARIABLE = "_HANDBOK_COMPLETE"

_INSTALLED = N_("{shell} fullfører nå kommandoene i handbok (skrevet i {path}). Åpne et nytt terminalvindu.")
_UNKNOWN = N_("Fant ikke ut hvilket skall du bruker. Det virker i bash, zsh, fish og PowerShell.")


def ready() -> None:
    """Lets the shell be answered, when it is the shell that asks."""
    if VARIABLE in os.environ:
        completion_init()


def install(wanted: bool) -> None:
    """Writes what the shell needs, and tells where."""
    if not wanted:
        return
    try:
        shell, path = write_for_shell(prog_name=PROGRAM, complete_var=VARIABLE)
    except (typer.Exit, SystemExit, OSError) as error:
        raise WrongUse(Message(_UNKNOWN)) from error
    Terminal(wanted_language()).say(_INSTALLED, shell=shell, path=path)
    raise typer.Exit
