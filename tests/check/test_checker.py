"""Folders of municipalities: one with a name that cannot be an address is a finding, and hides nothing else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from builder.load.folder import PORTAL_ASSETS

from tests.support import MINI, SLUG, handbok, said_by_handbok

NO_ADDRESSES = [
    "Storvik",
    "Stor vik",
    "ås",
    "lille_vik",
    "-vik",
    "vik-",
    "vik.no",
    "vik.",
    "v" * 150,
    "__pycache__",
    PORTAL_ASSETS,
]


def with_folder(target: Path, name: str, complete: bool = True) -> Path:
    """A handbook with a second municipality in a folder with this name, with or without `municipality.yml`."""
    root = target / "handbook"
    shutil.copytree(MINI, root)
    shutil.copytree(root / SLUG, root / name)
    (root / SLUG / "plans.yml").write_text("- id: plan\n", encoding="utf-8")
    if not complete:
        (root / name / "municipality.yml").unlink()
    return root


@pytest.mark.parametrize("complete", [True, False])
@pytest.mark.parametrize("name", NO_ADDRESSES)
def test_a_folder_that_cannot_be_an_address_is_one_finding_and_the_others_are_checked(
    tmp_path: Path, name: str, complete: bool
) -> None:
    root = with_folder(tmp_path, name, complete)
    result = said_by_handbok("check", "--handbook", str(root), "--format", "json")
    assert result.returncode == 1
    assert result.stderr == ""
    errors = [found for found in json.loads(result.stdout) if found["severity"] == "error"]
    own = [found for found in errors if found["path"].startswith(str(root / name))]
    assert [(found["path"], found["rule"]) for found in own] == [(str(root / name), "municipality")]
    assert f"mappa «{name}» må hete noe" in own[0]["message"]
    assert {found["rule"] for found in errors if found["path"].startswith(str(root / SLUG))} == {"missing-field"}


def test_it_is_told_in_text_too_with_what_is_right(tmp_path: Path) -> None:
    root = with_folder(tmp_path, "Stor vik")
    result = said_by_handbok("check", "--handbook", str(root), "Stor vik")
    message = (
        "mappa «Stor vik» må hete noe annet, som «stor-vik»: bare små bokstaver a–z, tall og bindestrek, og ikke for "
        "langt, fordi det blir en nettadresse"
    )
    assert f"{root / 'Stor vik'}:1:1: feil: {message} [municipality]" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr


def test_status_tells_of_both(tmp_path: Path) -> None:
    root = with_folder(tmp_path, "Ås", complete=False)
    result = said_by_handbok("status", "--handbook", str(root), "--format", "json")
    assert result.returncode == 0
    assert sorted(one["municipality"] for one in json.loads(result.stdout)) == [SLUG, "Ås"]


def test_the_others_are_built(tmp_path: Path) -> None:
    root, output = with_folder(tmp_path, "Ås"), tmp_path / "ut"
    shutil.copyfile(MINI / SLUG / "plans.yml", root / SLUG / "plans.yml")
    result = handbok("build", "--no-pdf", "--handbook", str(root), "--output", str(output))
    assert result.returncode == 1
    assert "Traceback" not in result.stdout + result.stderr
    assert "mappa «Ås»" in result.stdout + result.stderr
    assert (output / SLUG / "index.html").is_file()
    assert not (output / "Ås").exists()
