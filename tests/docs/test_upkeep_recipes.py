"""The recipes about verifying, what is due and approving can be followed as they stand."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.test_approve import NAME, real
from tests.docs.recipes import Reader
from tests.support import ROOT, mini_file, own, varied

RECIPES = ROOT / "docs" / "redaktor"


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """Somebody with a handbook in git that has been filled in."""
    found = Reader(tmp_path)
    made = real(varied(tmp_path / "made", {NAME: own(mini_file(NAME))}))
    shutil.move(made, found.folder / "handbook")
    for arguments in (("init", "--quiet"), ("config", "user.name", "x"), ("config", "user.email", "x@x.example")):
        subprocess.run(("git", "-C", str(found.folder), *arguments), check=True)
    return found


@pytest.mark.whole
@pytest.mark.parametrize("name", ["kontroller-kontakter", "hva-ma-gjores", "godkjenn"])
def test_the_recipe_can_be_followed_as_it_stands(reader: Reader, name: str) -> None:
    text = (RECIPES / f"{name}.nb.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines(keepends=True) if not line.startswith("<!-- begynner med:")]
    reader.follow("".join(lines))
    reader.finds_no_error()
