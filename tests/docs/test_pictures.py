"""Pictures in the documentation: each is shown somewhere, and each that is shown is one the script makes."""

from __future__ import annotations

import re
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest
from benchmarks.report import PICTURE

from tests.support import ROOT

IMAGES = ROOT / "docs" / "images"
SHOWN = re.compile(r"!\[[^]]+\]\(([^)]+)\)")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """`scripts/screenshots`, which has no suffix."""
    loader = SourceFileLoader("screenshots", str(ROOT / "scripts" / "screenshots"))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


def shown() -> set[Path]:
    """Every picture that a page of the documentation shows."""
    return {
        (page.parent / address).resolve()
        for page in PAGES
        for address in SHOWN.findall(page.read_text(encoding="utf-8"))
        if "://" not in address
    }


def made(script: ModuleType) -> set[Path]:
    """Every picture that the script makes."""
    return {script.PICTURES / name for name in script.pictures()}


def test_every_picture_is_shown_and_every_picture_shown_is_there() -> None:
    assert {path for path in IMAGES.rglob("*") if path.is_file()} == shown()


def test_every_picture_shown_is_made_by_the_script_and_no_other(script: ModuleType) -> None:
    assert shown() - {PICTURE} == made(script)  # that one the benchmarks draw


def test_the_readme_shows_pictures() -> None:
    assert len(SHOWN.findall((ROOT / "README.md").read_text(encoding="utf-8"))) == 4


def test_the_page_of_pictures_is_what_the_script_writes(script: ModuleType) -> None:
    assert (ROOT / "docs" / "skjermbilder.md").read_text(encoding="utf-8") == script.page()


def test_the_readme_tells_of_every_folder_of_the_program_and_of_none_that_is_gone() -> None:
    rows = [line for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`((?:builder|templates)/[\w./]*)`", row.split("|")[1])}
    folders = {
        f"builder/{path.name}/"
        for path in (ROOT / "builder").iterdir()
        if path.is_dir() and path.name[0] != "_" and any(path.glob("[!_]*"))
    }
    assert {name for name in named if name.startswith("builder/") and name.endswith("/")} == folders
    assert [name for name in named if not (ROOT / name).exists()] == []
