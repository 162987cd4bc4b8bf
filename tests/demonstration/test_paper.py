"""Pages printed from the browser: short, whole, black on white, and on every sheet where they come from."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pypdf
import pytest
from playwright.sync_api import BrowserContext, Page

from tests.demonstration.conftest import MUNICIPALITIES

#: The most sheets of each kind of page, in the larger of the two handbooks.
MOST_SHEETS: Mapping[str, int] = {
    "index": 2,
    "situasjoner/akutt": 4,
    "tjenester/ppt": 4,
    "kontakter": 6,
    "moteplasser/motearet": 4,
    "taushetsplikt/meldeplikt": 3,
    "for-familier/regel-meldeplikt": 2,
    "jobber/barnehage": 3,
    "kan-jeg-dele/index": 1,
}
#: What only a screen has.
SCREEN = ("Hopp til innholdet", "På denne siden", "Skriv ut", "Meld fra til redaksjonen", "Vis alt", "Neste steg")
#: Numbers whose letters are outside their frame, or that are struck through or underlined, on the page as printed.
_CROSSED = """() => {
    const numbers = '.hb-ring__dial strong, .hb-number, .hb-phone, .hb-matrix__steps a, .hb-matrix__steps span';
    const letters = element => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return range.getBoundingClientRect();
    };
    const frame = element => {
        while (element && !parseFloat(getComputedStyle(element).borderLeftWidth)) element = element.parentElement;
        return element;
    };
    return [...document.querySelectorAll(numbers)].filter(one => one.checkVisibility()).filter(one => {
        const text = letters(one), around = frame(one);
        if (getComputedStyle(one).textDecorationLine !== 'none' || one.getClientRects().length > 1) return true;
        if (!around) return false;
        const box = around.getBoundingClientRect(), style = getComputedStyle(around);
        const inside = side => box[side] + (side === 'left' || side === 'top' ? 1 : -1)
            * parseFloat(style[`border${side[0].toUpperCase()}${side.slice(1)}Width`]);
        return text.left < inside('left') || text.right > inside('right');
    }).map(one => one.outerHTML);
}"""
_OPEN = "() => [...document.querySelectorAll('details')].map(one => one.open)"
_TEXTS_FOLDED = (
    "() => [...document.querySelectorAll('details.hb-fold--step:not([open]) .hb-todo li')].map(one => one.innerText)"
)


def sheets(page: Page) -> list[str]:
    """The text of each sheet the browser prints of the page."""
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    return [" ".join(sheet.extract_text().split()) for sheet in printed.pages]


@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_pages_go_on_few_sheets_with_something_on_each(page: Page, address: str, slug: str) -> None:
    for kind, most in MOST_SHEETS.items():
        page.goto(f"{address}/{slug}/{kind}.html")
        printed = sheets(page)
        assert len(printed) <= most, kind
        assert [number for number, text in enumerate(printed, 1) if len(text) < 400] == [], kind


@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_every_sheet_says_where_it_comes_from_and_none_has_what_only_a_screen_has(
    page: Page, address: str, slug: str
) -> None:
    page.goto(f"{address}/{slug}/situasjoner/akutt.html")
    printed = sheets(page)
    for number, text in enumerate(printed, 1):
        assert "Demonstrasjonsdata – ikke kommunens egen håndbok" in text
        assert "kommune · " in text
        assert "Utgave " in text
        assert "Bygd " in text
        assert "Sjekk nettsiden etter " in text
        assert "/situasjoner/akutt.html" in text.replace(" ", "")
        assert f"{number} / {len(printed)}" in text
        assert [found for found in SCREEN if found in text] == []


def test_what_is_folded_is_printed_and_then_as_the_reader_had_it(page: Page, address: str) -> None:
    page.goto(f"{address}/risor/situasjoner/bekymret-barn.html")
    folded, before = page.evaluate(_TEXTS_FOLDED), page.evaluate(_OPEN)
    text = "".join("".join(sheets(page)).split())
    assert len(folded) > 10
    assert [line for line in folded if "".join(line.split()) not in text] == []
    assert page.evaluate(_OPEN) == before


def test_without_script_what_is_folded_is_printed_too(without_script: BrowserContext, page: Page, address: str) -> None:
    tab = without_script.new_page()
    tab.goto(f"{address}/risor/tjenester/ppt.html")
    first, *others = sheets(tab)
    tab.close()
    page.goto(f"{address}/risor/tjenester/ppt.html")
    assert "Demonstrasjonsdata – ikke kommunens egen håndbok" in first
    assert "Sjekk nettsiden etter " in first
    assert len(others) == len(sheets(page)) - 1
    assert "Lovgrunnlag" in others[-1]


@pytest.mark.parametrize("path", ["index", "kontakter", "situasjoner/akutt", "tjenester/ppt", "hvem-gjor-hva"])
def test_no_line_crosses_a_number(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/risor/{path}.html")
    page.emulate_media(media="print")
    assert page.evaluate(_CROSSED) == []


def test_a_print_does_not_say_who_answers_just_now(page: Page, address: str) -> None:
    page.goto(f"{address}/risor/index.html")
    assert "svarer nå" in page.locator(".hb-ring").first.inner_text()
    assert "svarer nå" not in "".join(sheets(page))


def test_the_dark_look_is_printed_black_on_white(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="dark", media="print")
    page.goto(f"{address}/risor/situasjoner/akutt.html")
    looks = page.evaluate("""() => [document.body, ...document.querySelectorAll('article *')]
        .filter(one => one.checkVisibility() && !one.closest('svg')).map(one => getComputedStyle(one))
        .map(style => [style.color, style.backgroundColor])""")
    light = {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}
    assert {background for _, background in looks} <= light
    assert {colour for colour, _ in looks} <= {"rgb(0, 0, 0)", "rgb(34, 34, 34)", "rgb(68, 68, 68)"}


def test_what_was_searched_for_is_printed_and_not_the_rest_of_the_front_page(page: Page, address: str) -> None:
    page.goto(f"{address}/risor/index.html?q=bekymringsmelding")
    page.locator(".hb-hit").first.wait_for()
    text = "".join(sheets(page))
    assert "Bekymringsmelding til barnevernstjenesten" in text
    assert "Hva gjør jeg når" not in text


@pytest.mark.parametrize("size", [{"width": 390, "height": 844}, {"width": 1280, "height": 900}])
def test_printing_is_found_without_scrolling(page: Page, address: str, size: dict[str, int]) -> None:
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    page.goto(f"{address}/risor/kontakter.html")
    box = page.get_by_role("button", name="Skriv ut", exact=True).first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < size["height"] / 2
    assert min(box["width"], box["height"]) >= 36
