"""A place for every record, and no address that leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

import pytest
from builder.edition.edition import Edition
from builder.model.fields import is_identifier
from builder.model.forum import FORUMS
from builder.model.glossary import GLOSSARY
from builder.model.handbook import Handbook
from builder.model.kind import OwnPages, SharedPage
from builder.model.kinds import KINDS
from builder.model.law import LAWS
from builder.model.municipality import EMERGENCY, MUNICIPALITY
from builder.model.register_date import REGISTER
from builder.model.service import CONTACTS, SERVICES
from builder.pdf.book import book_html
from builder.slug import slug
from builder.views import urls
from builder.views.page import Link, Page, Place
from builder.views.routes import Names, family_page, place_of

from tests.support import Document, checked, errors, mini_file, site_html, varied
from tests.views.test_related import leads_to


@pytest.fixture(scope="module")
def html_of_all(all_kinds: Handbook) -> dict[str, str]:
    return site_html(all_kinds)


def test_every_record_has_a_place_and_the_place_shows_it(mini: Handbook, documents: dict[str, Document]) -> None:
    for kind, record in mini.everything():
        if kind in (LAWS, MUNICIPALITY):
            continue
        place = place_of(kind, record.id)
        assert place.page in documents, (kind, record.id)
        words = {
            EMERGENCY: getattr(record, "name", ""),
            GLOSSARY: getattr(record, "term", ""),
            REGISTER: "Registeret ble kontrollert",
        }.get(kind, record.label)
        assert words in documents[place.page].text or getattr(record, "name", words) in documents[place.page].text


def test_no_record_can_have_the_address_of_another_page(all_kinds: Handbook, html_of_all: dict[str, str]) -> None:
    own = {kind: kind.address for kind in KINDS.values() if isinstance(kind.address, OwnPages)}
    assert len({address.folder for address in own.values()}) == len(own) > 5
    for kind, address in own.items():
        paths = [PurePosixPath(path) for path in html_of_all]
        names = {path.name for path in paths if path.parent.as_posix() == address.folder}
        assert "index" in names
        assert names - {record.id for record in all_kinds.of(kind)} <= address.taken


def test_no_record_can_have_the_anchor_of_another_part_of_its_page(
    all_kinds: Handbook, html_of_all: dict[str, str]
) -> None:
    shared = {kind: kind.address for kind in KINDS.values() if isinstance(kind.address, SharedPage)}
    assert len(shared) > 3
    for kind, address in shared.items():
        html = html_of_all[address.index]
        title = re.findall(r'<h1 id="([^"]+)"', html)
        parts = set(Document(html).ids) - {record.id for record in all_kinds.of(kind)} - set(title)
        assert {part for part in parts if is_identifier(part) and not part[-1].isdigit()} <= address.taken


def test_no_forum_can_have_the_file_of_another() -> None:
    assert isinstance(FORUMS.address, OwnPages)
    assert {urls.calendar(name) for name in FORUMS.address.taken} >= {urls.CALENDARS, "kalender/steder.ics"}
    assert urls.calendar_of_place("torget") == urls.calendar("steder/torget")


def test_what_a_print_is_called_cannot_be_made_of_another_id() -> None:
    page = family_page(SERVICES, "ppt")
    assert urls.family_print(page, "en") != urls.family_print(family_page(SERVICES, "ppt-en"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_of_any_kind_can_be_linked_to_from_a_text(tmp_path: Path, mini: Handbook, kind: str) -> None:
    """Whatever `handbok check` lets through as a link must lead somewhere that exists."""
    name = "lillevik/services/skole.yml"
    record_id = next((record.id for found, record in mini.everything() if found.name == kind), "x")
    result = checked(varied(tmp_path, {name: mini_file(name) + f"note: Se [dette]({kind}:{record_id}) her.\n"}))
    if errors(result):
        assert [rule for _, rule, _ in errors(result)] == ["prose-link"]
        return  # refused, which is also an answer
    html = site_html(result.handbook)
    found = {path: Document(page) for path, page in html.items()}
    assert ">dette</a>" in html["tjenester/skole"]
    for page, anchor in leads_to(found, "tjenester/skole"):
        assert page in found
        assert not anchor or anchor in found[page].ids
    assert Document(book_html(Edition(result.handbook))).text.count("dette") > 0


def links_in(value: object) -> Iterator[Link]:
    """Every Link somewhere in the context of a page."""
    if isinstance(value, Link):
        yield value
    elif is_dataclass(value):
        for declared in fields(value):
            yield from links_in(getattr(value, declared.name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from links_in(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from links_in(item)


def test_every_link_names_a_page_that_exists_and_an_anchor_on_it(
    pages: dict[str, Page], documents: dict[str, Document]
) -> None:
    seen = 0
    for page in pages.values():
        for link in links_in(page.context):
            if link.place is None:
                continue
            seen += 1
            assert link.text.strip()
            assert link.place.page in pages, link
            assert not link.place.anchor or link.place.anchor in documents[link.place.page].ids, link
    assert seen > 60


def test_every_address_on_every_page_leads_somewhere(documents: dict[str, Document]) -> None:
    for source in documents:
        for page, anchor in leads_to(documents, source):
            assert page in documents, (source, page)
            assert not anchor or anchor in documents[page].ids, (source, page, anchor)


def test_every_address_in_the_book_leads_somewhere(mini: Handbook) -> None:
    document = Document(book_html(Edition(mini)))
    ids = document.ids
    assert len(ids) == len(set(ids))
    inside = [address for address in document.addresses if address.startswith("#")]
    assert len(inside) > 60
    assert {unquote(address[1:]) for address in inside} <= set(ids)
    assert all(a.startswith(("#", "tel:", "mailto:", "https:")) or a.endswith(".css") for a in document.addresses)


def test_a_placeholder_number_can_never_be_dialled(mini: Handbook, documents: dict[str, Document]) -> None:
    for document in [*documents.values(), Document(book_html(Edition(mini)))]:
        assert not [address for address in document.addresses if address.startswith("tel:") and "00-00" in address]
        assert "None" not in document.addresses
        assert "tel:00000000" not in document.addresses


def test_a_placeholder_among_the_emergency_numbers_is_no_link(tmp_path: Path) -> None:
    name = "common/emergency.yml"
    root = varied(tmp_path, {name: mini_file(name) + "- {id: vakt, name: Vakta, phone: 00 00 00 00, when: Natt}\n"})
    result = checked(root)
    assert result.ok
    for path, html in site_html(result.handbook).items():
        assert 'href="None"' not in html, path


@pytest.mark.parametrize(
    ("text", "expected"),
    [("§ 7-2 a", "7-2-a"), ("Blåbær og øl", "blabaer-og-ol"), ("É à la", "e-a-la"), ("", ""), ("--", ""), ("«Å»", "a")],
)
def test_anchors_are_readable_from_norwegian(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_a_contact_is_named_with_its_service_unless_the_role_says_it(tmp_path: Path, mini: Handbook) -> None:
    assert Names(mini).actor("ppt.leder").text == "Leder, PPT"
    name = "lillevik/services/ppt.yml"
    root = varied(tmp_path, {name: mini_file(name).replace("role: Leder", "role: Leder for PPT")})
    assert Names(checked(root).handbook).actor("ppt.leder").text == "Leder for PPT"


def test_what_is_not_there_has_no_place(mini: Handbook) -> None:
    names = Names(mini)
    assert names.record(SERVICES, "finnes-ikke") == Link("finnes-ikke", None)
    assert names.resolve("services:finnes-ikke") is None
    assert names.resolve("ukjent:ppt") is None
    assert names.resolve("services") is None
    assert names.law("nonsensloven § 1") == Link("nonsensloven § 1")


def test_a_place_knows_its_page_and_anchor() -> None:
    assert place_of(CONTACTS, "ppt.leder") == Place("tjenester/ppt", "kontakt-leder")
    assert place_of(GLOSSARY, "ppt") == Place("ordliste", "ppt")
