"""The command line: its commands put together, with their help in somebody's language.

What a command does is in a module that is imported inside it. MkDocs and WeasyPrint take about a second to import,
and pydantic most of the rest; one who asks for help or checks a file while writing should not wait for them.
Help is written in bokmål, and translated when the command line is made for somebody.
"""

from __future__ import annotations

import io
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer
from typer._click import exceptions as parsing
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from builder import __version__
from builder.cli.commands import editing, generating, proposing, publishing, reading
from builder.cli.completion import install, ready
from builder.cli.errors import CLOSED, FINE, INTERRUPTED, OUR_FAULT, WRONG_USE, WrongUse
from builder.cli.terminal import CODES, Terminal, let_go, wanted_language
from builder.cli.usage import framed, words_of, wrong_use
from builder.i18n import N_
from builder.problem import Message

#: Stands anywhere in a command: a fault in the program is shown whole.
DEBUG = "--debug"
_ABORTED = N_("Avbrutt.")
_NOT_PRINTED = N_("Svaret kunne ikke skrives: {reason}")
_OUR_FAULT = N_(
    "Her er det en feil i programmet ({fault}). Det er ikke noe du har gjort. Meld fra på {address}, og ta med "
    "kommandoen du skrev; med --debug vises hvor det gikk galt."
)

app = typer.Typer(
    help=N_("Lager praksishåndbøker av YAML: sjekker data, bygger nettsted og PDF."),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for group in (reading, editing, publishing, proposing, generating):
    app.add_typer(group.commands)


def main() -> None:
    """Runs the command line. Wrong use ends with one sentence, and so does a fault of our own: never a traceback."""
    arguments = [argument for argument in sys.argv[1:] if argument != DEBUG]
    for stream in (sys.stdout, sys.stderr):  # a console that cannot show a letter shows another
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    ready()
    terminal = Terminal(wanted_language(arguments))
    try:
        code = run(arguments, terminal)
        if sys.stdout:
            sys.stdout.flush()
        sys.exit(code)
    except BrokenPipeError:
        let_go(sys.stdout)
        sys.exit(CLOSED)
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None:  # of a file that has none: a stream
            let_go(sys.stdout)
            terminal.complain(_NOT_PRINTED, reason=error.strerror)
            sys.exit(WRONG_USE)
        if DEBUG in sys.argv:
            raise
        terminal.complain(_OUR_FAULT, fault=f"{type(error).__name__}: {error}", address=issues())
        sys.exit(OUR_FAULT)


def _language_of_all(group: TyperGroup, language: str) -> dict[str, object]:
    """The language for each command, where no option says another."""
    return {
        name: _language_of_all(one, language) if isinstance(one, TyperGroup) else {"language": language}
        for name, one in group.commands.items()
    }


@contextmanager
def _ended_as_interrupted() -> Iterator[None]:
    """Whoever ends the program, or closes its window, has it clean up as Ctrl-C does. What is ignored stays so."""
    signals = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    taken = [one for one in signals if signal.getsignal(one) == signal.SIG_DFL]
    for one in taken:
        signal.signal(one, signal.default_int_handler)
    try:
        yield
    finally:
        for one in taken:
            signal.signal(one, signal.SIG_DFL)


def run(arguments: list[str], terminal: Terminal) -> int:
    """The exit code of a command. What is raised is a fault in the program."""
    with words_of(terminal.translate), _ended_as_interrupted():
        try:
            made = command_line(terminal.translate)
            defaults = _language_of_all(made, terminal.language)
            return _told(made(arguments, standalone_mode=False, default_map=defaults) or FINE, terminal)
        except WrongUse as error:
            reason = error.message
        except parsing.ClickException as error:
            reason = wrong_use(error)
        except (typer.Abort, KeyboardInterrupt):
            reason = Message(_ABORTED)
    terminal.complain("{reason}", reason=reason.text(terminal.translate))
    return WRONG_USE


def _told(code: int, terminal: Terminal) -> int:
    """The exit code; that the command was stopped, which the parser catches and says nothing of, is told."""
    if code == INTERRUPTED:
        terminal.complain(_ABORTED)
    return code


def issues() -> str:
    """Where one tells of a fault in the program."""
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        addresses = metadata("handbok").get_all("Project-URL") or []
    except PackageNotFoundError:
        addresses = []
    return next((one.partition(", ")[2] for one in addresses if one.startswith("Issues")), "handbok")


def command_line(translate: Callable[[str], str]) -> TyperGroup:
    """The commands with their help in a language."""
    made = typer.main.get_command(app)
    assert isinstance(made, TyperGroup)
    for command in _all(made):
        for helped in (command, *command.params):
            if isinstance(helped, TyperGroup | TyperCommand | TyperOption | TyperArgument) and helped.help:
                helped.help = translate(helped.help).format(codes=CODES)
        _frame(command, translate)
    return made


def _all(command: Any) -> Iterator[Any]:
    """A command, and those within it."""
    yield command
    for inner in getattr(command, "commands", {}).values():
        yield from _all(inner)


def _frame(command: Any, translate: Callable[[str], str]) -> None:
    """Has a command write its help with the words of the parser in the same language."""
    written = command.get_help
    command.get_help = lambda context: framed(written(context), translate)


def _version(wanted: bool) -> None:
    if wanted:
        Terminal().give(__version__)
        raise typer.Exit


@app.callback()
def _before(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=N_("Vis utgaven."))
    ] = False,
    install_completion: Annotated[
        bool,
        typer.Option(
            "--install-completion",
            callback=install,
            is_eager=True,
            help=N_("La skallet ditt fullføre kommandoer når du trykker Tab."),
        ),
    ] = False,
    debug: Annotated[bool, typer.Option(DEBUG, help=N_("Vis hvor i programmet det gikk galt."))] = False,
) -> None:
    """Holds what may stand before the command."""
