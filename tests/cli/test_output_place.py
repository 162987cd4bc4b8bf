"""Where handbooks may be published: never among the data, around them, or in the place of somebody's own files."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder.cache.editions import CARD, Editions

from tests.support import SLUG, said_by_handbok, varied


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(root: Path, output: str, *names: str) -> str:
    """What is said when a build is refused; nothing is written."""
    before = files(root.parent)
    result = said_by_handbok("build", *names, "--no-pdf", "--handbook", str(root), "--output", output)
    assert result.returncode == 2
    assert files(root.parent) == before
    return result.stderr


@pytest.mark.parametrize("place", ["handbook", "handbook/site", f"handbook/{SLUG}", "handbook/../handbook/ny/site"])
def test_nothing_is_published_among_the_data(tmp_path: Path, place: str) -> None:
    root = varied(tmp_path, {})
    assert "ligger i datamappa" in refused(root, str(tmp_path / place))


def test_a_link_into_the_data_is_seen_through(tmp_path: Path) -> None:
    root = varied(tmp_path, {})
    (tmp_path / "lenke").symlink_to(root / SLUG)
    assert "ligger i datamappa" in refused(root, str(tmp_path / "lenke" / "site"))


@pytest.mark.parametrize("place", ["", "..", "../.."])
def test_the_data_are_not_published_along(tmp_path: Path, place: str) -> None:
    root = varied(tmp_path / "a" / "b" / "c", {})
    assert "har data i seg" in refused(root, str(root.parent / place))


def test_the_data_are_not_published_along_from_the_root(tmp_path: Path) -> None:
    assert "har data i seg" in refused(varied(tmp_path, {}), "/")


@pytest.mark.parametrize("name", [f"{SLUG}/brev.docx", "index.html", "404.html", "assets/logo.svg"])
def test_what_is_somebodys_own_is_not_replaced(tmp_path: Path, name: str) -> None:
    root, mine = varied(tmp_path, {}), tmp_path / "hjemme" / name
    mine.parent.mkdir(parents=True)
    mine.write_text("mitt", encoding="utf-8")
    said = refused(root, str(tmp_path / "hjemme"))
    assert f"hjemme/{name.split('/', maxsplit=1)[0]} er ingen håndbok som er laget her" in said


def test_what_was_published_before_and_what_lies_beside_is_not_in_the_way(tmp_path: Path) -> None:
    for name in (f"{SLUG}/{CARD}", f"{SLUG}/index.html", "index.html", ".git/config", "CNAME", "storevik/brev.docx"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}", encoding="utf-8")
    (tmp_path / "tom").mkdir()
    assert list(Editions(tmp_path).in_the_way([SLUG, "tom", "ny"])) == []
    assert list(Editions(tmp_path / "finnes-ikke").in_the_way([SLUG])) == []
