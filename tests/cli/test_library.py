"""`handbok library`: what is followed, a copy of it, and a newer one taken into use without losing anything."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from builder import resources

from tests.support import MINI, SLUG, said_by_handbok

ABOUT = "id: felles\nversion: '{}'\ndate: 2026-11-01\nchanges: Nytt.\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The miniature handbook, which follows a library that is shipped."""
    shutil.copytree(MINI / SLUG, tmp_path / "data" / SLUG)
    shutil.copytree(MINI / "common", tmp_path / "shipped")
    monkeypatch.setattr(resources, "SHARED", tmp_path / "shipped")
    ship("2026.11", "Felles")
    return tmp_path / "data"


def ship(version: str, role: str) -> None:
    """Another version of the library, where a role has another name."""
    (resources.SHARED / "library.yml").write_text(ABOUT.format(version), encoding="utf-8")
    roles = (MINI / "common" / "roles.yml").read_text(encoding="utf-8")
    changed = roles.replace("name: Du som er bekymret", f"name: {role}")
    (resources.SHARED / "roles.yml").write_text(changed, encoding="utf-8")


def library(root: Path, *arguments: str) -> tuple[int, str]:
    said = said_by_handbok("library", *arguments, "--handbook", str(root))
    return said.returncode, said.stdout + said.stderr


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_show_tells_what_is_followed_and_what_is_built_on(root: Path) -> None:
    (root / SLUG / "roles.yml").write_text("- id: ansatt\n  extends: ansatt\n  name: Vi\n", encoding="utf-8")
    code, said = library(root, "show")
    assert code == 0
    assert "følger det felles biblioteket i programmet, versjon 2026.11" in said
    assert "bygger på roles:ansatt" in said
    assert "har ikke skrevet hvilken versjon" in said


def test_pin_copies_the_library_and_never_writes_over(root: Path) -> None:
    assert library(root, "pin")[0] == 0
    copy = contents(root / "common")
    assert {name: text for name, text in copy.items() if name != ".library"} == contents(resources.SHARED)
    assert "uendret kopi" in library(root, "show")[1]
    code, said = library(root, "pin")
    assert code == 2
    assert "blir ikke skrevet over" in said
    assert contents(root / "common") == copy


def test_upgrade_shows_what_changes_for_readers_and_takes_it_into_use(root: Path) -> None:
    (root / SLUG / "roles.yml").write_text("- id: ansatt\n  extends: ansatt\n  description: Vi.\n", encoding="utf-8")
    library(root, "pin")
    ship("2027.1", "Den som ser noe")
    code, said = library(root, "upgrade", "--yes")
    assert code == 0
    assert "Dette blir endret for leserne av Lillevik:" in said
    assert "Den som ser noe" in said
    assert "roles:ansatt" in said
    assert "2027.1" in (root / "common" / "library.yml").read_text(encoding="utf-8")
    assert "library: 2027.1\n" in (root / SLUG / "municipality.yml").read_text(encoding="utf-8")
    assert sorted(entry.name for entry in root.iterdir()) == ["common", SLUG]


def test_nothing_is_taken_into_use_where_nobody_says_yes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library(root, "pin")
    ship("2027.1", "Den som ser noe")
    before = contents(root)
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    code, said = library(root, "upgrade")
    assert code == 2
    assert "--yes" in said
    assert contents(root) == before


def test_a_copy_that_was_changed_is_not_replaced_unless_told_and_is_then_kept(root: Path) -> None:
    library(root, "pin")
    (root / "common" / "roles.yml").write_text("[]\n", encoding="utf-8")
    ship("2027.1", "Den som ser noe")
    code, said = library(root, "upgrade", "--yes")
    assert code == 2
    assert "extends" in said
    assert library(root, "upgrade", "--yes", "--edited")[0] == 0
    assert (root / ".common-2026.11" / "roles.yml").read_text(encoding="utf-8") == "[]\n"
    library(root, "upgrade", "--yes")
    assert "Den som ser noe" in (root / "common" / "roles.yml").read_text(encoding="utf-8")


def test_by_reference_the_version_that_was_read_is_written_down(root: Path) -> None:
    assert library(root, "upgrade", "--yes")[0] == 0
    assert "2026.11" in (root / SLUG / "municipality.yml").read_text(encoding="utf-8")
    ship("2027.1", "Den som ser noe")
    assert "library-newer" in said_by_handbok("check", "--handbook", str(root)).stdout
    ship("2026.9", "Den som ser noe")
    assert "library-older" in said_by_handbok("check", "--handbook", str(root)).stdout
