"""`handbok fix`: mends what can be mended without asking anybody, and shows it first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from builder import clock
from builder.check.checker import check
from builder.cli.confirm import carried_out, plain_edits, refuse_new_errors
from builder.cli.terminal import Terminal
from builder.edit import Document
from builder.edit.fixing import carry_out, fixes
from builder.edit.local import LocalFiles
from builder.load.folder import Folder
from builder.model.kinds import KINDS


def fix(folder: Path, slugs: Sequence[str], terminal: Terminal, yes: bool) -> None:
    """Tells of each thing that can be mended, shows the difference, asks, and writes. Raises WrongUse."""
    documents = [document for slug in slugs for document in _mended(folder, slug, terminal)]
    carried_out(documents, terminal, yes)


def _mended(folder: Path, slug: str, terminal: Terminal) -> tuple[Document, ...]:
    with plain_edits():
        loaded = Folder(folder, KINDS).load(slug)
        files = LocalFiles(folder, loaded)
        checked = check(loaded, clock.today())
        for done in carry_out(list(fixes(checked.handbook, loaded.declarations)), files):
            terminal.say("{place}: {why}", place=done.mark, why=done.why.text(terminal.translate))
        refuse_new_errors(folder, checked, files.documents)
    return files.documents
