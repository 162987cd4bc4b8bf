"""Addresses as programs read them."""

from __future__ import annotations

import pytest
from builder.edition.edition import Edition
from builder.feeds.files import files
from builder.model.handbook import Handbook
from builder.views import urls

from tests.support import published_at


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://handbok.lillevik.no/", "https://handbok.lillevik.no/"),
        ("https://håndbok.risør.no/", "https://xn--hndbok-iua.xn--risr-ira.no/"),
        ("https://håndbok.no/åpen?q=ø", "https://xn--hndbok-iua.no/%C3%A5pen?q=%C3%B8"),
        ("https://a.no/%C3%A5", "https://a.no/%C3%A5"),
        ('https://a.no/"<x>', "https://a.no/%22%3Cx%3E"),
        ("https://Håndbok.Risør.no:8443/a?b=c", "https://xn--hndbok-iua.xn--risr-ira.no:8443/a?b=c"),
        ("https://handbok.no/søk", "https://handbok.no/s%C3%B8k"),
        ("ppt@risør.kommune.no", "ppt@xn--risr-ira.kommune.no"),
        ("bjørn@risor.kommune.no", "bjørn@risor.kommune.no"),
        (
            "https://håndbok_.no/",
            "https://håndbok_.no/",
        ),  # no such host is possible, so it is left for whoever reads it
    ],
)
def test_hosts_are_written_in_ascii(written: str, read: str) -> None:
    assert urls.in_ascii(written) == read


def test_an_address_below_a_site(mini: Handbook) -> None:
    assert urls.address("https://håndbok.no/praksis/", "a/å.html") == "https://xn--hndbok-iua.no/praksis/a/%C3%A5.html"
    assert urls.address(None, "a.html") is None


def test_no_feed_has_a_host_in_other_letters(mini: Handbook) -> None:
    made = files(Edition(published_at(mini, "https://håndbok.no")))
    told = {path for path, content in made.items() if b"xn--hndbok-iua.no" in content}
    wrong = {path for path, content in made.items() if "//håndbok.no" in content.decode()}
    assert {path.rpartition(".")[2] for path in told} >= {"atom", "ics", "json"}
    assert wrong <= {"handbook.json"}  # the record as the municipality has written it
