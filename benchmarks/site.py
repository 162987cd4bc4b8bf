"""The site of one municipality, beside plain MkDocs with stock Material on the very same Markdown pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml
from builder import clock
from builder.check.checker import check
from builder.edition.edition import Edition
from builder.load.folder import Folder
from builder.model.kinds import KINDS
from builder.render.renderer import MARKDOWN, Renderer
from builder.site.links import SiteLinks

from benchmarks.measuring import Row, Took, best, handbok, python, took
from benchmarks.municipalities import HANDBOOK, generate

SIZE = 10
SLUG = "risor"
ALL = 357
#: The bars: times as many pages a second as MkDocs, by processor time; seconds when nothing has changed, and when one
#: record of one municipality has; seconds for all sites; times as fast with two processes; MiB of a process.
FASTER, UNCHANGED, CHANGED, EVERYTHING, BESIDE, MEMORY = 1.5, 0.5, 2.0, 300.0, 1.8, 400.0


def measure(folder: Path, size: int) -> Iterator[Row]:
    """One municipality cold and unchanged, then so many one after the other and side by side."""
    yield from _against_stock(folder)
    yield from _many(folder, size)


def _against_stock(folder: Path) -> Iterator[Row]:
    pages = stock_site(folder / "stock")
    build = [*handbok("build", SLUG), "--no-pdf", "--jobs", "1", "--output", folder / "site"]
    # One after the other, and the least processor time of each: others on the machine disturb both alike.
    runs = [(_stock(folder), took([*build, "--fresh"])) for _ in "123"]
    stock, ours = (min(each, key=lambda run: run.processor) for each in zip(*runs, strict=True))
    yield Row("pages", pages, "pages")
    yield Row("stock MkDocs and Material", pages / stock.processor, "pages/s", note=str(stock))
    yield Row("cold, from YAML to finished site", pages / ours.processor, "pages/s", note=str(ours))
    yield Row("against stock", stock.processor / ours.processor, "times", at_least=FASTER)
    unchanged = best([took(build) for _ in "123"])
    yield Row("nothing changed", unchanged.seconds, "s", at_most=UNCHANGED, note=str(unchanged))
    yield Row("files written for one", _files(folder / "site" / SLUG), "files")


def _stock(folder: Path) -> Took:
    return took(python("-m", "mkdocs", "build", "--quiet", "-f", folder / "stock" / "mkdocs.yml"))


def _many(folder: Path, size: int) -> Iterator[Row]:
    slugs = generate(folder / "handbook", size)
    build = [*handbok("build", "--handbook", folder / "handbook"), "--no-pdf", "--output", folder / "many"]
    one, several = (took([*build, "--fresh", "--jobs", number]) for number in "12")
    pages = len(list((folder / "many").glob("*/**/*.html")))
    yield Row(f"{size} municipalities, two processes", several.seconds, "s", note=str(several))
    yield Row("processor time of one", one.processor / size, "s", note=f"{pages / size:.0f} pages")
    yield Row(f"{ALL} municipalities, reckoned from these", several.seconds / size * ALL, "s", at_most=EVERYTHING)
    yield Row("two processes against one", one.seconds / several.seconds, "times", at_least=BESIDE)
    yield Row("memory of a process", max(one.mebibytes, several.mebibytes), "MiB", at_most=MEMORY)
    record = folder / "handbook" / slugs[0] / "municipality.yml"
    record.write_text(record.read_text(encoding="utf-8").replace(" Gjelder ", " Dette gjelder "), encoding="utf-8")
    changed = took(build)
    yield Row("one record changed in one of them", changed.seconds, "s", at_most=CHANGED, note=str(changed))


def stock_site(folder: Path) -> int:
    """Writes the same pages as Markdown files, with a configuration that asks for nothing but Material."""
    edition = Edition(check(Folder(HANDBOOK, KINDS).load(SLUG), clock.today()).handbook)
    renderer = Renderer(edition, SiteLinks())
    pages = [page for chapter in edition.chapters() for page in chapter.pages]
    for page in pages:
        path = folder / "docs" / f"{page.path}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(renderer.text(page), encoding="utf-8")
    settings = {
        "site_name": "Stock",
        "use_directory_urls": False,
        "theme": {"name": "material", "language": "nb", "font": False},
        "plugins": ["search"],
        "markdown_extensions": [*MARKDOWN, "toc"],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return len(pages)


def _files(folder: Path) -> int:
    return sum(1 for path in folder.rglob("*") if path.is_file())
