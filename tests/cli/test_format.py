"""`handbok format`: shows, asks and writes; the second time there is nothing to do."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.support import MINI, checked, errors, handbok, said_by_handbok


def test_files_are_named_then_written_then_in_the_style(tmp_path: Path) -> None:
    root = tmp_path / "h"
    shutil.copytree(MINI, root)
    file = root / "lillevik/services/skole.yml"
    before = file.read_bytes()
    file.write_bytes(b"\xef\xbb\xbf" + before.replace(b"\n", b"\r\n"))
    asked = ("format", "lillevik", "--handbook", str(root))
    result = said_by_handbok(*asked, "--check")
    assert result.returncode == 1
    assert "skole.yml er ikke i stilen" in result.stdout
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert handbok(*asked, "--yes").returncode == 0
    assert not file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert b"\r" not in file.read_bytes()
    assert errors(checked(root)) == []
    assert handbok(*asked, "--check").returncode == 0


def test_a_file_with_faults_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    root = tmp_path / "h"
    shutil.copytree(MINI, root)
    file = root / "lillevik/services/skole.yml"
    file.write_text("id: skole\nname: [a\n", encoding="utf-8")
    result = said_by_handbok("format", "--handbook", str(root), "--yes")
    assert result.returncode == 2
    assert "skole.yml" in result.stderr
    assert file.read_text(encoding="utf-8") == "id: skole\nname: [a\n"
