"""Old addresses lead on, what was taken out says so, and handbooks of merged municipalities lead to each other."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from builder.edition.edition import Edition
from builder.facts.former import former_contacts, gone, moved
from builder.model.history import Edition as Published
from builder.model.history import History, News
from builder.portal.card import card
from builder.views.moved import files

from tests.facts.support import of_rule
from tests.rules.test_rules import with_fragment
from tests.support import Document, checked, handbok, mini_file, site_html, varied

MOVED = """
    services: [{id: skole, formerly: [grunnskolen]}]
    forums: [{id: team, formerly: [tverrfaglig]}]
    """
LED_ON = """
    services: [{id: skole, formerly: [tjeneste]}]
    pathways: [{id: akutt, formerly: [fare]}]
    rules: [{id: meldeplikt, formerly: [si-fra]}]
    """
REMOVED = """
    removed:
      - {id: klubben, name: Klubben, was: "services:klubben", date: 2026-11-01, why: Kommunen la den ned.,
         instead: "services:skole"}
    """


def test_the_page_at_an_old_address_leads_to_the_record() -> None:
    pages = site_html(with_fragment(MOVED).handbook)
    old = Document(pages["tjenester/grunnskolen"])
    assert "Siden har flyttet" in old.text
    assert "Lillevik skole" in old.text
    assert 'href="skole.html"' in pages["tjenester/grunnskolen"]


def test_calendars_cards_and_prints_are_at_their_old_addresses_too() -> None:
    edition = Edition(with_fragment(MOVED).handbook)
    found = files(edition.handbook, edition.printables)
    assert found["kalender/tverrfaglig.ics"] == "kalender/team.ics"
    assert found["utskrift/moteark-tverrfaglig.pdf"] == "utskrift/moteark-team.pdf"
    assert found["kontakter/grunnskolen.rektor.vcf"] == "kontakter/skole.rektor.vcf"


def test_pages_on_a_sheet_are_at_their_old_addresses_too() -> None:
    edition = Edition(with_fragment(LED_ON).handbook)
    found = files(edition.handbook, edition.sheets)
    assert found["utskrift/tjeneste-tjeneste.pdf"] == "utskrift/tjeneste-skole.pdf"
    assert found["utskrift/situasjon-fare.pdf"] == "utskrift/situasjon-akutt.pdf"
    assert found["utskrift/regel-si-fra.pdf"] == "utskrift/regel-meldeplikt.pdf"


def test_a_contact_with_another_id_is_found_under_every_name_it_had() -> None:
    fragment = "services: [{id: skole, formerly: [a], contacts: [{id: rektor, formerly: [leiar]}]}]"
    found = {str(before): str(now) for before, now in former_contacts(with_fragment(fragment).handbook)}
    assert found == dict.fromkeys(("skole.leiar", "a.rektor", "a.leiar"), "skole.rektor")


def test_what_was_taken_out_says_where_to_go() -> None:
    text = Document(site_html(with_fragment(REMOVED).handbook)["tjenester/klubben"]).text
    for said in (
        "Tatt ut av håndboka: Klubben",
        "1. november 2026",
        "Kommunen la den ned.",
        "Gå til: Lillevik skole",
    ):
        assert said in text


def test_what_earlier_publications_had_says_that_it_is_gone_until_it_is_pruned() -> None:
    handbook = with_fragment("services: []").handbook
    news = News(kind="services", id="klubben", text="Tatt ut: Klubben (tjeneste)", gone=True)
    history = History(editions=(Published(date=dt.date(2026, 11, 1), news=(news,)),))
    assert "Tatt ut: Klubben (tjeneste)" in Document(site_html(handbook, history)["tjenester/klubben"]).text
    pruned = history.model_copy(
        update={"editions": (Published(date=dt.date(2026, 11, 1), news=(news.model_copy(update={"pruned": True}),)),)}
    )
    assert list(gone(handbook, pruned)) == []


def test_what_moved_or_is_back_is_not_gone() -> None:
    news = [News(kind="services", id=one, text=one, gone=True) for one in ("grunnskolen", "ppt")]
    history = History(editions=(Published(date=dt.date(2026, 11, 1), news=tuple(news)),))
    handbook = with_fragment(MOVED).handbook
    assert list(gone(handbook, history)) == []
    assert {(one.kind.name, one.former_id) for one in moved(handbook)} == {
        ("services", "grunnskolen"),
        ("forums", "tverrfaglig"),
    }


def test_an_old_id_that_is_asked_for_is_told_as_what_it_is_called_now() -> None:
    fragment = "services: [{id: skole, formerly: [grunnskolen]}, {id: ppt, works_with: [grunnskolen]}]"
    assert of_rule("unknown-reference", fragment) == ["fant ikke tjeneste med id «grunnskolen»; den heter nå «skole»"]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-01-01", "ble en del av Storvik kommune torsdag 1. januar 2026. Denne håndboka gjelder ikke lenger."),
        ("2028-01-01", "blir en del av Storvik kommune lørdag 1. januar 2028."),
    ],
)
def test_a_municipality_that_is_merged_leads_to_its_successor(tmp_path: Path, day: str, said: str) -> None:
    name = "lillevik/municipality.yml"
    text = mini_file(name) + f"successors:\n  - {{number: 9999, name: Storvik, from: {day}, slug: storvik}}\n"
    root = varied(tmp_path / "h", {name: text})
    assert handbok("build", "--handbook", str(root), "--output", str(tmp_path / "ut"), "--no-pdf").returncode == 0
    for page, address in (("index.html", "../storvik/index.html"), ("tjenester/ppt.html", "../../storvik/index.html")):
        html = (tmp_path / "ut" / "lillevik" / page).read_text(encoding="utf-8")
        assert f"Lillevik kommune {said}" in Document(html).text
        assert f'href="{address}"' in html
    portal = (tmp_path / "ut" / "index.html").read_text(encoding="utf-8")
    assert ("Gjelder ikke lenger" in portal) == (day < "2026-11-22")


def test_the_handbooks_before_are_on_the_front_page_and_the_card_knows_what_ended(tmp_path: Path) -> None:
    name = "lillevik/municipality.yml"
    text = mini_file(name) + (
        "predecessors:\n  - {number: 8888, name: Bygda, website: 'https://bygda.example/handbok'}\n"
        "successors:\n  - {number: 9999, name: Storvik}\n"
    )
    handbook = checked(varied(tmp_path, {name: text})).handbook
    assert "Håndboka for Bygda, som ikke gjelder lenger" in Document(site_html(handbook)["index"]).text
    assert json.loads(card(handbook, None))["ended"] == [{"name": "Storvik", "address": ""}]
