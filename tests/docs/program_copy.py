"""A copy of the program, to be changed as CONTRIBUTING says and run."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.support import ROOT, environment_with


def program_copy(root: Path) -> Path:
    """The package and its templates in a folder of their own, with the settings of the site beside them."""
    for name in ("builder", "templates"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    (root / "mkdocs.yml").symlink_to(ROOT / "mkdocs.yml")
    return root


def run(program: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Python in the copy, where `builder` is the copy's."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=program, env=environment_with(PYTHONPATH=str(program)),
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
