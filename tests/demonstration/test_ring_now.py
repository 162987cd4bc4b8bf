"""Whom to ring now: whoever answers stands first, by the clock in Norway wherever the reader's own is, and all without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.demonstration.conftest import MUNICIPALITIES, PHONE

#: Five seconds at 200 words a minute.
MOST_WORDS = 17
PAGES = ("index", "situasjoner/akutt", "taushetsplikt/meldeplikt", "taushetsplikt/avvergingsplikt", "kontakter")
RECEPTION, OUT_OF_HOURS = "Barnevernet", "Barnevernsvakta"


@pytest.fixture(scope="module")
def abroad(browser: Browser) -> Iterator[BrowserContext]:
    """A phone whose clock is that of somewhere else."""
    context = browser.new_context(
        viewport=PHONE, locale="nb-NO", timezone_id="America/New_York", service_workers="block"
    )
    yield context
    context.close()


@pytest.fixture
def tab(abroad: BrowserContext) -> Iterator[Page]:
    made = abroad.new_page()
    yield made
    made.close()


def contacts(page: Page) -> Locator:
    return page.locator("article .hb-ring__contacts").first.locator("li")


@pytest.mark.parametrize(
    ("slug", "moment", "first"),
    [
        ("harstad", "2026-11-30T07:29:00Z", OUT_OF_HOURS),  # a Monday, a minute before Harstad opens
        ("risor", "2026-11-30T08:00:00Z", RECEPTION),
        ("risor", "2026-11-30T13:59:00Z", RECEPTION),
        ("risor", "2026-11-30T14:30:00Z", OUT_OF_HOURS),
        ("risor", "2026-11-30T01:00:00Z", OUT_OF_HOURS),
        ("risor", "2026-11-29T11:00:00Z", OUT_OF_HOURS),  # a Sunday
        ("risor", "2026-12-24T10:00:00Z", OUT_OF_HOURS),  # Christmas Eve, when these offices are closed
        ("risor", "2026-12-25T10:00:00Z", OUT_OF_HOURS),
        ("risor", "2027-03-24T10:00:00Z", RECEPTION),  # Wednesday before Easter, until noon
        ("risor", "2027-03-24T12:00:00Z", OUT_OF_HOURS),
        ("risor", "2027-05-17T10:00:00Z", OUT_OF_HOURS),  # a Monday
        ("harstad", "2027-07-05T12:59:00Z", RECEPTION),  # a minute before Harstad closes, in summer
    ],
)
def test_whoever_answers_stands_first(tab: Page, address: str, slug: str, moment: str, first: str) -> None:
    tab.clock.set_fixed_time(moment)
    tab.goto(f"{address}/{slug}/index.html")
    names = contacts(tab).locator(".hb-ring__dial > span")
    expect(names.first).to_have_text(re.compile(rf"^{first}\b"))
    expect(contacts(tab).first).to_contain_text("svarer nå")
    expect(contacts(tab).last).not_to_contain_text("svarer nå")
    assert names.count() == 2


def test_a_page_left_open_says_who_answers_when_the_office_closes(tab: Page, address: str) -> None:
    tab.clock.install(time="2026-11-30T14:28:30Z")
    tab.goto(f"{address}/risor/situasjoner/akutt.html")
    expect(contacts(tab).first).to_contain_text(RECEPTION)
    tab.clock.fast_forward("03:00")
    expect(contacts(tab).first).to_contain_text(OUT_OF_HOURS)


def test_later_than_holidays_are_known_nobody_is_said_to_answer(tab: Page, address: str) -> None:
    tab.clock.set_fixed_time("2035-11-30T09:00:00Z")
    tab.goto(f"{address}/risor/index.html")
    expect(tab.locator(".hb-ring__contacts")).not_to_contain_text("svarer nå")
    expect(contacts(tab).first).to_contain_text(RECEPTION)


@pytest.mark.parametrize("slug", MUNICIPALITIES)
@pytest.mark.parametrize("name", PAGES)
def test_without_script_the_whole_table_is_there_with_hours(
    without_script: BrowserContext, address: str, slug: str, name: str
) -> None:
    page = without_script.new_page()
    page.goto(f"{address}/{slug}/{name}.html")
    table = page.locator("article .hb-ring")
    assert table.count() == 1  # whom to ring is said once
    for number in ("112", "113", "110", "116117", "116111", "116006"):
        expect(table.locator(f'a[href="tel:{number}"]')).to_be_in_viewport()
    expect(contacts(page).first).to_contain_text(re.compile(r"mandag–fredag 0\d:\d0–15:\d0"))
    expect(contacts(page).last).to_contain_text("når kontoret er stengt")
    expect(table).not_to_contain_text("02800")
    page.close()


@pytest.mark.parametrize("slug", MUNICIPALITIES)
@pytest.mark.parametrize("name", ["index", "situasjoner/akutt", "taushetsplikt/meldeplikt"])
def test_whom_to_ring_is_read_in_five_seconds_without_scrolling(page: Page, address: str, slug: str, name: str) -> None:
    page.goto(f"{address}/{slug}/{name}.html")
    answers = contacts(page).first
    expect(answers).to_be_in_viewport(ratio=1)
    number = answers.locator("strong").inner_text()
    before = takewhile(lambda line: number not in line, page.locator("article").inner_text().splitlines())
    assert len(" ".join(before).split()) <= MOST_WORDS
    box = page.locator('.hb-ring a[href="tel:112"]').bounding_box()
    assert box is not None
    assert box["height"] >= 44


def test_a_number_that_rings_nobody_cannot_be_pressed_and_says_so(page: Page, address: str) -> None:
    page.goto(f"{address}/risor/index.html")
    expect(page.locator("article")).to_contain_text("00 00 00 00 er en plassholder")
    assert contacts(page).locator("a").count() == 0
