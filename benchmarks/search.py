"""The search, beside the theme's own on the very same pages: whether it finds, how soon, and after how many bytes.

Both are typed into, in Chromium, with the questions the tests keep and with those kept aside.
"""

from __future__ import annotations

import functools
import gzip
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import mean, quantiles
from typing import Any

import yaml
from builder import clock
from builder.check.checker import check
from builder.edition.edition import Edition
from builder.load.folder import Folder
from builder.model.kinds import KINDS
from builder.render.renderer import Renderer
from builder.site.links import SiteLinks
from builder.site.scripts import search_scripts
from playwright.sync_api import Page, sync_playwright

from benchmarks.measuring import ROOT, Row, handbok, python, took

QUERIES = ROOT / "tests" / "demonstration" / "queries"
SETS = {
    "kept with the tests": ("relevance", 0.95),
    "kept aside, first": ("held-out", 0.85),
    "second": ("held-out-2", 0.85),
    "third": ("held-out-3", 0.85),
    "fourth, written from the pages alone": ("held-out-4", 0.90),
}
SITES = ("risor", "harstad")
SIZE = len(SITES)
STOCK_CONFIG = """
site_name: Stock
use_directory_urls: false
theme: {name: material, language: nb, font: false}
plugins: [{search: {lang: "no"}}]
markdown_extensions: [attr_list, md_in_html]
"""
#: What each loads before its first result, below a site's root.
OURS = search_scripts().fetched
STOCK = ("assets/javascripts/workers/search.*.js", "search/search_index.json")
ENOUGH_MS = 1500
_CLOCK = """() => {
    window.firstKey = window.firstHit = 0;
    addEventListener('keydown', () => { firstKey ||= performance.now(); }, true);
    new MutationObserver(() => { if (document.querySelector('.hb-hit')) firstHit ||= performance.now(); })
        .observe(document.body, {subtree: true, childList: true});
}"""
_READ_AGAIN = """() => {
    const start = performance.now();
    handbokSearch.index(handbokSearch.data);
    return performance.now() - start;
}"""
_LATENCIES = """questions => questions.flatMap(question => [question, question.slice(0, -2)]).map(question => {
    const start = performance.now();
    handbokSearch.find(question);
    return performance.now() - start;
})"""


def measure(folder: Path, _size: int) -> Iterator[Row]:
    """Builds the demonstration handbooks both ways, and asks them."""
    ours, stock = folder / "ours", folder / "stock"
    took(handbok("build", "--no-pdf", "--output", ours))
    for slug in SITES:
        _build_stock(stock / slug)
    yield from _bytes(ours, stock)
    with _served(folder) as address, sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        # Waiting is done by evaluating text, which the policy of the pages forbids.
        page = browser.new_context(service_workers="block", bypass_csp=True).new_page()
        yield from _speed(page, f"{address}/ours/risor")
        for name, (file, bar) in SETS.items():
            questions = yaml.safe_load((QUERIES / f"{file}.yml").read_text(encoding="utf-8"))
            yield from _relevance(f"{name}, ours", _asked(page, f"{address}/ours", questions, _ask_ours), bar)
            yield from _relevance(f"{name}, stock", _asked(page, f"{address}/stock", questions, _ask_stock), None)
        browser.close()


def _build_stock(folder: Path) -> None:
    """The same pages as Markdown, built with the theme as it comes."""
    edition = Edition(check(Folder(ROOT / "handbook", KINDS).load(folder.name), clock.today()).handbook)
    renderer = Renderer(edition, SiteLinks())
    source = folder.with_name(f"{folder.name}-source")
    for page in (page for chapter in edition.chapters() for page in chapter.pages):
        path = source / "docs" / f"{page.path}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        title = json.dumps(renderer.translate(page.title), ensure_ascii=False)
        path.write_text(f"---\ntitle: {title}\n---\n\n{renderer.text(page)}", encoding="utf-8")
    (source / "mkdocs.yml").write_text(STOCK_CONFIG, encoding="utf-8")
    took(python("-m", "mkdocs", "build", "--quiet", "--config-file", source / "mkdocs.yml", "--site-dir", folder))


def _bytes(ours: Path, stock: Path) -> Iterator[Row]:
    for slug in SITES:
        theirs = _compressed(stock / slug, STOCK)
        yield Row(f"bytes before the first result, {slug}: stock", theirs / 1000, "kB")
        yield Row(f"ours, {slug}", _compressed(ours / slug, OURS) / 1000, "kB", at_most=theirs / 1000)


def _compressed(site: Path, patterns: tuple[str, ...]) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 9)) for pattern in patterns for path in site.glob(pattern))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        pass


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def _speed(page: Page, site: str) -> Iterator[Row]:
    """First key to first result where the field has been turned to, and each question after that."""
    waits = []
    for _ in range(5):
        page.goto(f"{site}/index.html")
        page.evaluate(_CLOCK)
        page.locator("main form[role=search] input[type=search]").focus()
        page.wait_for_timeout(ENOUGH_MS)
        page.keyboard.type("b")
        page.wait_for_selector(".hb-hit")
        waits.append(page.evaluate("firstHit - firstKey"))
    note = ", ".join(f"{wait:.0f}" for wait in waits)
    yield Row("first key to first result, warm page", sorted(waits)[2], "ms", at_most=150, note=note)
    questions = [q["query"] for q in yaml.safe_load((QUERIES / "relevance.yml").read_text(encoding="utf-8"))]
    latencies = page.evaluate(_LATENCIES, questions)
    yield Row(
        "query, 95th percentile", quantiles(latencies, n=20)[-1], "ms", at_most=20, note=f"{len(latencies)} asked"
    )
    yield Row("to read the index", min(page.evaluate(_READ_AGAIN) for _ in range(3)), "ms")


Ask = Callable[[Page, str], list[str]]


def _asked(page: Page, root: str, questions: list[dict[str, Any]], ask: Ask) -> list[tuple[str, float, bool]]:
    """For each question its kind, its reciprocal rank among the first ten, and whether anything was found."""
    found = []
    for slug in SITES:
        page.goto(f"{root}/{slug}/tjenester/ppt.html")
        for question in (one for one in questions if one["site"] == slug):
            shown = [link.split(f"/{slug}/")[1].partition("?")[0] for link in ask(page, question["query"])]
            found.append((question["kind"], _rank(shown, question["expect"]), bool(shown)))
    return found


def _rank(links: list[str], expected: list[str]) -> float:
    return next((1 / place for place, link in enumerate(links[:10], 1) if _answers(link, expected)), 0.0)


def _answers(link: str, expected: list[str]) -> bool:
    """The theme's search does not know places within pages as exactly, so the page is enough for both."""
    page = link.partition(".html")[0]
    return any(page == place.partition("#")[0] or page.startswith(f"{place}/") for place in expected)


def _ask_ours(page: Page, question: str) -> list[str]:
    if not page.locator("#hb-find").is_visible():
        page.keyboard.press("/")
    page.locator("#hb-find-field").fill(question)
    page.wait_for_function("window.handbokSearch?.ready")
    page.wait_for_timeout(60)
    return page.locator("dialog .hb-hit > a:first-child").evaluate_all("links => links.map(link => link.href)")


def _ask_stock(page: Page, question: str) -> list[str]:
    field = page.locator(".md-search__input")
    field.focus()
    page.wait_for_function("!document.querySelector('.md-search-result__meta').innerText.startsWith('Initialiserer')")
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.type(question)
    links = page.locator(".md-search-result__list > li > a, .md-search-result__list > li > details a")
    return _settled(page, lambda: links.evaluate_all("links => links.map(link => link.href)"))


def _settled(page: Page, shown: Callable[[], list[str]]) -> list[str]:
    """What is shown when it has been the same for a while: the theme searches in a worker, which may be late."""
    before, same = shown(), 0
    for _ in range(20):
        page.wait_for_timeout(150)
        now = shown()
        same = same + 1 if now == before else 0
        before = now
        if same == (2 if now else 6):
            break
    return before


def _relevance(name: str, found: list[tuple[str, float, bool]], bar: float | None) -> Iterator[Row]:
    kinds = sorted({kind for kind, _, _ in found})
    by_kind = {kind: mean(rank for of, rank, _ in found if of == kind) for kind in kinds}
    note = ", ".join(f"{kind} {rank:.2f}" for kind, rank in by_kind.items())
    yield Row(f"MRR@10, {name}", mean(rank for _, rank, _ in found), "", at_least=bar, note=f"{len(found)}: {note}")
    nothing = sum(not some for _, _, some in found) / len(found)
    yield Row(f"without a hit, {name}", 100 * nothing, "%", at_most=1 if bar else None)
