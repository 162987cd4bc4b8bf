"""A data folder without shared records of its own follows the library that is shipped."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from builder import resources
from builder.cli.formats.excerpt import Excerpts
from builder.load.folder import Folder
from builder.load.shared import file_of, is_shared
from builder.model.kinds import KINDS
from builder.problem import Mark

from tests.support import MINI, checked, errors, said_by_handbok


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The miniature handbook with its shared part shipped, and none of its own."""
    root = tmp_path / "data"
    shutil.copytree(MINI / "lillevik", root / "lillevik")
    shutil.copytree(MINI / "common", tmp_path / "shipped")
    monkeypatch.setattr(resources, "SHARED", tmp_path / "shipped")
    return root


def test_the_shipped_records_are_used(alone: Path) -> None:
    assert errors(checked(alone)) == []
    assert {d.id for d in Folder(alone, KINDS).common.declarations} == {
        d.id for d in Folder(MINI, KINDS).common.declarations
    }


def test_a_copy_of_its_own_is_used_before_the_shipped_one(alone: Path) -> None:
    (alone / "common").mkdir()
    assert Folder(alone, KINDS).common.declarations == []


def test_findings_name_a_shipped_file_so_that_its_line_can_be_shown(alone: Path) -> None:
    file = resources.SHARED / "glossary.yml"
    file.write_text(file.read_text(encoding="utf-8") + "- id: nytt\n  farge: blå\n", encoding="utf-8")
    lines = file.read_text(encoding="utf-8").count("\n")
    places = {place for place, rule, _ in errors(checked(alone)) if rule == "unknown-field"}
    assert places == {f"felles:glossary.yml:{lines}:3"}
    assert Excerpts().at(Mark("felles:glossary.yml", lines, 3)) == ("  farge: blå", "  ^")


def test_a_check_is_done_again_when_the_shipped_records_change(alone: Path) -> None:
    before = said_by_handbok("check", "--handbook", str(alone)).returncode
    (resources.SHARED / "glossary.yml").write_text("- id: nytt\n  farge: blå\n", encoding="utf-8")
    assert (before, said_by_handbok("check", "--handbook", str(alone)).returncode) == (0, 1)


@pytest.mark.parametrize(
    ("shown", "shared"),
    [
        ("felles:laws/x.yml", True),
        ("handbook/common/laws/x.yml", True),
        ("handbook/risor/laws/x.yml", False),
        ("handbook/risor/pages/common.yml", False),
    ],
)
def test_which_places_are_shared(shown: str, shared: bool) -> None:
    assert is_shared(shown) is shared


def test_a_place_elsewhere_is_the_file_it_names() -> None:
    assert file_of("handbook/risor/roles.yml") == Path("handbook/risor/roles.yml")
