"""What browsers keep for reading without a network: all that pages are made of, once, with a revision."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from builder.site.offline import FILE, revision

from tests.support import SLUG

#: Larger than all pages together, or for other programs.
NOT_KEPT = {".pdf", ".ics", ".vcf", ".json", ".jsonld", ".atom", ".xml", ".gz", ".txt", ".md"}


@pytest.fixture
def site(published: Path) -> Path:
    return published / SLUG


@pytest.fixture
def kept(site: Path) -> dict[str, Any]:
    text = (site / FILE).read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text.removeprefix("self.handbokKeep = ").removesuffix(";\n"))
    return found


def test_all_that_pages_are_made_of_is_kept_once(site: Path, kept: dict[str, Any]) -> None:
    listed = [entry["url"] for entry in (*kept["first"], *kept["rest"])]
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert len(listed) == len(set(listed))
    assert set(listed) <= files
    left = {path for path in files - set(listed) if Path(path).suffix not in NOT_KEPT}
    assert {path for path in left if not path.startswith("assets/vendor/workbox/")} == {"404.html", "sw.js", FILE}


def test_what_is_urgent_comes_first(kept: dict[str, Any]) -> None:
    first = {entry["url"] for entry in kept["first"]}
    assert {"index.html", "kontakter.html", "uten-nett.html", "situasjoner/index.html"} <= first
    assert {"assets/handbok.css", "assets/pages.js", "assets/search/index.js"} <= first
    assert "ordliste.html" not in first
    assert kept["fallback"] in first


def test_a_revision_is_that_of_the_file(site: Path, kept: dict[str, Any]) -> None:
    for entry in (*kept["first"], *kept["rest"]):
        assert entry["revision"] == revision((site / entry["url"]).read_bytes())


def test_a_page_that_was_only_built_again_has_the_same_revision(site: Path) -> None:
    page = (site / "ordliste.html").read_text(encoding="utf-8")
    day = page.partition('<time class="hb-built" datetime="')[2].partition('"')[0]
    later = page.replace(day, "2031-01-02")
    assert later != page
    assert revision(later.encode()) == revision(page.encode())
    assert revision(later.replace("<h1", "<h1 hidden").encode()) != revision(page.encode())


def test_every_page_says_when_it_was_built_where_the_worker_looks(site: Path) -> None:
    for path in site.rglob("*.html"):
        if path.name != "404.html":
            assert path.read_text(encoding="utf-8").count('<time class="hb-built" datetime="') == 3, path
