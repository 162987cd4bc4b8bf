"""What people come for, tried from the front page on a phone: at most three taps, or one question and a tap."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.demonstration.conftest import MUNICIPALITIES
from tests.demonstration.reading import Reader

MOST_TAPS = 3


@pytest.fixture(params=MUNICIPALITIES)
def reader(page: Page, address: str, request: pytest.FixtureRequest) -> Reader:
    return Reader(page, address, str(request.param), MOST_TAPS)


def test_whom_do_i_call_now(reader: Reader) -> None:
    number = reader.article.locator('a[href="tel:113"]').first
    expect(number).to_be_in_viewport()
    expect(reader.article.get_by_text("Barnevernsvakta").first).to_be_in_viewport()
    reader.ask("ringe barnevernvakta")
    reader.sees("Vakthavende i barnevernsvakta", "00 00 00 00", "er en plassholder")
    reader.article.locator("summary", has_text="Mer om Vakthavende").first.click()
    reader.sees("Ved fravær")


def test_may_i_share_this_with_the_school(reader: Reader) -> None:
    reader.tap(re.compile("^Kan jeg dele"))
    reader.tap(re.compile("^Barnehage$"))
    reader.tap(re.compile("^Skole$"))
    reader.sees(re.compile("^Spør foreldrene først"), re.compile(r"barnehageloven §\s2 a"), "Slik gjør du")


def test_must_i_tell_child_welfare_that_i_worry(reader: Reader) -> None:
    reader.tap(re.compile("^Kan jeg dele"))
    reader.tap(re.compile("^NAV$"))
    reader.tap(re.compile("^Barnevern$"))
    reader.sees(re.compile("^Du skal melde"), re.compile(r"barnevernsloven §\s13-2"), "Slik gjør du")


def test_what_are_the_steps_when_i_worry_about_a_child(reader: Reader) -> None:
    reader.tap("Jeg er bekymret for et barn")
    reader.sees("Steg for steg", "Ansvarlig", "Frist", re.compile("Akutt: barnet er i fare nå"))


def test_who_leads_and_attends_the_next_interdisciplinary_meeting(reader: Reader) -> None:
    reader.tap(re.compile("^Møteplasser"))
    reader.tap("Møteåret")
    reader.tap_first("[class*=year]")
    reader.sees("Møteleder", "Deltakere", re.compile("^Neste møte|^Holdes på"))


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
