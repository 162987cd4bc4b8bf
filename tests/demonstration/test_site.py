"""The sites, in a browser and by a link checker."""

from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.demonstration.conftest import KINDS, MUNICIPALITIES, ROOT, barriers

NATIONAL_NUMBERS = {"110", "112", "113", "116117", "116111", "116006", "02800"}


def html_files(site: Path, slug: str) -> list[Path]:
    return [path for path in (site / slug).rglob("*.html") if path.name != "404.html"]


@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_every_link_leads_to_a_file(site: Path, slug: str) -> None:
    checker = [str(Path(sys.executable).with_name("linkchecker")), "--no-warnings", "--no-robots"]
    run = subprocess.run(
        [*checker, (site / slug / "index.html").as_uri()],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
    checked = re.search(r"(\d+) links in (\d+) URLs checked\. 0 warnings found\. 0 errors found", run.stdout)
    assert checked, run.stdout
    assert int(checked[2]) > len(html_files(site, slug))


class _Anchors(HTMLParser):
    """The ids on a page, and the places it links to."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.targets: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            if tag == "a" and name == "href" and value and "#" in value and ":" not in value:
                self.targets.add(value)


def _anchors(path: Path) -> _Anchors:
    parser = _Anchors()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser


@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_every_anchor_that_is_linked_to_is_on_its_page(site: Path, slug: str) -> None:
    pages = {path.resolve(): _anchors(path) for path in html_files(site, slug)}
    followed, lost = 0, []
    for path, page in pages.items():
        for target in page.targets:
            name, _, anchor = target.partition("#")
            where = (path.parent / name).resolve() if name else path
            if anchor:
                followed += 1
                lost += [f"{path.name} -> {target}"] if anchor not in pages[where].ids else []
    assert lost == []
    assert followed > 500


@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_every_page_says_it_is_a_demonstration_and_in_which_language(site: Path, slug: str) -> None:
    files = html_files(site, slug)
    assert len(files) > 60
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert '<html lang="nb"' in text, path
        assert "Demonstrasjonsdata" in text, path


@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_only_national_numbers_can_be_dialled(site: Path, slug: str) -> None:
    found = set()
    for path in html_files(site, slug):
        found |= set(re.findall(r'href="tel:([^"]+)"', path.read_text(encoding="utf-8")))
    assert found
    assert found <= NATIONAL_NUMBERS


@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_no_page_asks_another_origin_for_anything(site: Path, slug: str) -> None:
    pattern = re.compile(r'<(?:script|img|iframe|source|link)\b[^>]*(?:src|href)="(https?:)?//[^"]*"')
    for path in html_files(site, slug):
        loading = [
            m.group() for m in pattern.finditer(path.read_text(encoding="utf-8")) if 'rel="canonical"' not in m.group()
        ]
        assert loading == [], path


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_a_page_of_each_kind_opens_and_fits_a_phone(page: Page, address: str, slug: str, kind: str) -> None:
    page.goto(f"{address}/{slug}/{kind}.html")
    expect(page.locator("article h1").first).to_be_visible()
    width = page.evaluate("document.scrollingElement.scrollWidth")
    assert width <= 390, f"{kind} is {width} px wide"


@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_the_front_page_begins_with_search_and_what_is_urgent(page: Page, address: str, slug: str) -> None:
    page.goto(f"{address}/{slug}/index.html")
    expect(page.get_by_role("searchbox", name="Hva lurer du på?")).to_be_in_viewport()
    expect(page.locator('a[href="tel:112"]').first).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("Jeg er bekymret for et barn")).first).to_be_visible()


def test_a_service_links_to_its_forum_and_back(page: Page, address: str) -> None:
    page.goto(f"{address}/harstad/tjenester/ppt.html")
    # Where the service meets others is folded; one button opens all.
    page.get_by_role("button", name="Vis alt").click()
    page.locator("article").get_by_role("link", name="Formøte hos PPD").first.click()
    expect(page).to_have_url(re.compile("moteplasser/formote-ppd.html"))
    page.locator("article").locator('a[href*="tjenester/ppt.html"]').first.click()
    expect(page).to_have_url(re.compile("tjenester/ppt.html"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_no_barriers(page: Page, address: str, kind: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{address}/risor/{kind}.html")
    assert barriers(page) == {}


def test_the_portal_leads_to_both_handbooks_and_their_books(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    for slug in MUNICIPALITIES:
        expect(page.locator(f'a[href="{slug}/index.html"]')).to_be_visible()
        expect(page.locator(f'a[href="{slug}/handbok-{slug}.pdf"]')).to_be_visible()


@pytest.mark.whole
def test_plain_mkdocs_builds_one_municipality(tmp_path: Path) -> None:
    mkdocs = Path(sys.executable).with_name("mkdocs")
    subprocess.run(
        [mkdocs, "build", "--quiet", "--strict", "--site-dir", str(tmp_path)], cwd=ROOT, check=True, timeout=120
    )
    assert (tmp_path / "situasjoner" / "bekymret-barn.html").exists()
    assert (tmp_path / "assets" / "search" / "index.js").exists()


@pytest.mark.parametrize("kind", KINDS)
def test_the_content_security_policy_stops_nothing_the_page_needs(page: Page, address: str, kind: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    ours = "Service Worker registration blocked by Playwright"  # the fixture's doing
    page.goto(f"{address}/harstad/{kind}.html")
    policy = page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content")
    assert policy is not None
    assert "unsafe" not in policy
    page.keyboard.press("/")
    page.keyboard.type("barn")
    expect(page.locator(".hb-hit:visible").first).to_be_visible()
    assert [text for text in said if text != ours] == []
