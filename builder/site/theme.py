"""The theme, whose own files are found without going through its ten thousand icons.

MkDocs asks the templates for a list of all that lies in the theme, and leaves out what is hidden afterwards. Material
has its icons in a hidden folder: to list them took as long as the menus of a whole site.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme


class SiteTheme(Theme):
    """A theme as MkDocs has read it."""

    def __init__(self, theme: Theme) -> None:
        vars(self).update(vars(theme))

    def get_env(self) -> Environment:
        """The environment of its templates."""
        environment = super().get_env()
        environment.loader = _Seen(self.dirs)
        return environment


class _Seen(FileSystemLoader):
    """Gives every template that is asked for, and lists those in no hidden folder."""

    def list_templates(self) -> list[str]:
        """Their names, in order."""
        return sorted({name for folder in self.searchpath for name in _names(os.fspath(folder))})


def _names(folder: str) -> Iterator[str]:
    for base, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = os.path.relpath(base, folder).replace(os.sep, "/")
        yield from (name if below == "." else f"{below}/{name}" for name in names)
