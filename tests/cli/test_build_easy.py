"""The edition in easy language is built beside the handbook: never over it, and not where there is nothing to build."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.support import MINI, handbok, mini_file, varied

PPT = "lillevik/services/ppt.yml"


def build(root: Path, output: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return handbok("build", "--no-pdf", "--handbook", str(root), "--output", str(output), *arguments)


def test_it_is_a_site_of_what_families_read_and_takes_no_handbooks_place(tmp_path: Path) -> None:
    easy = build(MINI, tmp_path / "lett", "--edition", "easy")
    assert easy.returncode == 0, easy.stderr
    site = tmp_path / "lett/lillevik"
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert {"index.html", "for-familier/hjelp-ppt.html"} <= pages
    assert not [page for page in pages if page.startswith(("tjenester", "situasjoner", "kontakter"))]
    assert not (site / "handbook.json").exists()
    assert "Rektor" not in "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.html"))
    assert build(MINI, tmp_path / "lett", "--edition", "easy").stdout.startswith("Uendret siden sist: 1.")
    whole = build(MINI, tmp_path / "hel")
    assert whole.returncode == 0, whole.stderr
    before = (tmp_path / "hel/lillevik/index.html").read_bytes()
    over = build(MINI, tmp_path / "hel", "--edition", "easy")
    assert over.returncode == 2
    assert "er den vanlige håndboka" in over.stderr
    assert (tmp_path / "hel/lillevik/index.html").read_bytes() == before


def test_where_nothing_is_written_that_is_told(tmp_path: Path) -> None:
    text = mini_file(PPT)
    root = varied(tmp_path, {PPT: text[: text.index("families:")]})
    refused = build(root, tmp_path / "ut", "--edition", "easy")
    assert refused.returncode == 2
    assert "ingen lettleste tekster til familier" in refused.stderr
    assert not (tmp_path / "ut").exists()
