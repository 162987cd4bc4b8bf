"""`handbok fix`: mends what can be mended without asking anybody, and shows it first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from builder import clock
from builder.check.checker import check
from builder.check.trial import new_errors
from builder.cli.confirm import carried_out, plain_edits
from builder.cli.errors import WrongUse
from builder.cli.terminal import Terminal
from builder.edit import Document
from builder.edit.fixing import carry_out, fixes
from builder.edit.local import LocalFiles
from builder.i18n import N_
from builder.load.folder import Folder
from builder.model.kinds import KINDS
from builder.problem import Message

_WRONG = N_("Endringen gir en feil i data, og er ikke skrevet: {place}: {message}")


def fix(folder: Path, slugs: Sequence[str], terminal: Terminal, yes: bool) -> None:
    """Tells of each thing that can be mended, shows the difference, asks, and writes. Raises WrongUse."""
    documents = [document for slug in slugs for document in _mended(folder, slug, terminal)]
    carried_out(documents, terminal, yes)


def _mended(folder: Path, slug: str, terminal: Terminal) -> tuple[Document, ...]:
    with plain_edits():
        loaded = Folder(folder, KINDS).load(slug)
        files = LocalFiles(folder, loaded)
        handbook = check(loaded, clock.today()).handbook
        for done in carry_out(list(fixes(handbook, loaded.declarations)), files):
            terminal.say("{place}: {why}", place=done.mark, why=done.why.text(terminal.translate))
        contents = {document.path: document.content for document in files.documents}
        for problem in new_errors(folder, slug, contents, clock.today()):
            raise WrongUse(Message(_WRONG, place=str(problem.mark), message=problem.message))
    return files.documents
