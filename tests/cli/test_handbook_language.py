"""The command speaks the language of the handbook it works on, until somebody says another."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder.cli.handbook_language import handbook_language
from builder.cli.terminal import wanted_language

from tests.support import mini_file, said_by_handbok, varied


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with a handbook in nynorsk."""
    return varied(
        tmp_path,
        {"lillevik/municipality.yml": mini_file("lillevik/municipality.yml").replace("standard: nb", "standard: nn")},
    )


def test_it_is_that_of_the_only_handbook(root: Path) -> None:
    assert handbook_language(["check", "--handbook", str(root)]) == "nn"
    assert wanted_language(["check", f"--handbook={root}"]) == "nn"


def test_an_option_and_the_variable_win(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert wanted_language(["check", "--handbook", str(root), "--language", "en"]) == "en"
    monkeypatch.setenv("HANDBOK_LANGUAGE", "nb")
    assert wanted_language(["check", "--handbook", str(root)]) == "nb"


def test_of_several_it_is_that_of_those_named(root: Path) -> None:
    other = root / "storevik" / "municipality.yml"
    other.parent.mkdir()
    other.write_text("id: storevik\nwritten_standard: nb\n", encoding="utf-8")
    assert handbook_language(["check", "--handbook", str(root)]) is None
    assert handbook_language(["check", "lillevik", "--handbook", str(root)]) == "nn"
    assert handbook_language(["check", "storevik", "--handbook", str(root)]) == "nb"


def test_where_there_is_none_it_is_that_of_the_program(tmp_path: Path) -> None:
    assert handbook_language(["check", "--handbook", str(tmp_path)]) is None
    assert wanted_language(["check", "--handbook", str(tmp_path / "borte")]) == "nb"


def test_findings_are_told_in_it(root: Path) -> None:
    (root / "lillevik" / "ukjend.yml").write_text("id: x\n", encoding="utf-8")
    told = said_by_handbok("check", "--handbook", str(root))
    assert "ikkje" in told.stdout + told.stderr
    assert "ikke " not in told.stdout
