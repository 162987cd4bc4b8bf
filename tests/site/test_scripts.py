"""The scripts of the pages: one list of the search's, told to the page and kept for reading offline."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from builder.resources import TEMPLATES
from builder.site import offline
from builder.site.scripts import LIBRARIES, published, search_scripts

from tests.support import SLUG

STATIC = TEMPLATES / "static"
OURS = [path for path in STATIC.rglob("*.js") if not path.relative_to(STATIC).as_posix().startswith(LIBRARIES)]


def kept_in(site: Path) -> dict[str, Any]:
    """What a browser keeps of a site."""
    text = (site / offline.FILE).read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text.removeprefix("self.handbokKeep = ").removesuffix(";\n"))
    return found


@pytest.fixture
def site(published: Path) -> Path:
    return published / SLUG


def test_a_page_loads_the_search_and_tells_it_where_the_rest_is(site: Path) -> None:
    page = (site / "kontakter.html").read_text(encoding="utf-8")
    scripts = search_scripts()
    assert f'src="{scripts.page}"' in page
    assert f'data-index="{scripts.index}"' in page
    told = re.search(r'data-scripts="([^"]*)"', page)
    assert told is not None
    assert tuple(told[1].split()) == scripts.engine


def test_everything_listed_is_published_and_kept_for_reading_offline(site: Path) -> None:
    paths = {entry["url"] for entry in kept_in(site)["first"]}
    assert set(search_scripts().fetched) <= paths
    assert all((site / path).is_file() for path in paths)


def test_the_worker_reads_the_list_of_what_is_kept(site: Path) -> None:
    assert f'"{offline.FILE}"' in (site / "sw.js").read_text(encoding="utf-8")
    assert 'data-worker="sw.js"' in (site / "index.html").read_text(encoding="utf-8")
    assert 'data-worker="../sw.js"' in (site / "tjenester" / "index.html").read_text(encoding="utf-8")


def test_readers_do_not_wait_for_comments(site: Path) -> None:
    for path in OURS:
        shipped = (site / path.relative_to(STATIC)).read_text(encoding="utf-8")
        assert shipped == published(path.read_text(encoding="utf-8"))
        assert not re.search(r"^\s*/\*.*\*/\s*$", shipped, re.MULTILINE)


def test_libraries_are_published_as_they_are(site: Path) -> None:
    for path in (STATIC / LIBRARIES).rglob("*.js"):
        assert (site / path.relative_to(STATIC)).read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    ("script", "left"),
    [
        ("/* What it is. */\nrun();\n", "run();\n"),
        ("  /**\n   * @param {string} a\n   */\n  f(a);\n", "  f(a);\n"),
        ("/** @type {A} */ (x).f();\n/* b */\n", "/** @type {A} */ (x).f();\n"),
        ('f("/* no comment */");\n', 'f("/* no comment */");\n'),
        ("x = a /* not alone */ + b;\n", "x = a /* not alone */ + b;\n"),
    ],
)
def test_only_comments_on_lines_of_their_own_are_left_out(script: str, left: str) -> None:
    assert published(script) == left
