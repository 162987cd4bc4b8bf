"""Reading without a network after one visit: every page, with its looks, and what is new."""

from __future__ import annotations

import functools
import json
import shutil
import threading
import time
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from builder.site.offline import FILE, revision
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.demonstration.conftest import KINDS, MUNICIPALITIES, PHONE

KEPT = "[data-hb-kept]"
#: How long a browser may take to fetch a whole handbook from this machine, in milliseconds.
PATIENCE = 90_000
#: The addresses in the store.
_STORE = """caches.keys().then(([name]) => caches.open(name)).then(store => store.keys())
    .then(all => all.map(one => one.url))"""
_DRESSED = """() => {
    const header = getComputedStyle(document.querySelector('.md-header'));
    const title = getComputedStyle(document.querySelector('article h1'));
    return header.backgroundColor === 'rgb(15, 61, 92)' && title.fontFamily.includes('Source Sans 3')
        && document.fonts.check('16px "Source Sans 3"');
}"""


def entries(folder: Path) -> dict[str, str]:
    """Path -> revision of all that is kept of a site."""
    text = (folder / FILE).read_text(encoding="utf-8")
    known: dict[str, Any] = json.loads(text.removeprefix("self.handbokKeep = ").removesuffix(";\n"))
    return {entry["url"]: entry["revision"] for entry in (*known["first"], *known["rest"])}


class _Told(SimpleHTTPRequestHandler):
    """Serves a folder, and remembers what was sent anew."""

    sent: list[str]

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        if len(args) > 1 and str(args[1]) == "200":
            self.sent.append(unquote(str(args[0]).split()[1]).partition("?")[0])


@pytest.fixture
def served(site: Path, tmp_path: Path) -> Iterator[tuple[Path, str, list[str]]]:
    """A copy of a site in a folder of its own on the server, its address, and what has been sent."""
    shutil.copytree(site / "risor", tmp_path / "under" / "risor", ignore=shutil.ignore_patterns("*.pdf"))
    handler = type("Handler", (_Told,), {"sent": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield tmp_path / "under" / "risor", f"http://127.0.0.1:{server.server_port}/under/risor", handler.sent
    server.shutdown()
    server.server_close()


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """A phone that has read nothing."""
    context = browser.new_context(viewport=PHONE, locale="nb-NO")
    yield context
    context.close()


def visit(reader: BrowserContext, address: str) -> Page:
    """One visit, until all is kept."""
    tab = reader.new_page()
    tab.goto(address)
    expect(tab.locator(KEPT)).to_be_visible(timeout=PATIENCE)
    return tab


def wait_for(tab: Page, promised: str) -> None:
    """Asks until what is promised is true: the browser's own way of waiting takes any promise for true."""
    ends = time.monotonic() + PATIENCE / 1000
    while not tab.evaluate(promised):
        assert time.monotonic() < ends, promised
        tab.wait_for_timeout(100)


@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_after_one_visit_every_kind_of_page_is_whole_without_a_network(
    reader: BrowserContext, address: str, slug: str
) -> None:
    tab = visit(reader, f"{address}/{slug}/index.html")
    reader.set_offline(True)
    trouble: list[str] = []
    tab.on("requestfailed", lambda request: trouble.append(request.url))
    for kind in KINDS:
        if kind != "utskrift/index":  # there is none where a site is built without prints
            tab.goto(f"{address}/{slug}/{kind}.html")
            expect(tab.locator(".hb-copy")).to_contain_text("lagret kopi fra")
            assert tab.evaluate(_DRESSED), kind
    # Browsers fetch the icon of a tab by themselves, past the store.
    assert [url for url in trouble if not url.endswith((".html", "/favicon.svg"))] == []


def test_all_that_is_listed_is_kept_and_nothing_else(reader: BrowserContext, address: str, site: Path) -> None:
    tab = visit(reader, f"{address}/risor/index.html")
    kept = tab.evaluate(_STORE)
    listed = {f"{address}/risor/{url}?__WB_REVISION__={number}" for url, number in entries(site / "risor").items()}
    assert {unquote(url) for url in kept} == {unquote(url) for url in listed}


def test_what_is_not_kept_leads_to_whom_to_ring(reader: BrowserContext, address: str) -> None:
    tab = visit(reader, f"{address}/risor/index.html")
    reader.set_offline(True)
    tab.goto(f"{address}/risor/tjenester/finnes/ikke.html")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Du er uten nett")
    expect(tab.locator('a[href="tel:113"]').first).to_be_visible()
    assert tab.evaluate(_DRESSED)
    again = tab.get_by_role("link", name="Prøv siden igjen")
    expect(again).to_have_attribute("href", f"{address}/risor/tjenester/finnes/ikke.html")
    tab.locator("article .hb-choice--urgent a").first.click()
    expect(tab.locator("article .hb-ring")).to_be_visible()
    expect(tab.locator(".hb-copy")).to_be_visible()


def test_nobody_is_led_out_of_the_handbook_from_there(reader: BrowserContext, address: str) -> None:
    tab = reader.new_page()
    for elsewhere in ("https://example.org/", "//example.org/", "/harstad/index.html", "javascript:alert(1)"):
        tab.goto(f"{address}/risor/uten-nett.html?page={elsewhere}")
        expect(tab.locator("[data-hb-again]")).to_be_hidden()


def test_the_front_page_and_the_search_answer_at_the_folder(reader: BrowserContext, address: str) -> None:
    tab = visit(reader, f"{address}/risor/tjenester/ppt.html")
    reader.set_offline(True)
    tab.goto(f"{address}/risor/")
    expect(tab.locator(".hb-copy")).to_be_visible()
    tab.goto(f"{address}/risor/index.html?q=helsesøster")
    expect(tab.locator(".hb-hit:visible").first).to_be_visible()


def test_a_new_edition_replaces_only_what_has_changed(
    reader: BrowserContext, served: tuple[Path, str, list[str]]
) -> None:
    folder, address, sent = served
    tab = visit(reader, f"{address}/index.html")
    changed = folder / "ordliste.html"
    changed.write_text(changed.read_text(encoding="utf-8").replace("<h1", '<h1 data-new="yes"', 1), encoding="utf-8")
    text = (folder / FILE).read_text(encoding="utf-8")
    text = text.replace(entries(folder)["ordliste.html"], revision(changed.read_bytes()))
    text = text.replace('"said": "', '"said": "etter ')
    (folder / FILE).write_text(text, encoding="utf-8")
    sent.clear()
    tab.goto(f"{address}/kontakter.html")
    wait_for(tab, f"({_STORE}).then(all => all.some(url => url.includes('{revision(changed.read_bytes())}')))")
    expect(tab.locator(KEPT)).to_be_visible(timeout=PATIENCE)
    opened = {"kontakter.html", FILE, "sw.js"}
    assert {path.removeprefix("/under/risor/") for path in sent} - opened == {"ordliste.html"}
    reader.set_offline(True)
    tab.goto(f"{address}/ordliste.html")
    expect(tab.locator("h1[data-new]")).to_be_visible()
    tab.goto(f"{address}/lover.html")
    expect(tab.locator(".hb-copy")).to_contain_text("lagret kopi fra etter ")  # it was compared with the new edition


def test_who_saves_data_keeps_what_is_urgent_and_what_is_read(browser: Browser, address: str) -> None:
    reader = browser.new_context(viewport=PHONE, locale="nb-NO")
    reader.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    tab = reader.new_page()
    tab.goto(f"{address}/risor/ordliste.html")
    wait_for(tab, "caches.match(location.href, {ignoreSearch: true}).then(Boolean)")
    reader.set_offline(True)
    tab.goto(f"{address}/risor/ordliste.html")
    expect(tab.locator(".hb-copy")).to_be_visible()
    expect(tab.locator(KEPT)).to_be_hidden()
    tab.goto(f"{address}/risor/situasjoner/akutt.html")
    expect(tab.locator(".hb-copy")).to_be_visible()
    tab.goto(f"{address}/risor/lover.html")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Du er uten nett")
    reader.close()


def test_the_first_page_does_not_wait_for_what_is_kept(
    reader: BrowserContext, served: tuple[Path, str, list[str]]
) -> None:
    _, address, sent = served
    tab = reader.new_page()
    tab.goto(f"{address}/index.html")  # returns when the page is there
    before = set(sent)
    assert "/under/risor/lover.html" not in before
    assert "/under/risor/assets/search/index.js" not in before
    assert not any("workbox" in path for path in before)
