"""`handbok forms`: what is wrong is one sentence, and what is written can be published."""

from __future__ import annotations

import socket
from pathlib import Path

from tests.support import SLUG, said_by_handbok, varied


def test_a_folder_that_is_not_in_git_is_told(tmp_path: Path) -> None:
    root = varied(tmp_path, {})
    result = said_by_handbok("forms", SLUG, "--handbook", str(root))
    assert result.returncode == 2
    assert "ligger ikke i et git-lager" in result.stderr


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    root = varied(tmp_path, {})
    (tmp_path / ".git").mkdir()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = said_by_handbok("forms", SLUG, "--handbook", str(root), "--port", port)
    assert result.returncode == 2
    assert f"Porten {port} er i bruk" in result.stderr


def test_an_unknown_municipality_is_told(tmp_path: Path) -> None:
    root = varied(tmp_path, {})
    result = said_by_handbok("forms", "storvik", "--handbook", str(root))
    assert result.returncode == 2
    assert "storvik" in result.stderr


def test_the_forms_are_written_to_be_published(tmp_path: Path) -> None:
    root = varied(tmp_path, {})
    (tmp_path / ".git").mkdir()
    said = ("--repository", "lillevik/handbok", "--service", "gitlab", "--output", str(tmp_path / "forms"))
    result = said_by_handbok("forms", SLUG, "--handbook", str(root), *said)
    assert result.returncode == 0, result.stderr
    assert "lillevik/handbok" in (tmp_path / "forms" / "config.json").read_text(encoding="utf-8")
    assert (tmp_path / "forms" / "sveltia-cms.js").is_file()
