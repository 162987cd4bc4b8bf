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

from benchmarks.measuring import Row, best, handbok, python, took
from benchmarks.municipalities import HANDBOOK, generate

SIZE = 10
SLUG = "risor"
ALL = 357
#: The bars: times as many pages a second as MkDocs; seconds when nothing has changed; seconds for all sites.
FASTER, UNCHANGED, EVERYTHING = 1.5, 0.5, 300.0


def measure(folder: Path, size: int) -> Iterator[Row]:
    """One municipality cold and unchanged, then so many side by side."""
    pages = stock_site(folder / "stock")
    stock = best(
        [took(python("-m", "mkdocs", "build", "--quiet", "-f", folder / "stock" / "mkdocs.yml")) for _ in "12"]
    )
    build = [*handbok("build", SLUG), "--no-pdf", "--jobs", "1", "--output", folder / "site"]
    ours = best([took([*build, "--fresh"]) for _ in "12"])
    yield Row("pages", pages, "pages")
    yield Row("stock MkDocs and Material", pages / stock.processor, "pages/s", note=str(stock))
    yield Row("cold, from YAML to finished site", pages / ours.processor, "pages/s", note=str(ours))
    yield Row("against stock", stock.processor / ours.processor, "times", at_least=FASTER)
    unchanged = best([took(build) for _ in "123"])
    yield Row("nothing changed", unchanged.seconds, "s", at_most=UNCHANGED, note=str(unchanged))
    generate(folder / "handbook", size)
    several = took([*handbok("build", "--handbook", folder / "handbook"), "--no-pdf", "--output", folder / "many"])
    yield Row(f"{size} municipalities", several.seconds, "s", note=str(several))
    everything = several.seconds / size * ALL
    yield Row(f"{ALL} municipalities, reckoned from these", everything, "s", at_most=EVERYTHING)
    yield Row("files written for one", _files(folder / "site" / SLUG), "files")


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
