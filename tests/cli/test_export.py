"""`handbok export`: whole or not at all, and never over what somebody else has written."""

from __future__ import annotations

import json
from pathlib import Path
from unittest import mock

import pytest
from builder.publish import exporting

from tests.support import MINI, SLUG, handbok, mini_file, said_by_handbok, varied


def export(folder: Path, *more: str, handbook: Path = MINI) -> tuple[int, str]:
    done = said_by_handbok("export", str(folder), "--handbook", str(handbook), "--jobs", "1", *more)
    return done.returncode, done.stdout + done.stderr


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a handbook has been exported."""
    assert export(tmp_path / "ut")[0] == 0
    return tmp_path / "ut" / SLUG


def test_it_tells_where_the_pages_are_and_leaves_nothing_else(folder: Path) -> None:
    code, said = export(folder.parent, SLUG)
    assert code == 0
    assert f"Lillevik: {len(list(folder.rglob('*.md')))} sider i {folder}" in said
    assert [path.name for path in folder.parent.iterdir()] == [SLUG]
    assert sorted(path.name for path in folder.iterdir()) == [".handbok-export.json", "docs", "mkdocs.yml"]


def test_the_same_data_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    assert export(tmp_path / "igjen")[0] == 0
    assert everything(tmp_path / "igjen") == everything(folder.parent)


def test_it_is_for_everybody_unless_it_is_said_to_be_for_staff(folder: Path, tmp_path: Path) -> None:
    assert "Intern utgave" not in (folder / "docs/index.md").read_text(encoding="utf-8")
    assert export(tmp_path / "intern", "--edition", "internal")[0] == 0
    assert "Intern utgave" in (tmp_path / "intern" / SLUG / "docs/index.md").read_text(encoding="utf-8")


def test_one_edition_is_never_put_where_the_other_was(folder: Path) -> None:
    before = everything(folder)
    code, said = export(folder.parent, "--edition", "internal")
    assert code == 2
    assert "en annen utgave" in said
    assert everything(folder) == before


def test_what_is_no_longer_there_goes_and_what_is_built_of_it(folder: Path) -> None:
    listed = json.loads((folder / ".handbok-export.json").read_text(encoding="utf-8"))
    (folder / "docs/gammel.md").write_bytes(b"x")
    listed["files"]["docs/gammel.md"] = exporting._sum(b"x")
    (folder / ".handbok-export.json").write_text(json.dumps(listed), encoding="utf-8")
    (folder / "site").mkdir()
    (folder / "site/index.html").write_text("bygd", encoding="utf-8")
    assert export(folder.parent)[0] == 0
    assert not (folder / "docs/gammel.md").exists()
    assert not (folder / "site").exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("docs/index.md", "# Min egen forside"),
        ("docs/min-side.md", "# Min"),
        ("README.md", "Mitt"),
        (".git/HEAD", "ref: refs/heads/main"),
        (".handbok-export.json", "ikke JSON"),
        (".handbok-export.json", "[]"),
    ],
)
def test_what_somebody_has_written_there_is_never_lost(folder: Path, name: str, content: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(content, encoding="utf-8")
    before = everything(folder)
    code, said = export(folder.parent)
    assert code == 2
    assert "ville gått tapt" in said
    assert "json" in name or name.rpartition("/")[2] in said or "HEAD" in said
    assert everything(folder) == before


def test_a_link_to_elsewhere_is_somebody_s_own(folder: Path, tmp_path: Path) -> None:
    elsewhere = (tmp_path / "annet").resolve()
    elsewhere.mkdir()
    folder.rename(tmp_path / "flyttet")
    folder.symlink_to(elsewhere)
    assert export(folder.parent)[0] == 2
    assert not list(elsewhere.iterdir())


@pytest.mark.parametrize("there", ["folder", "file"])
def test_only_into_a_folder_that_is_new_or_empty(tmp_path: Path, there: str) -> None:
    if there == "folder":
        (tmp_path / SLUG).mkdir()
        (tmp_path / SLUG / "notat.txt").write_text("viktig", encoding="utf-8")
    else:
        (tmp_path / SLUG).write_text("viktig", encoding="utf-8")
    code, said = export(tmp_path)
    assert (code, "ville gått tapt" in said) == (2, True)
    (tmp_path / "ny" / SLUG).mkdir(parents=True)
    assert export(tmp_path / "ny")[0] == 0


def test_never_among_the_data(tmp_path: Path) -> None:
    root = varied(tmp_path, {})
    code, said = export(root / "ut", handbook=root)
    assert code == 2
    assert "ville blitt lest som data" in said
    assert not (root / "ut").exists()


def test_a_handbook_with_errors_is_told_of_and_stays_as_it_was(tmp_path: Path) -> None:
    root = varied(tmp_path, {})
    assert export(tmp_path / "ut", handbook=root)[0] == 0
    before = everything(tmp_path / "ut")
    service = root / "lillevik/services/ppt.yml"
    service = service if service.exists() else next((root / "lillevik").rglob("services*.yml"))
    service.write_text(service.read_text(encoding="utf-8") + "\nukjent: x\n", encoding="utf-8")
    code, said = export(tmp_path / "ut", handbook=root)
    assert code == 1
    assert "Ikke eksportert på grunn av feil i data: Lillevik." in said
    assert everything(tmp_path / "ut") == before


def test_where_it_cannot_be_written_nothing_is_lost(folder: Path) -> None:
    before = everything(folder)
    with mock.patch.object(exporting.Staging, "write", side_effect=OSError(28, "No space left on device")):
        code, said = export(folder.parent)
    assert code == 2
    assert "Det er ikke plass" in said
    assert everything(folder.parent) == {f"{SLUG}/{path}": content for path, content in before.items()}


def test_several_processes_write_the_same(tmp_path: Path) -> None:
    root = varied(tmp_path, {})
    (root / "storevik").mkdir()
    for path in (root / SLUG).rglob("*.yml"):
        target = root / "storevik" / path.relative_to(root / SLUG)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    (root / "storevik/municipality.yml").write_text(
        mini_file("lillevik/municipality.yml").replace("id: lillevik", "id: storevik"), encoding="utf-8"
    )
    assert export(tmp_path / "en", handbook=root)[0] == 0
    done = handbok("export", str(tmp_path / "to"), "--handbook", str(root), "--jobs", "2")
    assert done.returncode == 0, done.stderr
    assert everything(tmp_path / "to") == everything(tmp_path / "en")
