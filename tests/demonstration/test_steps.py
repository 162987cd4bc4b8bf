"""Situations one step at a time: what opens, what leads on, what is remembered, and that nothing is out of reach."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.demonstration.conftest import MUNICIPALITIES, PHONE, barriers

WORRIED = "situasjoner/bekymret-barn.html"


@pytest.fixture(params=MUNICIPALITIES)
def situation(page: Page, address: str, request: pytest.FixtureRequest) -> Page:
    """Where somebody is who worries about a child."""
    page.goto(f"{address}/{request.param}/{WORRIED}")
    return page


def steps(page: Page) -> Locator:
    return page.locator("details.hb-fold--step")


def opened(page: Page) -> list[int]:
    """The numbers of the steps that are open."""
    found = steps(page).evaluate_all("all => all.map((one, place) => one.open ? place + 1 : 0)")
    return [number for number in found if number]


def test_the_first_screen_has_the_acute_exit_once_and_the_first_step_with_what_it_takes(situation: Page) -> None:
    article = situation.locator("article")
    expect(article.locator(".hb-acute")).to_have_count(1)
    expect(article.locator(".hb-acute a")).to_be_in_viewport()
    first = steps(situation).first
    assert opened(situation) == [1]
    for name in ("Ansvarlig", "Frist", "Kan jeg dele?"):
        expect(first.get_by_text(name, exact=True)).to_be_in_viewport()
    fixed = "all => all.filter(one => getComputedStyle(one).position === 'fixed' && one.checkVisibility()).length"
    assert article.locator("*").evaluate_all(fixed) == 0


def test_the_next_step_opens_closes_the_last_and_is_remembered(situation: Page) -> None:
    steps(situation).nth(0).get_by_role("link", name="Neste steg").click()
    assert opened(situation) == [2]
    expect(steps(situation).nth(1).locator("> summary")).to_be_focused()
    expect(steps(situation).nth(1).locator("> summary")).to_be_in_viewport()
    number = situation.locator(".hb-progress a").nth(1)
    expect(number).to_have_attribute("aria-current", "step")
    situation.goto(situation.url.rsplit("/", 1)[0] + "/index.html")
    chosen = situation.locator(".hb-choice", has_text="Jeg er bekymret for et barn")
    expect(chosen.get_by_text("du er på steg 2")).to_be_visible()
    chosen.get_by_role("link").click()
    assert opened(situation) == [2]
    expect(situation.get_by_text("Du er på steg 2 av", exact=False)).to_be_visible()
    situation.get_by_role("button", name="Begynn på nytt").click()
    assert opened(situation) == [1]
    expect(situation.get_by_text("Du er på steg", exact=False)).to_be_hidden()
    assert situation.evaluate("Object.keys(localStorage).filter(key => key.startsWith('handbok:steg'))") == []


def test_a_way_to_another_step_leads_there_and_back(situation: Page) -> None:
    way = steps(situation).first.locator(".hb-way--forward a").last
    target = str(way.get_attribute("href"))
    way.click()
    expect(situation.locator(f"details:has({target})")).to_have_attribute("open", "")
    assert len(opened(situation)) == 1
    situation.go_back()
    expect(situation.locator("h1")).to_be_visible()


def test_the_last_step_can_be_ticked_off(situation: Page) -> None:
    last = steps(situation).count()
    situation.locator(".hb-progress a").last.click()
    assert opened(situation) == [last]
    situation.get_by_role("button", name="Ferdig med siste steg").click()
    expect(situation.locator(".hb-progress a").last).to_have_class("hb-is-done")


def test_an_address_opens_its_step_and_all_can_be_opened_and_closed(situation: Page) -> None:
    bare = situation.url
    situation.goto("about:blank")
    situation.goto(f"{bare}#steg-meld")
    expect(situation.locator("details:has(#steg-meld)")).to_have_attribute("open", "")
    expect(situation.locator("#steg-meld")).to_be_in_viewport()
    situation.get_by_role("button", name="Vis alt").click()
    assert situation.locator("details.hb-fold:not([open])").count() == 0
    situation.get_by_role("button", name="Skjul alt").click()
    assert situation.locator("details.hb-fold[open]").count() == 0


def test_all_of_it_is_printed_and_then_as_it_was(situation: Page) -> None:
    situation.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert situation.locator("details:not([open])").count() == 0
    situation.evaluate("dispatchEvent(new Event('afterprint'))")
    assert opened(situation) == [1]


def test_the_keyboard_opens_closes_and_leads_on(situation: Page) -> None:
    steps(situation).nth(2).locator("> summary").focus()
    situation.keyboard.press("Enter")
    assert opened(situation) == [1, 3]
    onwards = steps(situation).nth(2).get_by_role("link", name="Neste steg")
    onwards.focus()
    situation.keyboard.press("Enter")
    assert opened(situation) == [4]
    expect(steps(situation).nth(3).locator("> summary")).to_be_focused()


def test_closed_half_way_and_all_open_it_has_no_barriers(situation: Page) -> None:
    steps(situation).nth(0).get_by_role("link", name="Neste steg").click()
    assert barriers(situation) == {}
    situation.get_by_role("button", name="Vis alt").click()
    assert barriers(situation) == {}


@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_the_urgent_situation_has_the_numbers_first_and_its_first_step_whole(
    page: Page, address: str, slug: str
) -> None:
    page.goto(f"{address}/{slug}/situasjoner/akutt.html")
    expect(page.locator("article .hb-ring")).to_have_count(1)
    expect(page.locator("article .hb-acute")).to_have_count(0)
    assert steps(page).first.locator("details").count() == 0


@pytest.fixture
def forgetful(browser: Browser) -> Iterator[BrowserContext]:
    """A phone whose browser keeps nothing."""
    context = browser.new_context(viewport=PHONE)
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError'); }})"
    )
    yield context
    context.close()


def test_where_nothing_may_be_kept_one_step_still_leads_to_the_next(forgetful: BrowserContext, address: str) -> None:
    tab = forgetful.new_page()
    tab.goto(f"{address}/risor/{WORRIED}")
    steps(tab).nth(0).get_by_role("link", name="Neste steg").click()
    assert opened(tab) == [2]
    expect(tab.get_by_text("Du er på steg", exact=False)).to_be_hidden()


def test_without_script_each_step_opens_and_links_lead_on(without_script: BrowserContext, address: str) -> None:
    tab = without_script.new_page()
    tab.goto(f"{address}/risor/{WORRIED}")
    assert opened(tab) == [1]
    expect(tab.get_by_role("button", name="Vis alt")).to_be_hidden()
    steps(tab).nth(3).locator("> summary").click()
    expect(steps(tab).nth(3).get_by_text("Ansvarlig", exact=True)).to_be_visible()
    steps(tab).nth(0).get_by_role("link", name="Neste steg").click()
    expect(steps(tab).nth(1).locator("> summary")).to_be_in_viewport()
    tab.close()
