"""Whether everybody can use the pages: by keyboard, enlarged, without script, and from a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.demonstration.conftest import KINDS, barriers

#: What 400 % leaves of a screen 1280 px wide (WCAG 2.2, 1.4.10).
ENLARGED = {"width": 320, "height": 256}
#: Everything that can be seen and operated, in the order of the page; the closed drawer and dialog are not seen.
_OPERABLE = """() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
    .filter(one => one.checkVisibility({visibilityProperty: true, opacityProperty: true}) && !one.disabled
        && one.getAttribute('tabindex') !== '-1' && one.getBoundingClientRect().width > 1).length"""
_FOCUSED = """() => {
    const one = document.activeElement, box = one.getBoundingClientRect(), look = getComputedStyle(one);
    if (one === document.body) return null;
    if (!one.dataset.met) one.dataset.met = ++window.met || (window.met = 1);
    return {met: one.dataset.met, name: one.outerHTML.slice(0, 120),
            shown: look.outlineStyle !== 'none' || look.boxShadow !== 'none' || one.matches('input, select')};
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_no_barriers_on_a_large_screen(
    page: Page, address: str, kind: str, scheme: Literal["light", "dark"]
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}/risor/{kind}.html")
    assert barriers(page) == {}


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_lost_at_four_hundred_percent(page: Page, address: str, kind: str) -> None:
    page.set_viewport_size(ENLARGED)
    page.goto(f"{address}/harstad/{kind}.html")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= ENLARGED["width"]
    lost = page.locator("article :is(h1, h2, h3, p, li, a)").evaluate_all(
        """all => all.filter(one => one.checkVisibility()).filter(one => {
            const box = one.getBoundingClientRect();
            const scrolled = one.closest('.hb-scroll, table') !== null;
            return box.width > 1 && !scrolled && (box.left < -1 || box.right > 321);
        }).map(one => one.outerHTML.slice(0, 100))"""
    )
    assert lost == []


@pytest.mark.parametrize(
    "kind", ["index", "situasjoner/bekymret-barn", "kontakter", "kan-jeg-dele/barnehage", "ny-her/index"]
)
def test_the_keyboard_reaches_everything_and_shows_where_it_is(page: Page, address: str, kind: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}/risor/{kind}.html")
    operable = page.evaluate(_OPERABLE)
    met, hidden = set(), []
    for _ in range(operable + 40):
        page.keyboard.press("Tab")
        focused = page.evaluate(_FOCUSED)
        if focused:
            met.add(focused["met"])
            hidden += [] if focused["shown"] else [focused["name"]]
    assert hidden == []
    assert len(met) >= operable * 0.97, f"{len(met)} of {operable}"


@pytest.mark.parametrize("kind", KINDS)
def test_without_script_everything_is_there_to_read(
    phone: BrowserContext, without_script: BrowserContext, address: str, kind: str
) -> None:
    texts = []
    for context in (phone, without_script):
        tab = context.new_page()
        tab.goto(f"{address}/risor/{kind}.html")
        # What narrows a list down, and the button that prints, need script, and are not shown without it.
        shown = tab.locator("article.md-content__inner > :not(:has(form))").all_inner_texts()
        button = tab.locator("article .hb-print:visible").all_inner_texts()
        texts.append(len(" ".join(" ".join(shown).split())) - len(" ".join(button)))
        tab.close()
    assert texts[1] >= texts[0] * 0.98


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_opens_from_a_folder(phone: BrowserContext, site: Path, kind: str) -> None:
    tab = phone.new_page()
    trouble: list[str] = []
    tab.on("pageerror", lambda error: trouble.append(str(error)))
    tab.on("requestfailed", lambda request: trouble.append(request.url))
    tab.goto((site / "harstad" / f"{kind}.html").as_uri())
    assert tab.locator("article h1").first.is_visible()
    tab.close()
    assert trouble == []
