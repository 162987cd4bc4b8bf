"""Addresses are in the language of the handbook, and each page has its own."""

from __future__ import annotations

import pytest
from builder.i18n import LANGUAGES
from builder.model.kind import OwnPages
from builder.model.kinds import KINDS
from builder.model.vocabulary import Category
from builder.views import routes
from builder.views.localized import localized
from builder.views.urls import page, page_file

from tests.support import MINI, all_pages, checked

WRITTEN = [code for code, language in LANGUAGES.items() if language.written]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index", "index"),
        ("tjenester/ppt", "tenester/ppt"),
        ("tjenester/index", "tenester/index"),
        ("moteplasser/motearet", "moteplassar/motearet"),
        ("moteplasser/skjemaer", "moteplassar/skjemaer"),
        ("hvem-gjor-hva", "kven-gjer-kva"),
        ("kan-jeg-dele/skole", "kan-eg-dele/skule"),
        ("jobber/helsestasjon-og-skolehelsetjeneste", "jobbar/helsestasjons-og-skulehelseteneste"),
        ("om/personvern", "om/personvern"),
        ("noe-nytt/her", "noe-nytt/her"),
    ],
)
def test_words_are_put_in_the_language_and_ids_are_not(path: str, expected: str) -> None:
    assert localized(path, "nn") == expected
    assert localized(path, "nb") == path


def test_the_address_of_a_page_on_the_web() -> None:
    assert page_file("ordliste", "nn") == "ordliste.html"
    assert page("https://h.example/", "tjenester/ppt", "nn") == "https://h.example/tenester/ppt.html"
    assert page(None, "tjenester/ppt", "nn") is None


@pytest.mark.parametrize("language", WRITTEN)
def test_no_two_pages_have_one_address(language: str) -> None:
    paths = {page.path for page in all_pages(checked(MINI).handbook)}
    paths |= {routes.share_page(category) for category in Category}
    paths |= {routes.workplace_page(category) for category in Category}
    paths |= {kind.address.index for kind in KINDS.values()}
    assert len({localized(path, language) for path in paths}) == len(paths)


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if isinstance(kind.address, OwnPages)], ids=repr)
def test_each_folder_of_pages_has_words(kind: object) -> None:
    """A new folder is not forgotten; some are the same in both."""
    address = kind.address  # type: ignore[attr-defined]
    same = {"om", "ny-her", "samarbeidsavtaler"}
    assert localized(address.index, "nn") != address.index or address.folder in same
