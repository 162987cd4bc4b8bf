"""The documentation of the program: whole, in the languages of its readers, and asking nobody else for anything."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
import yaml
from builder.cli.app import app

from tests.support import ROOT, Document, environment_with

DOCS = ROOT / "docs"
EDITORS = DOCS / "redaktor"
#: What is fetched for a page to be shown, not what it leads to.
_FETCHED = re.compile(r"<(?:script|img|link|iframe|source)\b[^>]*\b(?:src|href)=\"?([^\"\s>]+)|url\(([^)]+)\)")


class _Settings(yaml.SafeLoader):
    """Reads `!ENV` as what it stands beside."""


_Settings.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node))
SETTINGS = yaml.load((ROOT / "mkdocs-docs.yml").read_text(encoding="utf-8"), _Settings)


def in_navigation(entries: list[object]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, dict):
            for inner in entry.values():
                yield from [inner] if isinstance(inner, str) else in_navigation(inner)
        else:
            yield str(entry)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documentation, built as `make docs` does: a link or picture that leads nowhere fails."""
    output = tmp_path_factory.mktemp("documentation")
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict",
         "--config-file", str(ROOT / "mkdocs-docs.yml"), "--site-dir", str(output)],
        env=environment_with(PYTHONPATH=str(ROOT)), capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    return output


def page(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def test_the_navigation_names_every_page_once() -> None:
    named = Counter(in_navigation(SETTINGS["nav"]))
    assert [path for path, times in named.items() if times > 1] == []
    assert {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")} - named.keys() == set()


@pytest.mark.parametrize("path", sorted(EDITORS.glob("*.nb.md")), ids=lambda path: path.name)
def test_what_editors_read_stands_in_nynorsk_too_and_shows_as_much(path: Path) -> None:
    other = path.with_name(path.name.replace(".nb.", ".nn."))
    bokmal, nynorsk = (one.read_text(encoding="utf-8") for one in (path, other))
    for part in (r"^#+ ", r"^ *```\w*$", r"^ *\| ", r"^!\["):
        assert len(re.findall(part, nynorsk, re.MULTILINE)) == len(re.findall(part, bokmal, re.MULTILINE)), part


def test_every_command_is_described() -> None:
    pages = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS.rglob("*.md"))
    told = {name for one in pages for name in re.findall(r"\bhandbok (\w+)", one.read_text(encoding="utf-8"))}
    assert typer.main.get_group(app).commands.keys() - told == set()


def test_it_can_be_built_and_the_front_page_is_the_first_page(site: Path) -> None:
    assert "Begynn her" in Document(page(site, "index.html")).text
    assert not (site / "kom-i-gang.nb.html").exists()


@pytest.mark.parametrize(
    ("path", "language", "words"),
    [
        ("index.html", "nb", "Begynn her"),
        ("kom-i-gang.nn.html", "nn", "Byrj her"),
        ("redaktor/ny-kommune.nn.html", "nn", "Lag handboka"),
        ("felter.html", "nb", "Felter"),
        ("developers/architecture.html", "en", "The program is under the MIT licence"),
        ("developers/commands.html", "en", "handbok explain"),
        ("developers/contributing.html", "en", "Where things go"),
        ("developers/changes.html", "en", "Newest first"),
    ],
)
def test_a_page_says_its_language(site: Path, path: str, language: str, words: str) -> None:
    shown = page(site, path)
    assert f'<html lang="{language}"' in shown or f"<html lang={language}" in shown
    assert words in Document(shown).text


def test_what_belongs_to_a_step_stands_in_it(site: Path) -> None:
    steps = re.search(r"<ol>.*?</ol>", page(site, "redaktor/endre-noe.nb.html"), re.DOTALL)
    assert steps
    assert [len(re.findall(part, steps[0])) for part in ("<li>", "<table>", "<pre>")] == [4, 1, 5]
    assert "contacts: - id: leder role: Leder for PP-tjenesten" in " ".join(Document(steps[0]).text.split())


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 20
    fetched = {
        address
        for one in (*pages, *site.rglob("*.css"))
        for pair in _FETCHED.findall(one.read_text(encoding="utf-8"))
        for address in pair
        if re.match(r"[\"']?(?:https?:)?//", address)
    }
    assert fetched == set()


def test_the_search_knows_norwegian(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert index["config"]["lang"] == ["no", "en"]
    assert any("kontroller" in entry["location"] for entry in index["docs"])


def test_the_schemas_are_published(site: Path) -> None:
    assert {path.name for path in (site / "schema").iterdir()} == {path.name for path in (DOCS / "schema").iterdir()}
