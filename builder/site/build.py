"""Builds the site of one checked handbook into a folder."""

from __future__ import annotations

import logging
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from builder.check.checker import Checked
from builder.model.history import NO_HISTORY, History
from builder.site.plugin import HandbokPlugin

PLUGIN = "handbok"


class SiteError(Exception):
    """MkDocs could not build the site; the message says why."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What lies beside the pages: the name of the PDF, the paths of other files, and what earlier editions changed."""

    book: str | None = None
    files: Collection[str] = ()
    history: History = NO_HISTORY


def build_site(checked: Checked, config_file: Path, folder: Path, beside: Beside) -> int:
    """Writes the site and returns the number of pages. `config_file` is the `mkdocs.yml` to use. Raises SiteError."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        config = load_config(str(config_file), site_dir=str(folder), strict=True)
        plugin = config.plugins[PLUGIN]
        assert isinstance(plugin, HandbokPlugin)
        plugin.checked = checked
        plugin.files = beside.files
        plugin.history = beside.history
        plugin.config.book = beside.book
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except MkDocsException as error:
        raise SiteError(str(error)) from error
    return len(plugin.pages)
