"""`handbok schema` and `handbok reference`: files made from the program itself."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from builder.cli.errors import plain_errors
from builder.cli.terminal import Terminal
from builder.i18n import N_


def write_all(files: Iterable[tuple[str, str]], folder: Path, terminal: Terminal) -> None:
    """Writes files into a folder, and tells of each."""
    with plain_errors():
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files:
            (folder / name).write_text(text, encoding="utf-8")
            terminal.say(N_("Skrev {path}"), path=folder / name)
