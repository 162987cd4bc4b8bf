"""`handbok schema` and `handbok reference`: files made from the program itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from builder.cli.options import plain_errors
from builder.cli.screen import out
from builder.i18n import N_


def write_all(files: Iterable[tuple[str, str]], folder: Path, translate: Callable[[str], str]) -> None:
    """Writes files into a folder, and tells of each."""
    with plain_errors():
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files:
            (folder / name).write_text(text, encoding="utf-8")
            out.print(translate(N_("Skrev {path}")).format(path=folder / name), markup=False, soft_wrap=True)
