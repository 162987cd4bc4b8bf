"""`handbok proposals`: the files are laid in, and none that is there is changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import mini_file, said_by_handbok, varied


def test_files_are_written_and_those_that_are_there_stand(tmp_path: Path) -> None:
    mine = tmp_path / ".github/workflows/publiser.yml"
    mine.parent.mkdir(parents=True)
    mine.write_text("name: Min\n", encoding="utf-8")
    result = said_by_handbok("proposals", "github", "--output", str(tmp_path))
    assert result.returncode == 0
    assert "Skrev .github/workflows/forslag.yml\n" in result.stdout
    assert ".github/workflows/publiser.yml er der fra før, og står som den var.\n" in result.stdout
    assert mine.read_text(encoding="utf-8") == "name: Min\n"
    assert (tmp_path / "requirements.txt").is_file()
    again = said_by_handbok("proposals", "github", "--output", str(tmp_path))
    assert "Skrev" not in again.stdout


@pytest.mark.parametrize(("host", "file"), [("github", ".github/workflows/forslag.yml"), ("gitlab", ".gitlab-ci.yml")])
def test_each_place_has_files_of_its_own(tmp_path: Path, host: str, file: str) -> None:
    assert said_by_handbok("proposals", host, "--output", str(tmp_path)).returncode == 0
    assert (tmp_path / file).is_file()


@pytest.mark.parametrize(
    ("standard", "asked", "named"),
    [("nn", (), "Framlegg"), ("nb", (), "Forslag"), ("nn", ("--language", "nb"), "Forslag"), ("tull", (), "Forslag")],
)
def test_they_are_in_the_language_of_the_handbook(
    tmp_path: Path, standard: str, asked: tuple[str, ...], named: str
) -> None:
    text = mini_file("lillevik/municipality.yml").replace("written_standard: nb", f"written_standard: {standard}")
    root = varied(tmp_path, {"lillevik/municipality.yml": text})
    said_by_handbok("proposals", "github", "--output", str(tmp_path), "--handbook", str(root), *asked)
    written = (tmp_path / ".github/workflows/forslag.yml").read_text(encoding="utf-8")
    assert f"\nname: {named}\n" in written


def test_another_place_is_told(tmp_path: Path) -> None:
    result = said_by_handbok("proposals", "gitea", "--output", str(tmp_path))
    assert result.returncode == 2
    assert "github" in result.stderr
