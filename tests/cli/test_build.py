"""`handbok build`: what is published is whole, the same every time, and left alone when the data is wrong."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import BROKEN, SCHOOL, assert_plain, contents
from tests.support import (
    MINI,
    ROOT,
    SLUG,
    Document,
    environment_with,
    mini_file,
    said_by_handbok,
    varied,
)


def test_a_build_publishes_site_book_and_portal(published: Path) -> None:
    files = contents(published)
    for name in (
        "index.html",
        "lillevik/index.html",
        "lillevik/handbok-lillevik.pdf",
        "lillevik/tjenester/ppt.html",
    ):
        assert name in files
    portal = Document((published / "index.html").read_text(encoding="utf-8"))
    assert {"lillevik/index.html", "lillevik/handbok-lillevik.pdf"} <= set(portal.addresses)
    assert "Lillevik" in portal.text
    assert "Bygd 22. november 2026" in portal.text
    loaded = {name for name in files if name.startswith("assets/")}
    assert {name.split("/")[1] for name in loaded} == {
        "favicon.svg",
        "fonts",
        "fonts.css",
        *(path.name for path in (published / "assets").glob("*.portal.css")),
    }
    assert set(portal.addresses) >= loaded - {name for name in loaded if "/fonts/" in name}


def test_nothing_is_left_lying_after_a_build(published: Path) -> None:
    assert [path.name for path in published.rglob(".*")] == []
    assert [path.name for path in MINI.parent.iterdir()] == [MINI.name]


def test_every_page_of_a_site_is_made_from_data(published: Path) -> None:
    """What is written to those who read the source, such as a README among the files of the site, is no page."""
    pages = {path.relative_to(published / SLUG).as_posix() for path in (published / SLUG).rglob("*.html")}
    assert not {page for page in pages if page.startswith("assets/")}
    assert [
        path for path in (published / SLUG).rglob("*") if path.suffix == ".md" or "readme" in path.name.lower()
    ] == []
    assert (published / SLUG / "assets/vendor/minisearch/LICENSE.txt").is_file()
    assert (ROOT / "templates/static/assets/vendor/README.md").is_file()


def test_every_file_a_page_needs_is_there_and_nothing_is_fetched_from_others(published: Path) -> None:
    site = published / SLUG
    for path in site.rglob("*.html"):
        for tag, attributes in Document(path.read_text(encoding="utf-8")).tags:
            needed = attributes.get("src") or (attributes.get("href") if tag == "link" else None)
            if not needed or attributes.get("rel") in ("canonical", "prev", "next") or needed.startswith("data:"):
                continue
            assert not re.match(r"(https?:)?//", needed), (path.name, needed)
            target = site / needed.lstrip("/") if path.name == "404.html" else path.parent / needed
            assert target.resolve().exists(), (path.name, needed)


def test_every_link_of_the_site_leads_somewhere(published: Path) -> None:
    site = published / SLUG
    documents = {
        path: Document(path.read_text(encoding="utf-8")) for path in site.rglob("*.html") if path.name != "404.html"
    }
    for path, document in documents.items():
        for address in document.addresses:
            if re.match(r"[a-z]+:", address):
                continue
            file, _, anchor = address.partition("#")
            target = (path.parent / file).resolve() if file else path
            target = target / "index.html" if target.is_dir() else target
            assert target.exists(), (path.name, address)
            if anchor and target in documents:
                assert anchor in documents[target].ids or anchor == "__skip", (path.name, address)


def test_the_same_data_gives_the_same_bytes(published: Path, published_again: Path) -> None:
    first, again = contents(published), contents(published_again)
    assert first.keys() == again.keys()
    differing = [name for name in first if first[name] != again[name]]
    assert [name for name in differing if not name.startswith(".")] == [], "what the program remembers is its own"


def test_a_build_without_a_book_has_no_book_and_no_link_to_one(small: Path) -> None:
    assert list(small.rglob("*.pdf")) == []
    for name in ("index.html", "lillevik/index.html"):
        assert ".pdf" not in (small / name).read_text(encoding="utf-8")


def test_wrong_data_leaves_the_published_site_untouched(tmp_path: Path, output: Path) -> None:
    before = contents(output)
    root = varied(tmp_path, {SCHOOL: BROKEN})
    result = said_by_handbok("build", "--no-pdf", "--handbook", str(root), "--output", str(output))
    assert result.returncode == 1
    assert (
        f"{root}/{SCHOOL}:5:1: feil: «sumary» er ikke et felt her; mente du «summary»? … og 1 funn som følger av det "
        "[unknown-field]" in result.stderr
    )
    assert "Ikke bygd på grunn av feil i data: Lillevik." in result.stderr
    assert_plain(result)
    assert contents(output) == before


def test_one_municipality_with_errors_does_not_stop_another(tmp_path: Path) -> None:
    root = varied(tmp_path, {})
    shutil.copytree(root / SLUG, root / "storevik")
    (root / "storevik" / "municipality.yml").write_text(
        mini_file("lillevik/municipality.yml").replace("id: lillevik", "id: storevik")
    )
    (root / SCHOOL).write_text(BROKEN)
    target = tmp_path / "ut"
    result = said_by_handbok("build", "--no-pdf", "--jobs", "1", "--handbook", str(root), "--output", str(target))
    assert result.returncode == 1
    assert (target / "storevik" / "index.html").exists()
    assert not (target / SLUG).exists()
    assert "storevik/index.html" in (target / "index.html").read_text(encoding="utf-8")


def test_building_one_municipality_keeps_the_others_in_the_portal(tmp_path: Path, output: Path) -> None:
    root = varied(tmp_path, {})
    shutil.copytree(root / SLUG, root / "storevik")
    changed = (
        mini_file("lillevik/municipality.yml").replace("id: lillevik", "id: storevik").replace("Lillevik", "Storevik")
    )
    (root / "storevik" / "municipality.yml").write_text(changed)
    result = said_by_handbok("build", "storevik", "--no-pdf", "--handbook", str(root), "--output", str(output))
    assert result.returncode == 0
    portal = (output / "index.html").read_text(encoding="utf-8")
    assert "storevik/index.html" in portal
    assert "lillevik/index.html" in portal


@pytest.mark.parametrize("place", ["/proc/handbok", "{tmp}/fil"])
def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path, place: str) -> None:
    (tmp_path / "fil").write_text("x")
    target = place.format(tmp=tmp_path)
    result = said_by_handbok("build", "--no-pdf", "--handbook", str(MINI), "--output", target)
    assert result.returncode == 2
    assert target in result.stderr
    assert_plain(result)


def test_data_that_cannot_be_read_is_told_with_its_name(tmp_path: Path) -> None:
    root = varied(tmp_path, {})
    (root / "lillevik" / "roles.yml").symlink_to(root / "lillevik" / "roles.yml")
    result = said_by_handbok("check", "--handbook", str(root))
    assert_plain(result)
    assert result.returncode == 1
    assert "lillevik/roles.yml:1:1: feil: dette er en lenke" in result.stdout


# The plain engine


def test_plain_mkdocs_builds_the_same_pages(tmp_path: Path, small: Path) -> None:
    environment = environment_with(HANDBOK_FOLDER=str(MINI), HANDBOK_MUNICIPALITY=SLUG)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    result = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert result.returncode == 0, result.stderr
    # What is published also holds what other exits write beside the pages.
    plain, published = contents(tmp_path / "site").keys(), contents(small / SLUG).keys()
    assert plain <= published
    assert {path for path in published if path.endswith(".html")} == {path for path in plain if path.endswith(".html")}


def test_plain_mkdocs_says_which_findings_stop_it(tmp_path: Path) -> None:
    root = varied(tmp_path, {SCHOOL: BROKEN})
    environment = environment_with(HANDBOK_FOLDER=str(root), HANDBOK_MUNICIPALITY=SLUG)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "site")]
    result = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert result.returncode != 0
    assert "«sumary» er ikke et felt her; mente du «summary»?" in result.stderr
    assert "Traceback" not in result.stderr
