"""The shared library as a whole: its version, whether a copy of it has been changed, and what is no municipality."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from builder.load.folder import KIND_NAMES, municipalities, strangers
from builder.load.library_version import digest_of, is_followed, is_untouched, seal, version_of
from builder.model.kinds import KINDS

from tests.support import MINI, ROOT, said_by_handbok, varied


def test_the_shipped_library_says_its_version() -> None:
    assert version_of(ROOT / "handbook" / "common") is not None


def test_records_that_say_no_version_have_none(tmp_path: Path) -> None:
    assert version_of(tmp_path) is None
    (tmp_path / "library.yml").write_text("- a\n", encoding="utf-8")
    assert version_of(tmp_path) is None


def test_a_copy_is_untouched_until_somebody_changes_a_record(tmp_path: Path) -> None:
    copy = shutil.copytree(MINI / "common", tmp_path / "common")
    assert not is_followed(tmp_path)
    seal(copy)
    assert is_followed(tmp_path)
    (copy / "ny.yml").write_text("id: ny\n", encoding="utf-8")
    assert not is_untouched(copy)


def test_the_ends_of_lines_are_no_change(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"id: a\n")
    before = digest_of(tmp_path)
    (tmp_path / "a.yml").write_bytes(b"id: a\r\n")
    assert digest_of(tmp_path) == before


def test_the_names_a_folder_is_known_by_are_those_of_the_kinds() -> None:
    assert set(KINDS) == KIND_NAMES


@pytest.mark.parametrize("name", ["bilder/a.png", "node_modules/pakke/appveyor.yml", "site/index.html"])
def test_a_folder_without_records_is_no_municipality_and_is_told_in_one_sentence(tmp_path: Path, name: str) -> None:
    root = varied(tmp_path, {name: "x"})
    assert municipalities(root) == ("lillevik",)
    assert [told.path for told in strangers(root)] == [str(root / name.split("/", maxsplit=1)[0])]
    said = said_by_handbok("check", "--handbook", str(root))
    assert said.returncode == 0
    assert said.stdout.count("er ingen kommune") == 1


@pytest.mark.parametrize("name", ["Municipality.yml", "services/x.yml", "roles.yaml"])
def test_a_folder_with_records_is_a_municipality_also_when_it_is_not_described(tmp_path: Path, name: str) -> None:
    root = varied(tmp_path, {f"storevik/{name}": "id: x\n"})
    assert municipalities(root) == ("lillevik", "storevik")


def test_what_is_built_may_not_lie_among_the_data(tmp_path: Path) -> None:
    root = varied(tmp_path, {})
    said = said_by_handbok("build", "--handbook", str(root), "--output", str(root / "site"), "--no-pdf")
    assert said.returncode == 2
    assert "ligger i datamappa" in said.stderr
    assert not (root / "site").exists()


def test_what_only_those_who_keep_the_library_can_mend_is_counted_and_shown_when_asked_for(tmp_path: Path) -> None:
    glossary = (MINI / "common" / "glossary.yml").read_text(encoding="utf-8")
    faulty = glossary + "- id: gammelt\n  term: Gammelt\n  meaning: Rådmannen bestemmer.\n"
    root = varied(tmp_path, {"common/glossary.yml": faulty})
    kept = said_by_handbok("check", "--handbook", str(root)).stdout
    assert "common/glossary.yml" in kept
    seal(root / "common")
    left = said_by_handbok("check", "--handbook", str(root))
    assert "common/glossary.yml" not in left.stdout
    assert "gjelder det felles biblioteket" in left.stderr
    assert "common/glossary.yml" in said_by_handbok("check", "--library", "--handbook", str(root)).stdout
