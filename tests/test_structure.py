"""The house itself: tests lie where the code they try lies, and the import contract lets nothing in by default."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.support import ROOT

PACKAGE, TESTS = ROOT / "builder", ROOT / "tests"
#: What is tried whole, and what the tests read.
OTHER_FOLDERS = {"benchmarks", "browser_scripts", "demonstration", "docs", "fuzz", "handbooks", "standards", "supply"}
FORBIDDEN = {
    "mkdocs": "Only the site knows MkDocs",
    "weasyprint": "Only the prints know WeasyPrint and its PDF library",
    "typer": "Only the command line knows the terminal",
    "jinja2": "Only rendering knows the template language",
}


def folders(where: Path) -> set[str]:
    return {path.name for path in where.iterdir() if path.is_dir() and path.name != "__pycache__"}


def test_each_folder_of_tests_is_named_after_a_package() -> None:
    assert folders(TESTS) - OTHER_FOLDERS <= folders(PACKAGE)
    assert folders(TESTS) >= OTHER_FOLDERS


def test_files_beside_the_folders_are_named_after_modules() -> None:
    modules = {path.stem for path in PACKAGE.glob("*.py")}
    tried = {path.stem.removeprefix("test_").partition("_")[0] for path in TESTS.glob("test_*.py")}
    assert tried - modules == {"linear", "structure"}  # what holds for the program as a whole


def test_no_name_of_a_module_stands_three_times() -> None:
    """Whoever looks for a file by its name finds it."""
    found = Counter(path.name for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")
    assert [name for name, times in found.items() if times > 2] == []


def test_what_packages_begin_with_only_says_what_they_are_and_gives_names() -> None:
    for path in PACKAGE.rglob("__init__.py"):
        for statement in ast.parse(path.read_text(encoding="utf-8")).body:
            assert isinstance(statement, ast.Expr | ast.Assign | ast.ImportFrom), path


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the import linter says of a copy of the program with a new module that imports all that is forbidden."""
    copy = tmp_path_factory.mktemp("house")
    shutil.copytree(PACKAGE, copy / "builder", ignore=shutil.ignore_patterns("__pycache__", "locale"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    imports = "".join(f"import {name}\n" for name in FORBIDDEN)
    (copy / "builder" / "search" / "new.py").write_text(imports, encoding="utf-8")
    command = [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"]
    environment = os.environ | {"PYTHONPATH": str(copy), "NO_COLOR": "1"}
    run = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 1, run.stderr
    return run.stdout


@pytest.mark.parametrize("library", FORBIDDEN)
def test_a_new_module_may_not_import_what_belongs_to_one_room(told: str, library: str) -> None:
    assert f"{FORBIDDEN[library]} BROKEN" in told
    assert f"builder.search.new -> {library} (l.{list(FORBIDDEN).index(library) + 1})" in told


def test_nothing_else_is_refused_there(told: str) -> None:
    """So the copy is the program, and keeps to the contract but for the new module."""
    assert told.count(" BROKEN") == len(FORBIDDEN)
    assert "Imports only point down KEPT" in told
