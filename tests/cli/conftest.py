"""What the tests of commands have in common: faults to make, a site to write over, and what no command may say."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support import (
    EPOCH,
    MINI,
    mini_file,
    said_by_handbok,
)

SCHOOL = "lillevik/services/skole.yml"
BROKEN = mini_file(SCHOOL).replace("summary:", "sumary:")
WARNED = mini_file(SCHOOL).replace("    deputy: {role: Inspektør}\n", "")


def contents(folder: Path) -> dict[str, str]:
    """The files of a folder by what they hold."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def assert_plain(result: subprocess.CompletedProcess[str]) -> None:
    """No traceback, and no Python, in what a person reads."""
    for stream in (result.stdout, result.stderr):
        assert "Traceback" not in stream
        assert "Error:" not in stream.replace("::error", "")
        assert 'File "' not in stream


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site without a book, to be copied before it is changed."""
    target = tmp_path_factory.mktemp("small") / "ut"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        made = said_by_handbok("build", "--no-pdf", "--handbook", str(MINI), "--output", str(target))
    assert made.returncode == 0, made.stderr
    return target


@pytest.fixture
def output(small: Path, tmp_path: Path) -> Path:
    """A published site that may be written over."""
    return Path(shutil.copytree(small, tmp_path / "ut"))
