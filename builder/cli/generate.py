"""`handbok schema` and `handbok reference`: files made from the program itself."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from builder.cli.errors import WrongUse, plain_errors
from builder.cli.terminal import Terminal
from builder.i18n import N_
from builder.problem import Message
from builder.schema.editor import editor_settings


def write_all(files: Iterable[tuple[str, str]], folder: Path, terminal: Terminal) -> None:
    """Writes files into a folder, and tells of each."""
    with plain_errors():
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files:
            (folder / name).write_text(text, encoding="utf-8")
            terminal.say(N_("Skrev {path}"), path=folder / name)


def write_settings(path: Path, schemas: Path, terminal: Terminal) -> None:
    """Writes in the settings of VS Code which schema each file has. Raises WrongUse where they cannot be read."""
    with plain_errors():
        known = path.read_text(encoding="utf-8") if path.exists() else "{}"
        try:
            text = editor_settings(known, schemas.as_posix())
        except ValueError as error:
            raise WrongUse(Message("{file} er ikke JSON uten kommentarer", file=path)) from error
        write_all([(path.name, text)], path.parent, terminal)
