"""The theme's own files are found without what is hidden, and are the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder.resources import CONFIG_FILE
from builder.site.theme import SiteTheme
from jinja2 import TemplateNotFound
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.theme import Theme


@pytest.fixture(scope="module")
def config() -> MkDocsConfig:
    """The settings of the sites."""
    return load_config(str(CONFIG_FILE))


def found(theme: Theme, config: MkDocsConfig) -> list[tuple[str, str | None]]:
    """The files that MkDocs takes from a theme, in order, and where each lies."""
    files = Files([])
    files.add_files_from_theme(theme.get_env(), config)
    return [(file.src_uri, file.src_dir) for file in files]


def test_mkdocs_finds_the_same_files(config: MkDocsConfig) -> None:
    usual = found(config.theme, config)
    assert usual
    assert found(SiteTheme(config.theme), config) == usual


def test_what_is_hidden_is_not_listed_and_is_still_there(config: MkDocsConfig) -> None:
    """Templates take icons by their names."""
    environment = SiteTheme(config.theme).get_env()
    assert not [name for name in environment.list_templates() if name.startswith(".icons/")]
    assert "<svg" in environment.get_template(".icons/material/web.svg").render()
    with pytest.raises(TemplateNotFound):
        environment.get_template(".icons/material/no-such-icon.svg")


def test_a_file_of_our_own_stands_before_that_of_the_theme(config: MkDocsConfig, tmp_path: Path) -> None:
    (tmp_path / "base.html").write_text("ours", encoding="utf-8")
    theme = SiteTheme(config.theme)
    theme.dirs = [str(tmp_path), *theme.dirs]
    assert theme.get_env().get_template("base.html").render() == "ours"
    assert theme.get_env().list_templates().count("base.html") == 1
