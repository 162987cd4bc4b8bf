"""New files come all or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder.starter.writing import write_new


def listed(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*") if path.is_file()}


def test_files_and_their_folders_are_made(tmp_path: Path) -> None:
    write_new(tmp_path / "ny", {"a.yml": "å\n", "b/c.yml": "c\n"})
    assert listed(tmp_path) == {"ny/a.yml": "å\n", "ny/b/c.yml": "c\n"}


def test_a_file_that_is_there_stays_and_nothing_else_is_written(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.yml").write_text("mine\n")
    with pytest.raises(FileExistsError):
        write_new(tmp_path, {"a/a.yml": "a", "b/c.yml": "c", "d.yml": "d"})
    assert listed(tmp_path) == {"b/c.yml": "mine\n"}
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write, times = Path.write_text, iter(range(2))

    def full(path: Path, *arguments: str, **options: str) -> int:
        if next(times, None) is None:
            raise OSError(28, "No space left on device", str(path))
        return write(path, *arguments, **options)

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space left"):
        write_new(tmp_path, {"a.yml": "a", "b.yml": "b", "c/c.yml": "c"})
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_moved_in_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    move, times = Path.replace, iter(range(1))

    def refused(path: Path, target: Path) -> Path:
        if next(times, None) is None:
            raise PermissionError(13, "Permission denied", str(target))
        return move(path, target)

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(PermissionError):
        write_new(tmp_path, {"a/a.yml": "a", "b/b.yml": "b"})
    assert list(tmp_path.iterdir()) == []
