"""Builds the site of one edition into a folder."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

from builder.edition.edition import Edition
from builder.views.page import Medium

PLUGIN = "handbok"


class SiteError(Exception):
    """MkDocs could not build the site; the message says why."""


def build_site(
    edition: Edition, config_file: Path, folder: Path, files: Sequence[str] = (), book: str | None = None
) -> int:
    """Writes the site and returns the number of pages. Raises SiteError.

    `config_file` is the `mkdocs.yml` to use. `files` are the paths of what other exits write beside the pages,
    and `book` is the name of the PDF when there is one.
    """
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        config = site_config(config_file, folder, {"edition": edition, "files": files, "book": book})
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except MkDocsException as error:
        raise SiteError(str(error)) from error
    return sum(len(chapter.pages) for chapter in edition.chapters(Medium.SITE, files))


def site_config(config_file: Path, folder: Path, options: dict[str, object]) -> MkDocsConfig:
    """The settings in the file, with more options for our own plugin; those of others stand."""
    with config_file.open("rb") as file:
        plugins = yaml_load(file)["plugins"]
    mine = [{PLUGIN: {**entry[PLUGIN], **options}} if PLUGIN in entry else entry for entry in plugins]
    return load_config(str(config_file), site_dir=str(folder), strict=True, plugins=mine)
