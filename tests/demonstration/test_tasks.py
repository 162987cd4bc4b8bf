"""What people come for, tried from the front page on a phone: at most three taps, or one question and a tap."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.demonstration.conftest import MUNICIPALITIES

MOST_TAPS = 3


class Reader:
    """Somebody with a phone, who starts on the front page and whose taps are counted."""

    def __init__(self, page: Page, address: str, slug: str) -> None:
        self.page = page
        self.taps = 0
        page.goto(f"{address}/{slug}/index.html")

    @property
    def article(self) -> Locator:
        return self.page.locator("article")

    def tap(self, words: str | re.Pattern[str]) -> None:
        self._tap(self.article.get_by_role("link", name=words).first)

    def tap_first(self, among: str) -> None:
        self._tap(self.article.locator(among).get_by_role("link").first)

    def _tap(self, link: Locator) -> None:
        self.taps += 1
        assert self.taps <= MOST_TAPS, f"{link} is tap number {self.taps}"
        link.click()

    def ask(self, question: str) -> None:
        """Types into the field on the front page, and taps the first hit."""
        self.page.get_by_label("Hva lurer du på?").fill(question)
        self._tap(self.page.locator(".hb-hit > a:first-child").first)
        expect(self.article.locator("h1")).to_be_visible()

    def sees(self, *words: str | re.Pattern[str]) -> None:
        for found in words:
            expect(self.article.get_by_text(found).filter(visible=True).first).to_be_visible()


@pytest.fixture(params=MUNICIPALITIES)
def reader(page: Page, address: str, request: pytest.FixtureRequest) -> Reader:
    return Reader(page, address, str(request.param))


def test_whom_do_i_call_now(reader: Reader) -> None:
    number = reader.article.locator('a[href="tel:113"]').first
    expect(number).to_be_in_viewport()
    expect(reader.article.get_by_text("Barnevernsvakta").first).to_be_in_viewport()
    reader.ask("ringe barnevernvakta")
    reader.sees("Telefon", "Ved fravær")


def test_may_i_share_this_with_the_school(reader: Reader) -> None:
    reader.tap(re.compile("^Kan jeg dele"))
    reader.tap(re.compile("^Barnehage$"))
    reader.tap(re.compile("^Skole$"))
    reader.sees(re.compile("^Spør foreldrene først"), re.compile("barnehageloven § 2 a"), "Slik gjør du")


def test_must_i_tell_child_welfare_that_i_worry(reader: Reader) -> None:
    reader.tap(re.compile("^Kan jeg dele"))
    reader.tap(re.compile("^NAV$"))
    reader.tap(re.compile("^Barnevern$"))
    reader.sees(re.compile("^Du skal melde"), re.compile("barnevernsloven § 13-2"), "Slik gjør du")


def test_what_are_the_steps_when_i_worry_about_a_child(reader: Reader) -> None:
    reader.tap("Jeg er bekymret for et barn")
    reader.sees("Steg for steg", "Ansvarlig", "Frist", re.compile("Akutt: barnet er i fare nå"))


def test_who_leads_and_attends_the_next_interdisciplinary_meeting(reader: Reader) -> None:
    reader.tap(re.compile("^Møteplasser"))
    reader.tap("Møteåret")
    reader.tap_first("[class*=year]")
    reader.sees("Møteleder", "Deltakere", "Neste møte")


def test_where_is_the_consent_form(reader: Reader) -> None:
    reader.ask("samtykkeskjema")
    expect(reader.article.locator("h1")).to_have_text(re.compile("^Samtykke"))
    reader.sees("Skjema")


def test_who_decides_when_we_disagree(reader: Reader) -> None:
    reader.tap(re.compile("uenige"))
    reader.sees(re.compile("Kommunedirektøren bestemmer|Kommunedirektøren avgjør|kommunedirektøren", re.IGNORECASE))


def test_what_has_changed_since_last_month(reader: Reader) -> None:
    reader.tap(re.compile("^Hva er nytt"))
    reader.sees(re.compile(r"\d{1,2}\. \w+ 20\d\d"))
