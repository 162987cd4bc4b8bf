"""The sites as servers give them: with a strict policy of their own, at addresses that do not exist, by keyboard."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.demonstration.conftest import KINDS, MUNICIPALITIES, barriers

DESKTOP = {"width": 1280, "height": 900}
#: Signs that are drawn by the pages themselves, and how much of their box they fill.
_SIGNS = """() => [...document.querySelectorAll('.md-nav__icon, .md-icon')]
    .filter(one => one.checkVisibility() && one.getBoundingClientRect().width > 0)
    .map(one => getComputedStyle(one, '::after'))
    .filter(look => look.content !== 'none' && look.backgroundColor !== 'rgba(0, 0, 0, 0)')
    .map(look => look.clipPath)"""


class _Strict(SimpleHTTPRequestHandler):
    """Says a policy of its own, and shows the page of the site, or else of all sites, where there is none."""

    policy = ""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        pass

    def end_headers(self) -> None:
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        root = Path(self.directory)
        found = [path for path in (root / self.path.split("/")[1] / "404.html", root / "404.html") if path.is_file()]
        if code != 404 or not found:
            return super().send_error(code, message, explain)
        content = found[0].read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
        return None


@contextmanager
def serving(folder: Path, policy: str = "") -> Iterator[str]:
    handler = type("Handler", (_Strict,), {"policy": policy})
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport=DESKTOP, locale="nb-NO", service_workers="block")
    yield page
    page.close()


def test_nothing_is_missing_where_the_server_lets_only_its_own_files_be_loaded(tab: Page, site: Path) -> None:
    said: list[str] = []
    ours = "Service Worker registration blocked by Playwright"  # the fixture's doing
    tab.on("console", lambda message: said.append(f"{tab.url}: {message.text}") if message.text != ours else None)
    with serving(site, "default-src 'self'") as address:
        for kind in KINDS:
            if kind != "utskrift/index":  # there is none where a site is built without prints
                tab.goto(f"{address}/risor/{kind}.html")
        tab.set_viewport_size({"width": 390, "height": 844})
        tab.goto(f"{address}/risor/tjenester/ppt.html")
        tab.locator("label.md-header__button").first.click()
        signs = tab.evaluate(_SIGNS)
        tab.keyboard.press("Escape")
    assert signs
    assert all(sign.startswith("polygon(") for sign in signs), signs
    assert said == []


@pytest.mark.parametrize("path", ["ikke.html", "tjenester/ikke.html", "a/b/ikke.html", "a/b/c/d"])
@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_an_address_that_does_not_exist_is_answered_at_any_depth(tab: Page, site: Path, slug: str, path: str) -> None:
    with serving(site) as address:
        tab.goto(f"{address}/{slug}/{path}")
        expect(tab.get_by_role("heading", level=1)).to_have_text("Siden finnes ikke")
        header = tab.locator("header").evaluate("one => getComputedStyle(one).backgroundColor")
        assert header == "rgb(15, 61, 92)"
        expect(tab.locator('a[href="tel:112"]')).to_be_in_viewport()
        expect(tab.locator("main .hb-choices a").first).to_be_in_viewport()
        expect(tab.locator("form")).to_have_attribute("action", f"/{slug}/index.html")
        tab.get_by_role("searchbox").fill("helsesøster")
        tab.get_by_role("button", name="Søk").click()
        expect(tab.locator(".hb-hit:visible").first).to_be_visible(timeout=30_000)
        tab.goto(f"{address}/{slug}/{path}")
        situation = tab.locator("main .hb-choice--urgent a").first
        expect(situation).to_have_attribute("href", f"/{slug}/situasjoner/akutt.html")
        situation.click()
        expect(tab.locator("article .hb-ring").first).to_be_visible()


def test_in_a_folder_of_the_server_only_its_top_answers_for_it(tab: Page, site: Path, tmp_path: Path) -> None:
    (tmp_path / "handbok").symlink_to(site)
    (tmp_path / "404.html").symlink_to(site / "404.html")
    with serving(tmp_path) as address:
        tab.goto(f"{address}/handbok/harstad/tjenester/ikke.html")
        tab.wait_for_url(f"{address}/handbok/harstad/404.html")
        expect(tab.locator("main .hb-choice--urgent a").first).to_have_attribute(
            "href", "/handbok/harstad/situasjoner/akutt.html"
        )
        tab.goto(f"{address}/handbok/ingen/ikke.html")
        expect(tab.get_by_role("link", name="Risør")).to_have_attribute("href", "/handbok/risor/index.html")


@pytest.mark.parametrize("page_name", ["404", "uten-nett"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_barriers_for_who_went_astray(tab: Page, site: Path, page_name: str, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 844})
    with serving(site) as address:
        for scheme in ("light", "dark"):
            tab.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            tab.goto(f"{address}/risor/{page_name}.html")
            assert barriers(tab) == {}
            assert tab.evaluate("document.scrollingElement.scrollWidth") <= width


@pytest.mark.parametrize("kind", ["tjenester/ppt", "situasjoner/akutt", "index", "kontakter", "404"])
def test_the_first_stop_of_the_keyboard_leads_past_the_menu(tab: Page, site: Path, kind: str) -> None:
    with serving(site) as address:
        tab.goto(f"{address}/risor/{kind}.html")
        tab.keyboard.press("Tab")
        skip = tab.locator(":focus")
        expect(skip).to_have_text("Hopp til innholdet")
        expect(skip).to_be_in_viewport()
        assert skip.evaluate("one => getComputedStyle(one).opacity") == "1" or kind != "404"
        tab.keyboard.press("Enter")
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.closest('article, main') !== null")
        assert tab.evaluate("document.activeElement.closest('nav.md-nav') === null")


@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_a_wide_front_page_shows_whom_to_ring_the_search_what_to_begin_with_and_every_group_at_once(
    tab: Page, site: Path, slug: str
) -> None:
    with serving(site) as address:
        tab.goto(f"{address}/{slug}/index.html")
        expect(tab.locator('article a[href="tel:112"]').first).to_be_in_viewport(ratio=1)
        expect(tab.get_by_role("searchbox", name="Hva lurer du på?")).to_be_in_viewport(ratio=1)
        first = tab.locator("article .hb-choice").filter(visible=True)
        groups = tab.locator("article .hb-groups summary")
        assert (first.count(), groups.count()) == (5, 5)
        for one in (*first.all(), *groups.all()):
            expect(one).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("kind", ["index", "tjenester/ppt"])
def test_from_a_folder_nothing_is_asked_for_that_a_browser_refuses(tab: Page, site: Path, kind: str) -> None:
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.goto((site / "risor" / f"{kind}.html").as_uri())
    tab.wait_for_timeout(300)
    assert said == []
