"""The lines of a change: what is found on those is for whoever made it."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder.changes.since import changed_lines

from tests.changes.test_git import git
from tests.support import said_by_handbok, varied


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The miniature handbook, saved in git, and a branch for a proposal."""
    varied(tmp_path, {})
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Før")
    git(tmp_path, "switch", "--quiet", "--create", "forslag")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "handbook"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_lines_are_numbered_as_they_stand_now(desk: Path) -> None:
    ppt = desk / "lillevik/services/ppt.yml"
    lines = ppt.read_text(encoding="utf-8").splitlines()
    change(ppt, f"{lines[1]}\n", f"# Ny linje\n# Og en til\n{lines[1]}\n")
    change(ppt, f"{lines[-1]}\n", "")
    assert changed_lines(desk, "HEAD") == {"lillevik/services/ppt.yml": frozenset({2, 3, len(lines) + 1})}


def test_a_new_file_is_all_changed_and_a_strange_name_is_read(desk: Path) -> None:
    (desk / "lillevik/æ å.yml").write_text("a: 1\n", encoding="utf-8")
    assert changed_lines(desk, "HEAD") == {"lillevik/æ å.yml": None}
    git(desk, "add", ".")
    assert changed_lines(desk, "HEAD") == {"lillevik/æ å.yml": frozenset({1})}


def test_what_others_have_changed_meanwhile_is_not_counted(desk: Path) -> None:
    git(desk, "switch", "--quiet", "main")
    change(desk / "lillevik/forums.yml", "weekday: tuesday", "weekday: monday")
    git(desk, "commit", "--quiet", "--all", "--message", "Andre")
    git(desk, "switch", "--quiet", "forslag")
    assert changed_lines(desk, "main") == {}


def test_old_findings_are_left_out_and_counted(desk: Path) -> None:
    change(desk / "lillevik/services/ppt.yml", "reviewed: 2026-09-01", "reviewed: 2024-09-01")
    git(desk, "commit", "--quiet", "--all", "--message", "Gammelt")
    change(desk / "lillevik/services/ppt.yml", "verified: {date: 2026-10-01", "verified: {date: 2024-10-01")
    everything = said_by_handbok("check", "--no-source").stdout
    mine = said_by_handbok("check", "--no-source", "--changed-since", "HEAD")
    assert "[service-reviewed]" in everything
    assert "[contact-verified]" in everything
    assert "[contact-verified]" in mine.stdout
    assert "[service-reviewed]" not in mine.stdout
    assert mine.stderr == "1 annet funn er på en linje som ikke er endret.\n"


def test_an_error_is_told_wherever_it_is(desk: Path) -> None:
    """What is taken away in one file may be named in another."""
    change(desk / "lillevik/forums.yml", "id: team\n", "id: teamet\n")
    result = said_by_handbok("check", "--no-source", "--changed-since", "HEAD", "--format", "github")
    assert result.returncode == 1
    assert any(
        line.startswith("::error file=handbook/lillevik/") and "forums.yml" not in line
        for line in result.stdout.splitlines()
    )


def test_a_revision_there_is_not_is_told(desk: Path) -> None:
    result = said_by_handbok("check", "--changed-since", "HEAD~7")
    assert result.returncode == 2
    assert result.stderr.startswith("Git kjenner ikke revisjonen «HEAD~7»")


@pytest.mark.parametrize("name", ["linje\nskift.yml", 'anførsel".yml', "tab\t.yml", "omvendt\\skrå.yml", "b\udce5.yml"])
def test_a_name_that_git_writes_as_codes_is_read(desk: Path, name: str) -> None:
    (desk / "lillevik" / name).write_text("a: 1\n", encoding="utf-8")
    assert changed_lines(desk, "HEAD") == {f"lillevik/{name}": None}
    git(desk, "add", ".")
    assert changed_lines(desk, "HEAD") == {f"lillevik/{name}": frozenset({1})}


def test_lines_that_look_like_those_of_a_patch_are_lines_of_their_file(desk: Path) -> None:
    text = "\n".join(["++ lillevik/annen.yml", "@@ -1 +900 @@", "\u2028+++ x", "-- y", "a\r@@ -1 +800 @@"])
    (desk / "lillevik/services/ppt.yml").write_text(text, encoding="utf-8")
    assert changed_lines(desk, "HEAD") == {"lillevik/services/ppt.yml": frozenset({1, 2, 3, 4, 5})}
