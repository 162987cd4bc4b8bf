"""`handbok format`: data files in one style, with their comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from builder.cli.confirm import carried_out, plain_edits
from builder.cli.errors import DATA_ERRORS, FINE
from builder.cli.terminal import Terminal
from builder.edit import Document, EditError
from builder.edit.local import field_order
from builder.edit.style import styled
from builder.i18n import N_
from builder.load.listing import data_files
from builder.load.translation import name_and_language
from builder.model.kinds import KINDS

_TO_DO = N_("{path} er ikke i stilen; kjør handbok format")


def restyled(folder: Path, slugs: Sequence[str], terminal: Terminal) -> list[Document]:
    """The files as they are to be. One that cannot be written so without meaning something else is told and left."""
    return [document for slug in slugs for document in _of(folder / slug, terminal)]


def _of(own: Path, terminal: Terminal) -> Iterator[Document]:
    for path in map(Path, data_files(str(own))):
        inner = path.relative_to(own)
        with plain_edits():
            document = Document.open(path)
        try:
            if document.data:
                document.restyle(partial(styled, order=_order(inner)))
        except EditError as error:
            terminal.complain("{message}", message=error.message.text(terminal.translate))
        yield document


def _order(inner: Path) -> tuple[str, ...]:
    """The fields of the records in a file, by the folder it lies in or the name it has."""
    name = inner.parts[0] if len(inner.parts) > 1 else name_and_language(inner.stem)[0]
    kind = KINDS.get(name)
    return field_order(kind) if kind else ()


def reformat(folder: Path, slugs: Sequence[str], terminal: Terminal, yes: bool) -> None:
    """Shows what is changed, asks and writes it."""
    carried_out(restyled(folder, slugs, terminal), terminal, yes)


def checked(folder: Path, slugs: Sequence[str], terminal: Terminal) -> int:
    """Names the files that are not in the style; the exit code."""
    wrong = [document for document in restyled(folder, slugs, terminal) if document.changed]
    for document in wrong:
        terminal.say(_TO_DO, path=document.shown)
    return DATA_ERRORS if wrong else FINE
