"""What a change would make wrong is told before it is written."""

from __future__ import annotations

from pathlib import Path

from builder.check.trial import new_errors

from tests.support import checked, mini_file, varied

PPT = "lillevik/services/ppt.yml"


def test_only_the_errors_a_change_brings_are_told(tmp_path: Path) -> None:
    root = varied(tmp_path, {"lillevik/services/skole.yml": mini_file("lillevik/services/skole.yml") + "ukjent: x\n"})
    path = root / PPT
    text = path.read_text(encoding="utf-8")
    now = checked(root, shown=root.as_posix())
    moved = "# en linje over\n" + text
    assert new_errors(root, now, {path: moved.encode()}) == ()
    wrong = text.replace("category: ppt", "category: pptt")
    assert text != wrong
    assert [problem.mark.path for problem in new_errors(root, now, {path: wrong.encode()})] == [str(path)]
    assert path.read_text(encoding="utf-8") == text


def test_new_files_are_read_with_the_others(tmp_path: Path) -> None:
    root = varied(tmp_path, {})
    new = {root / "lillevik/services/ny.yml": b"id: ny\nname: Ny\n"}
    found = new_errors(root, checked(root, shown=root.as_posix()), new)
    assert found
    assert all(problem.mark.path.endswith("ny.yml") for problem in found)
    assert not (root / "lillevik/services/ny.yml").exists()
