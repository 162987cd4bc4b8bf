"""The answer on the first screen: how far down a phone an answer stands, and how much is read before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.demonstration.conftest import MUNICIPALITIES, PHONE
from tests.demonstration.reading import Reader, screens_past_the_first, seconds_until

#: The longest page as it opens, before anything is unfolded.
MOST_SCREENS = 8
MOST_TAPS = 2
MOST_SECONDS = 20
SECONDS_TO_RING = 5
URGENT = ("index", "situasjoner/akutt", "taushetsplikt/meldeplikt")


@pytest.fixture(params=MUNICIPALITIES)
def reader(page: Page, address: str, request: pytest.FixtureRequest) -> Reader:
    return Reader(page, address, str(request.param), MOST_TAPS)


def answered(reader: Reader, answer: Locator) -> None:
    """Within the taps, the scrolling and the reading that somebody in a hurry puts up with."""
    expect(answer).to_be_visible()
    assert reader.screens + screens_past_the_first(answer) <= 1
    assert seconds_until(answer) <= MOST_SECONDS


# Whom do I call now


@pytest.mark.parametrize("path", URGENT)
@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_whom_to_ring_now_is_read_without_scrolling(page: Page, address: str, slug: str, path: str) -> None:
    page.goto(f"{address}/{slug}/{path}.html")
    for number in ("112", "113"):
        ring = page.locator(f'article a[href="tel:{number}"]').first
        expect(ring).to_be_in_viewport()
        assert seconds_until(ring) <= SECONDS_TO_RING, number


# The other tasks


def test_may_i_share_this_with_the_school(reader: Reader) -> None:
    reader.ask("kan barnehagen si det til skolen")
    answered(reader, reader.reads(re.compile("^Spør foreldrene først")))


def test_what_are_the_steps_when_i_worry_about_a_child(reader: Reader) -> None:
    reader.tap("Jeg er bekymret for et barn")
    answered(reader, reader.reads(re.compile("skriv ned (det|og)", re.IGNORECASE)))


def test_who_leads_and_attends_the_next_interdisciplinary_meeting(reader: Reader) -> None:
    reader.ask("neste forebyggende forum" if "harstad" in reader.page.url else "neste enhetslederforum")
    for name in ("Møteleder", "Deltakere", "Neste møte"):
        answered(reader, reader.reads(re.compile(f"^{name}")))


def test_where_is_the_consent_form(reader: Reader) -> None:
    reader.ask("samtykkeskjema")
    answered(reader, reader.article.locator('a[href$=".pdf"]').first)


def test_who_decides_when_we_disagree(reader: Reader) -> None:
    reader.tap(re.compile("uenige"))
    last = re.compile(r"Kommunedirektøren .*bestemmer|bestemmer kommunedirektøren")
    answered(reader, reader.reads(last))


def test_what_has_changed_since_last_month(reader: Reader) -> None:
    reader.ask("hva er nytt")
    answered(reader, reader.reads(re.compile(r"\d{1,2}\. \w+ 20\d\d")))


# No page is endless


@pytest.fixture(scope="module")
def tab(phone: BrowserContext) -> Iterator[Page]:
    tab = phone.new_page()
    yield tab
    tab.close()


@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_no_page_is_longer_than_a_reader_scrolls(tab: Page, address: str, site: Path, slug: str) -> None:
    root = site / slug
    long = {}
    for path in sorted(root.rglob("*.html")):
        tab.goto(f"{address}/{slug}/{path.relative_to(root).as_posix()}", wait_until="load")
        screens = tab.evaluate("document.documentElement.scrollHeight") / PHONE["height"]
        if screens > MOST_SCREENS:
            long[path.relative_to(root).as_posix()] = round(screens, 1)
    assert long == {}
