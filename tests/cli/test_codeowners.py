"""`handbok codeowners`: shown, written, and held against what is there."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.support import said_by_handbok, varied


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a data folder and the accounts of its owners."""
    subprocess.run(("git", "init", "--quiet", str(tmp_path)), check=True)
    varied(tmp_path, {})
    (tmp_path / "accounts.yml").write_text("rest: redaksjonen\nppt: kari\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_is_shown(desk: Path) -> None:
    result = said_by_handbok("codeowners")
    assert result.returncode == 0
    assert result.stdout.startswith("# Hvem som svarer for hva.")
    assert "\n/handbook/ @redaksjonen\n" in result.stdout


def test_it_is_written_where_it_is_read_and_then_stands(desk: Path) -> None:
    target = (".github/CODEOWNERS",)
    assert said_by_handbok("codeowners", "--check", "--output", *target).returncode == 1
    assert not Path(*target).exists()
    assert "Skrev .github/CODEOWNERS" in said_by_handbok("codeowners", "--output", *target).stdout
    assert said_by_handbok("codeowners", "--check", "--output", *target).returncode == 0
    (desk / "accounts.yml").write_text("rest: andre\n", encoding="utf-8")
    result = said_by_handbok("codeowners", "--check", "--output", *target)
    assert result.returncode == 1
    assert "Rett med: handbok codeowners --output .github/CODEOWNERS" in result.stderr


def test_owners_without_an_account_are_told(desk: Path) -> None:
    (desk / "accounts.yml").write_text("rest: redaksjonen\n", encoding="utf-8")
    told = said_by_handbok("codeowners").stderr
    assert told.startswith("Uten konto i accounts.yml, så de som har «rest», svarer for dem: ")


def test_without_accounts_it_says_how_to_write_them(desk: Path) -> None:
    (desk / "accounts.yml").unlink()
    result = said_by_handbok("codeowners")
    assert result.returncode == 2
    assert result.stderr.startswith("Fant ikke accounts.yml. Skriv den slik")


def test_below_the_top_of_a_repository_paths_are_from_the_top(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk / "handbook")
    assert (
        "\n/handbook/ @redaksjonen\n"
        in said_by_handbok("codeowners", "--handbook", ".", "--accounts", "../accounts.yml").stdout
    )


def test_a_mistake_in_the_accounts_is_told_with_its_place(desk: Path) -> None:
    (desk / "accounts.yml").write_text("rest: kari og ola\n", encoding="utf-8")
    result = said_by_handbok("codeowners")
    assert result.returncode == 2
    assert result.stderr.startswith("accounts.yml:1:7: «kari og ola» er ikke navnet på en konto")
