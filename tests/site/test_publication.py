"""What a site tells of itself: its address where it has one, how it is put on a phone, and where it is not found."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from builder.edition.edition import Edition
from builder.edition.for_staff import NOTICE
from builder.feeds.files import files
from builder.model.handbook import Handbook
from builder.site.build import build_site
from builder.site.lost import lost_page
from builder.site.publication import MANIFEST, published_at, web_manifest

from tests.support import ROOT, SLUG, Document, public
from tests.support import published_at as somewhere


@pytest.fixture(scope="module")
def site(mini: Handbook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a handbook with an address, below the top of its host."""
    folder = tmp_path_factory.mktemp("published-at") / "site"
    edition = Edition(public(somewhere(mini, "https://håndbok.lillevik.no/praksis")))
    build_site(edition, ROOT / "mkdocs.yml", folder, tuple(files(edition)))
    return folder


def page(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


@pytest.mark.parametrize(
    ("website", "address"),
    [
        (None, None),
        ("https://handbok.lillevik.example/", None),
        ("https://handbok.lillevik.no", "https://handbok.lillevik.no/"),
        ("https://håndbok.lillevik.no/praksis", "https://xn--hndbok-iua.lillevik.no/praksis/"),
    ],
)
def test_the_address_of_a_site_is_one_that_somebody_can_own(
    mini: Handbook, website: str | None, address: str | None
) -> None:
    assert published_at(somewhere(mini, website).municipality) == address


def test_each_page_says_its_address(site: Path) -> None:
    for path in ("index.html", "tjenester/ppt.html"):
        canonical = page(site / path).select_one("link[rel=canonical]")
        assert canonical is not None
        assert canonical["href"] == f"https://xn--hndbok-iua.lillevik.no/praksis/{path}"


def test_the_sitemap_has_the_pages_by_their_addresses(site: Path) -> None:
    sitemap = ElementTree.parse(site / "sitemap.xml")
    addresses = [loc.text or "" for loc in sitemap.iterfind("{*}url/{*}loc")]
    assert len(addresses) > 20
    assert "https://xn--hndbok-iua.lillevik.no/praksis/tjenester/ppt.html" in addresses
    assert all(address.startswith("https://xn--hndbok-iua.lillevik.no/praksis/") for address in addresses)
    assert not any("assets/vendor" in address for address in addresses)
    assert not any(address.endswith(("uten-nett.html", "404.html")) for address in addresses)


def test_without_an_address_there_is_no_sitemap(published: Path) -> None:
    site = published / SLUG
    assert not list(site.glob("sitemap.xml*"))
    assert page(site / "index.html").select("link[rel=canonical]") == []


def test_pages_tell_of_the_feed_and_of_the_manifest(site: Path) -> None:
    found = page(site / "tjenester" / "ppt.html")
    feed = found.select_one('link[type="application/atom+xml"]')
    manifest = found.select_one("link[rel=manifest]")
    assert feed is not None
    assert feed["href"] == "../endringer.atom"
    assert "alternate" in feed["rel"]
    assert manifest is not None
    assert manifest["href"] == f"../{MANIFEST}"


def test_who_is_offline_is_found_by_no_search_engine(site: Path) -> None:
    assert page(site / "uten-nett.html").select_one('meta[name=robots][content="noindex"]')


def test_the_manifest_says_what_a_phone_asks(mini: Handbook, published: Path) -> None:
    site = published / SLUG
    manifest = json.loads((site / MANIFEST).read_text(encoding="utf-8"))
    assert manifest == json.loads(web_manifest(Edition(mini)))
    assert manifest["name"] == mini.municipality.title
    assert 0 < len(manifest["short_name"]) <= max(12, len(mini.municipality.name))
    assert manifest["lang"] == "nb"
    assert (site / manifest["start_url"]).is_file()
    assert [icon["sizes"] for icon in manifest["icons"]] == ["any"]
    assert all((site / icon["src"]).is_file() for icon in manifest["icons"])


def test_every_page_has_a_way_past_the_menu_and_names_its_parts_in_its_language(published: Path) -> None:
    for path in (published / SLUG).rglob("*.html"):
        found = page(path)
        skip = found.select_one("a.md-skip, a.skip")
        assert skip is not None, path
        assert skip.text == "Hopp til innholdet"
        assert found.select_one(str(skip["href"])) is not None, path
        assert not found.select('[aria-label="Header"], [aria-label="Footer"]'), path


def test_every_page_of_the_edition_for_staff_says_so_and_is_for_no_search_engine(published: Path) -> None:
    pages = list(published.rglob("*.html"))
    assert {"404.html", "index.html"} <= {path.name for path in pages if path.parent == published}
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert NOTICE in text, path
        assert 'name="robots" content="noindex' in text, path


def test_no_picture_is_loaded_from_within_a_style_sheet(published: Path) -> None:
    for path in (published / SLUG).rglob("*.css"):
        assert "data:" not in path.read_text(encoding="utf-8"), path


def test_the_page_for_what_does_not_exist_needs_no_other_file(site: Path, mini: Handbook) -> None:
    text = (site / "404.html").read_text(encoding="utf-8")
    document = Document(text)
    assert "<style>" in text
    assert "/praksis/situasjoner/bekymret-barn.html" in document.addresses
    assert "tel:112" in document.addresses
    relative = [one for one in document.addresses if not one.startswith(("/praksis/", "tel:", "mailto:", "#"))]
    assert relative == []
    assert 'action="/praksis/index.html"' in text


def test_without_an_address_it_is_thought_to_lie_at_the_top(mini: Handbook) -> None:
    text = lost_page(Edition(somewhere(mini, None)), None)
    assert 'href="/situasjoner/bekymret-barn.html"' in text
    assert "<link" not in text
