"""A machine without Pango: it is told what is missing, and the site is made all the same."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from builder.cli.build import _ADVICE
from builder.resources import PDF_PACKAGES

from tests.support import MINI, ROOT, SLUG, environment_with

#: What makes a library of the system be missing: Python reads this before the program.
WITHOUT = """
import cffi
found = cffi.FFI.dlopen
def dlopen(self, name, flags=0):
    if "{library}" in name:
        raise OSError(f"cannot load library '{{name}}': {{name}}: cannot open shared object file")
    return found(self, name, flags)
cffi.FFI.dlopen = dlopen
"""


def build(folder: Path, library: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    (folder / "sitecustomize.py").write_text(WITHOUT.format(library=library), encoding="utf-8")
    command = [sys.executable, "-m", "builder", "build", "--handbook", str(MINI), "--output", str(folder / "site")]
    environment = environment_with(PYTHONPATH=f"{folder}:{ROOT}")
    return subprocess.run(
        [*command, *arguments],
        cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("library", ["gobject", "pango-1.0", "fontconfig", "pangoft2"])
def test_what_is_missing_is_told_before_anything_is_made(tmp_path: Path, library: str) -> None:
    result = build(tmp_path, library)
    assert result.returncode == 2
    assert result.stdout == ""
    assert "PDF kan ikke lages på denne maskinen: programmet fant ikke «" in result.stderr
    assert library in result.stderr.split("»")[0]
    assert "handbok build --no-pdf" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "site" / SLUG).exists()


def test_the_site_is_made_without(tmp_path: Path) -> None:
    result = build(tmp_path, "pango", "--no-pdf")
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "site" / SLUG / "index.html").is_file()


def test_there_is_advice_for_each_kind_of_machine() -> None:
    assert _ADVICE.keys() == {"linux", "darwin", "win32"}


def test_the_advice_names_the_packages_that_set_up_installs() -> None:
    named = re.findall(r"lib[\w.-]+", _ADVICE["linux"].text())
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (installed,) = re.findall(r"^RUN_PACKAGES := (.*)$", makefile, re.MULTILINE)
    assert named == list(PDF_PACKAGES) == [package for package in installed.split() if package.startswith("lib")]
