"""What MkDocs does not do by itself for the documentation (`hooks` in mkdocs-docs.yml).

What is written at the top of the repository for those who read it there, is made into pages here, and stands nowhere
else: README.md, CONTRIBUTING.md and CHANGELOG.md. Each page is in the language its name tells.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

ROOT = Path(__file__).parent.parent
FRONT_PAGE = "kom-i-gang.nb.md"
DEVELOPERS = "developers"
_ITEM = re.compile(r"(?:[-*]|\d+\.) +")
_SUFFIX = re.compile(r"\.(?P<language>n[bn])\.md$")


def _of_the_readme(*headings: str) -> str:
    """Sections of the README, the first as the title of a page."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    sections = dict(part.split("\n", 1) for part in text.split("\n## ")[1:])
    return "".join(f"{'##' if number else '#'} {one}\n{sections[one]}\n" for number, one in enumerate(headings))


def _whole(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


#: Page in the documentation, and what makes it.
PAGES: dict[str, Callable[[], str]] = {
    "architecture.md": lambda: _of_the_readme("How it works", "Law and sources", "Licence"),
    "commands.md": lambda: _of_the_readme("Using it", "Installing it", "Two commands"),
    "contributing.md": lambda: _whole("CONTRIBUTING.md"),
    "changes.md": lambda: _whole("CHANGELOG.md"),
}
#: Where what is linked to from the top of the repository is found in the documentation.
PLACES = {"CONTRIBUTING.md": "contributing.md", "CHANGELOG.md": "changes.md", "README.md": "architecture.md"}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Lays in the pages that are made, and lets the first page be the front page."""
    for name, text in PAGES.items():
        files.append(File.generated(config, f"{DEVELOPERS}/{name}", content=moved(text())))
    front = files.get_file_from_path(FRONT_PAGE)
    assert front is not None
    front.name, front.dest_uri = "index", "index.html"
    return files


def moved(text: str) -> str:
    """A text from the top of the repository with links that lead from a page for developers.

    A file that is not in the documentation is named, without a link: nobody knows where its repository is published.
    """
    return re.sub(r"\[([^]]*)\]\((?!\w+:|#)([^)#]+)(#[^)]*)?\)", _moved, text)


def _moved(link: re.Match[str]) -> str:
    shown, path, anchor = link[1], link[2], link[3] or ""
    if path in PLACES:
        return f"[{shown}]({PLACES[path]}{anchor})"
    if path.startswith("docs/") and (ROOT / path).is_file():
        return f"[{shown}]({posixpath.relpath(path.removeprefix('docs/'), DEVELOPERS)}{anchor})"
    return shown


def on_page_markdown(text: str, **_: object) -> str:
    """Lists are written as in CommonMark, and read by Python-Markdown."""
    return "\n".join(_nested(text.splitlines()))


def _nested(lines: Iterable[str]) -> Iterator[str]:
    """Lines where what belongs to an item of a list stands four spaces in, instead of where its first word does."""
    columns: list[int] = []
    fenced = False
    for line in lines:
        words = line.lstrip(" ")
        column = len(line) - len(words)
        while words and not fenced and columns and column < columns[-1]:
            columns.pop()
        yield " " * (4 * len(columns) + column - (columns[-1] if columns else 0)) + words
        if words.startswith("```"):
            fenced = not fenced
        elif not fenced and (marker := _ITEM.match(words)):
            columns.append(column + marker.end())


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, **_: object) -> TemplateContext:
    """The words around a page are in the language of the page."""
    config.theme["language"] = language_of(page.file.src_uri)
    return context


def language_of(path: str) -> str:
    """The language of a page: bokmål for those that do not tell, such as the reference that is made of the program."""
    if PurePosixPath(path).parts[0] == DEVELOPERS:
        return "en"
    named = _SUFFIX.search(path)
    return named["language"] if named else "nb"
