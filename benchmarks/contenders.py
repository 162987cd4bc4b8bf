"""What others need for the same work: sites of the same Markdown, indexes of the same site, books of the same text.

What is not installed is told as not measured. Hugo with no theme and Typst are limits, and no alternatives: they know
neither our look nor PDF/UA.
"""

from __future__ import annotations

import gzip
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from bs4 import BeautifulSoup
from pypdf import PdfReader

from benchmarks.measuring import Failed, Row, Took, best, handbok, installed, python, took, unmeasured
from benchmarks.municipalities import HANDBOOK
from benchmarks.site import SLUG, stock_site

#: The bar: times as quick with a whole handbook as mkdocs-to-pdf.
MUCH_FASTER = 3.0
CHROMIUM = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
HUGO = """
title = "Stock"
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = true
"""
LAYOUT = """<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><nav><ul>{{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a>{{ end }}</ul></nav>
<main>{{ .Content }}</main></body></html>
"""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
TEXTS = (*HEADINGS, "p", "li", "dt", "dd", "td", "th")
#: Reads the edition, and makes our search index too when it is asked to.
OURS_INDEXED = """
import sys
from pathlib import Path
from builder import clock
from builder.check.checker import check
from builder.edition.edition import Edition
from builder.load.folder import Folder
from builder.model.kinds import KINDS
from builder.search import search_index
edition = Edition(check(Folder(Path(sys.argv[1]), KINDS).load(sys.argv[2]), clock.today()).handbook)
chapters = edition.chapters()
if len(sys.argv) > 3:
    Path(sys.argv[3]).write_text(search_index(edition, chapters, None), encoding="utf-8")
"""
TYPST = """
#set document(title: "Handbok")
#set page(paper: "a4", numbering: "1")
#set text(size: 9pt, lang: "nb")
#set heading(numbering: "1.1")
#outline(depth: 2)
#for line in json("lines.json") {
  if line.level > 0 { heading(level: line.level, line.text) } else { par(line.text) }
}
"""
TYPST_BOOK = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], pdf_standards=['ua-1'])"


@dataclass(frozen=True, slots=True)
class Builder:
    """What builds a site of Markdown pages: its package, and the command for a folder that is made ready for it.

    The site is put below that folder, in `site` or `public`.
    """

    name: str
    package: str
    ready: Callable[[Path], None]
    command: Callable[[Path], list[str | Path]]


def sites(folder: Path, _size: int) -> Iterator[Row]:
    """Ours from YAML, and what others make of the very same Markdown pages, each from nothing."""
    stock = folder / "stock"
    pages = stock_site(stock)
    build = [*handbok("build", SLUG), "--no-pdf", "--jobs", "1", "--fresh", "--output", folder / "ours"]
    ours = best([took(build) for _ in "12"])
    yield Row("pages", pages, "pages")
    yield Row("ours, from YAML", pages / ours.processor, "pages/s", note=str(ours))
    for builder in BUILDERS:
        yield from _beside(builder, stock, folder, pages, ours)
    yield from _indexes(folder)


def _beside(builder: Builder, stock: Path, folder: Path, pages: int, ours: Took) -> Iterator[Row]:
    if not installed(builder.package):
        yield unmeasured(builder.name, "pages/s", builder.package)
        return
    try:
        theirs = best([took(builder.command(_fresh(builder, stock, folder))) for _ in "12"])
    except Failed as error:
        yield Row(builder.name, None, "pages/s", note=f"did not build: {str(error).strip().splitlines()[-1]}")
        return
    made = sum(1 for output in ("site", "public") for _ in (folder / builder.package / output).rglob("*.html"))
    if made < pages:
        yield Row(builder.name, None, "pages/s", note=f"made {made} pages of {pages}")
        return
    yield Row(builder.name, pages / theirs.processor, "pages/s", note=str(theirs))
    yield Row(f"ours against {builder.name}", theirs.processor / ours.processor, "times")


def _fresh(builder: Builder, stock: Path, folder: Path) -> Path:
    """A copy of the pages in which nothing has been built."""
    place = folder / builder.package
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(stock, place, ignore=shutil.ignore_patterns("site", ".cache"))
    builder.ready(place)
    return place


def _as_it_is(_place: Path) -> None:
    """The settings of MkDocs are read by those that follow it."""


def _for_hugo(place: Path) -> None:
    """With a layout of a few lines and a menu of all pages, and the first page of a folder as Hugo calls it."""
    (place / "docs").rename(place / "content")
    for page in place.rglob("index.md"):
        page.rename(page.with_name("_index.md"))
    (place / "hugo.toml").write_text(HUGO, encoding="utf-8")
    for layout in ("single", "list"):
        path = place / "layouts" / "_default" / f"{layout}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(LAYOUT, encoding="utf-8")


BUILDERS = (
    Builder(
        "stock MkDocs and Material",
        "mkdocs",
        _as_it_is,
        lambda place: python("-m", "mkdocs", "build", "--quiet", "-f", place / "mkdocs.yml"),
    ),
    Builder(
        "ProperDocs and Material",
        "properdocs",
        _as_it_is,
        lambda place: python("-m", "properdocs", "build", "--quiet", "-f", place / "mkdocs.yml"),
    ),
    Builder(
        "Zensical", "zensical", _as_it_is, lambda place: python("-m", "zensical", "build", "-f", place / "mkdocs.yml")
    ),
    Builder(
        "Hugo, no theme: a limit",
        "hugo",
        _for_hugo,
        lambda place: [Path(sys.executable).with_name("hugo"), "--quiet", "--source", place],
    ),
)


def _indexes(folder: Path) -> Iterator[Row]:
    """What it takes to make what is searched, and what a reader's browser gets of it."""
    read, index = (HANDBOOK, SLUG), folder / "index.json"
    without = best([took(python("-c", OURS_INDEXED, *read)) for _ in "123"])
    with_it = best([took(python("-c", OURS_INDEXED, *read, index)) for _ in "123"])
    ours = max(with_it.processor - without.processor, 0.01)
    yield Row("our search index", ours, "s", note=f"{_compressed(index) / 1000:.0f} kB compressed, all of it")
    name = "Pagefind's index of our site"
    if not installed("pagefind"):
        yield unmeasured(name, "s", "pagefind")
        return
    output = folder / "pagefind"
    site = folder / "ours" / SLUG
    theirs = best([took(python("-m", "pagefind", "--site", site, "--output-path", output)) for _ in "12"])
    size = sum(path.stat().st_size for path in output.rglob("*") if path.suffix.startswith(".pf_")) / 1000
    yield Row(name, theirs.processor, "s", note=f"{theirs}; {size:.0f} kB, compressed, fetched in parts")
    yield Row("ours against Pagefind", theirs.processor / ours, "times")


def _compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def books(folder: Path, html: Path, ours: Took, pages: int) -> Iterator[Row]:
    """Books of the same HTML or the same text. `ours` is what ours took, of so many pages."""
    yield from _unless_it_fails("Chromium on the same HTML", _chromium(folder, html))
    yield from _unless_it_fails("mkdocs-to-pdf on the same Markdown", _plugin(folder / "plugin", ours, pages))
    yield from _unless_it_fails("Typst on the same text: a limit", _typst(folder / "typst", html))


def _unless_it_fails(name: str, rows: Iterator[Row]) -> Iterator[Row]:
    """What somebody else's program took; where it could not do it, why."""
    try:
        yield from rows
    except Failed as error:
        yield Row(name, None, "pages/s", note=f"failed: {str(error).strip().splitlines()[-1]}")


def _chromium(folder: Path, html: Path) -> Iterator[Row]:
    """Without our styles for paper, which it cannot all read; it numbers no pages in the contents."""
    name = "Chromium on the same HTML"
    if not shutil.which(CHROMIUM[0]):
        yield unmeasured(name, "pages/s", CHROMIUM[0])
        return
    printed = folder / "chromium.pdf"
    command = [*CHROMIUM, f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={printed}", html.as_uri()]
    yield _book(name, printed, took(command))


def _book(name: str, file: Path, took_it: Took, more: str = "") -> Row:
    pages = len(PdfReader(file).pages)
    return Row(name, pages / took_it.processor, "pages/s", note=f"{took_it}, {pages} pages{more}")


def _plugin(folder: Path, ours: Took, pages: int) -> Iterator[Row]:
    """What is measured is both of what it makes, site and PDF, less the site alone.

    Its pages hold far less than ours. So what is compared is the whole handbook, and pages beside it.
    """
    name = "mkdocs-to-pdf on the same Markdown"
    if not installed("mkdocs-to-pdf"):
        yield unmeasured(name, "pages/s", "mkdocs-to-pdf")
        return
    stock_site(folder)
    settings = folder / "mkdocs.yml"
    build = python("-m", "mkdocs", "build", "--quiet", "-f", settings)
    site = took(build)
    data = yaml.safe_load(settings.read_text(encoding="utf-8"))
    data["plugins"] = ["search", {"to-pdf": {"output_path": "book.pdf"}}]
    settings.write_text(yaml.safe_dump(data), encoding="utf-8")
    both = took(build)
    book = Took(both.seconds - site.seconds, both.processor - site.processor, both.mebibytes)
    row = _book(name, folder / "site" / "book.pdf", book, ", untagged")
    yield row
    yield Row("ours against mkdocs-to-pdf", book.processor / ours.processor, "times", at_least=MUCH_FASTER)
    yield Row("by pages, of unlike length", pages / ours.processor / (row.value or 1), "times")


def _typst(folder: Path, html: Path) -> Iterator[Row]:
    """The same text without tables, boxes and links: what a book could cost at the least."""
    name = "Typst on the same text: a limit"
    if not installed("typst"):
        yield unmeasured(name, "pages/s", "typst")
        return
    folder.mkdir(parents=True)
    lines = list(_lines(html.read_text(encoding="utf-8")))
    (folder / "lines.json").write_text(json.dumps(lines, ensure_ascii=False), encoding="utf-8")
    source, printed = folder / "book.typ", folder / "book.pdf"
    source.write_text(TYPST, encoding="utf-8")
    yield _book(name, printed, best([took(python("-c", TYPST_BOOK, source, printed)) for _ in "12"]), ", tagged")


def _lines(html: str) -> Iterator[dict[str, object]]:
    """Each heading, paragraph, item and cell; 0 is the level of what is no heading, and no level is skipped."""
    above = 0
    for element in BeautifulSoup(html, "html.parser").body.find_all(TEXTS):
        text = " ".join(element.get_text(" ").split())
        if text and not element.find(TEXTS):
            level = min(int(element.name[1]), above + 1) if element.name in HEADINGS else 0
            above = level or above
            yield {"level": level, "text": text}
