"""How a command that edits files goes about it: it shows the difference first, and writes when somebody says yes."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from builder.check.checker import Checked
from builder.check.trial import new_errors
from builder.cli.errors import WrongUse, plain_errors
from builder.cli.terminal import Terminal
from builder.edit import Document, EditError, write_all
from builder.i18n import N_
from builder.problem import Message

_NOTHING = N_("Ingenting å endre.")
_ASK = N_("Skrive dette? [j/N] ")
_NOBODY_TO_ASK = N_("Ingen er her og kan svare. Kjør kommandoen på nytt med --yes for å skrive det som står over")
_NOT_WRITTEN = N_("Ingenting er skrevet.")
_WRONG = N_("Endringen gir en feil i data, og er ikke skrevet: {place}: {message}")
_STYLES = {"+": "green", "-": "red", "@": "cyan"}
_YES = frozenset({"j", "ja", "y", "yes"})


@contextmanager
def plain_edits() -> Iterator[None]:
    """Turns what is wrong with a file that is to be changed into one sentence."""
    try:
        with plain_errors():
            yield
    except EditError as error:
        raise WrongUse(error.message) from error


def refuse_new_errors(root: Path, now: Checked, documents: Sequence[Document], sentence: str = _WRONG) -> None:
    """Raises WrongUse, with the first place, where the documents would make errors that there are not `now`."""
    contents = {document.path: document.content for document in documents}
    for problem in new_errors(root, now, contents):
        raise WrongUse(Message(sentence, place=str(problem.mark), message=problem.message))


def carried_out(documents: Sequence[Document], terminal: Terminal, yes: bool) -> bool:
    """Shows what is changed and writes it, when `yes` or when who is asked says so; whether it was written.

    Raises WrongUse where nobody can be asked, and where a file cannot be written.
    """
    changed = [document for document in documents if document.changed]
    if not changed:
        terminal.say(_NOTHING)
        return False
    for document in changed:
        _show(document.difference(), terminal)
    if not yes and not agreed(terminal):
        terminal.say(_NOT_WRITTEN)
        return False
    with plain_edits():
        write_all(changed)
    for document in changed:
        terminal.say(N_("Skrev {path}"), path=document.shown)
    return True


def _show(difference: str, terminal: Terminal) -> None:
    for line in difference.removesuffix("\n").split("\n"):
        terminal.say("{line}", style=_STYLES.get(line[:1]), line=line)


def agreed(terminal: Terminal) -> bool:
    """Asks whether what is shown shall be written. Raises WrongUse where nobody can be asked."""
    if not sys.stdin.isatty():
        raise WrongUse(Message(_NOBODY_TO_ASK))
    try:
        answer = terminal.out.input(terminal.translate(_ASK), markup=False)
    except (EOFError, KeyboardInterrupt):
        terminal.out.print()
        return False
    return answer.strip().casefold() in _YES
