"""What is on which page: links both ways, a place for every record, and no place that does not exist."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from builder.edition.edition import Edition
from builder.model.collation import alphabetical
from builder.model.glossary import GLOSSARY
from builder.model.handbook import Handbook
from builder.model.kinds import KINDS
from builder.model.law import LAWS
from builder.model.municipality import EMERGENCY, MUNICIPALITY
from builder.model.register_date import REGISTER
from builder.model.service import CONTACTS, SERVICES
from builder.pdf.book import book_html
from builder.views.page import Audience, Chapter, Link, Page, Place
from builder.views.routes import Names, place_of, slug

from tests.support import Document, all_pages, checked, errors, findings, mini_file, site_html, varied


@pytest.fixture(scope="module")
def pages(mini: Handbook) -> dict[str, Page]:
    return {page.path: page for page in all_pages(mini)}


@pytest.fixture(scope="module")
def documents(mini_html: dict[str, str]) -> dict[str, Document]:
    return {path: Document(html) for path, html in mini_html.items()}


def leads_to(documents: dict[str, Document], source: str) -> set[tuple[str, str]]:
    """Page and anchor of each address within the handbook on a page."""
    found = set()
    for address in documents[source].addresses:
        if ":" in address:
            continue
        path, _, anchor = address.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(source), path)) if path else f"{source}.html"
        found.add((target.removesuffix(".html"), unquote(anchor)))
    return found


def test_the_chapters_are_in_the_order_a_reader_needs_them(mini: Handbook) -> None:
    assert [chapter.title for chapter in Edition(mini).chapters()] == [
        "Forside",
        "Hva gjør jeg når …",
        "Hvor jobber du?",
        "Kan jeg dele?",
        "Taushetsplikt og deling",
        "Tjenester",
        "Kontakter",
        "Møteplasser",
        "Hvem gjør hva",
        "Skjemaer og maler",
        "Planer og avtaler",
        "Øv dere",
        "Ny her?",
        "Ordliste",
        "Lover og paragrafer",
        "Hva er nytt",
        "Egenkontroll",
        "Om håndboka",
    ]


def test_every_page_has_a_path_of_its_own_and_a_title(mini: Handbook) -> None:
    found = all_pages(mini)
    assert len({page.path for page in found}) == len(found)
    assert all(page.title.strip() for page in found)
    assert all(not page.path.startswith("/") and ".." not in page.path for page in found)


# Both ways


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("tjenester/ppt", "moteplasser/team"),
        ("tjenester/skole", "moteplasser/team"),
        ("tjenester/skole", "taushetsplikt/meldeplikt"),
        ("tjenester/ppt", "taushetsplikt/meldeplikt"),
        ("situasjoner/bekymret-barn", "skjemaer/samtykke"),
        ("situasjoner/bekymret-barn", "moteplasser/team"),
        ("situasjoner/bekymret-barn", "situasjoner/uenighet"),
        ("situasjoner/bekymret-barn", "taushetsplikt/samtykke"),
        ("situasjoner/bekymret-barn", "tjenester/skole"),
        ("taushetsplikt/samtykke", "skjemaer/samtykke"),
        ("situasjoner/bekymret-barn", "lover"),
        ("tjenester/ppt", "lover"),
        ("hvem-gjor-hva", "situasjoner/bekymret-barn"),
    ],
)
def test_what_leads_there_leads_back(documents: dict[str, Document], here: str, there: str) -> None:
    assert there in {page for page, _ in leads_to(documents, here)}
    assert here in {page for page, _ in leads_to(documents, there)}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("tjenester/skole", ("situasjoner/bekymret-barn", "steg-meld")),
        ("tjenester/ppt", ("situasjoner/bekymret-barn", "steg-meld")),
        ("tjenester/ppt", ("situasjoner/uenighet", "steg-mote")),
        ("moteplasser/team", ("situasjoner/bekymret-barn", "steg-snakk")),
        ("situasjoner/bekymret-barn", ("tjenester/skole", "kontakt-rektor")),
        ("moteplasser/team", ("tjenester/ppt", "kontakt-leder")),
        ("situasjoner/bekymret-barn", ("hvem-gjor-hva", "ansatt")),
        ("situasjoner/bekymret-barn", ("lover", "barnevernsloven-13-2")),
        ("lover", ("taushetsplikt/meldeplikt", "")),
        ("ordliste", ("tjenester/ppt", "")),
        ("ordliste", ("ordliste", "helsesykepleier")),
        ("om/index", ("situasjoner/uenighet", "")),
        ("hvem-gjor-hva", ("moteplasser/team", "")),
    ],
)
def test_a_link_leads_to_the_very_place(documents: dict[str, Document], source: str, target: tuple[str, str]) -> None:
    assert target in leads_to(documents, source)


def test_a_partner_is_shown_on_both_services(tmp_path: Path) -> None:
    name = "lillevik/services/skole.yml"
    root = varied(tmp_path, {name: mini_file(name) + "works_with: [ppt]\n"})
    found = {path: Document(html) for path, html in site_html(checked(root).handbook).items()}
    assert ("tjenester/ppt", "") in leads_to(found, "tjenester/skole")
    assert ("tjenester/skole", "") in leads_to(found, "tjenester/ppt")


def rules_out(handbook: Handbook, path: str) -> list[str]:
    """The rules a service's page lists as its own when it gives information."""
    links = next(page for page in all_pages(handbook) if page.path == path).context.rules_out  # type: ignore[attr-defined]
    return [link.text for link in links]


def test_a_rule_for_a_kind_of_service_is_on_each_of_them_and_one_for_everyone_on_none(mini: Handbook) -> None:
    assert rules_out(mini, "tjenester/skole") == ["Du skal melde fra til barnevernet"]
    assert rules_out(mini, "tjenester/ppt") == ["Du skal melde fra til barnevernet"]


def test_a_rule_for_others_is_not_shown(tmp_path: Path) -> None:
    name = "common/rules.yml"
    text = mini_file(name).replace("sender: {categories: [school, ppt]}", "sender: {categories: [police]}")
    assert rules_out(checked(varied(tmp_path, {name: text})).handbook, "tjenester/skole") == []


# Places


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


# Order


def titles(chapter: Chapter) -> list[str]:
    return [page.title for page in chapter.pages[1:]]


def test_norwegian_letters_come_last(tmp_path: Path) -> None:
    service = "category: other\n  government: municipality\n  summary: x\n"
    names = ["Ål skole", "Ærfugl skole", "Østre skole", "Zoo", "Alfa"]
    text = "".join(f"- id: s{number}\n  name: {name}\n  {service}" for number, name in enumerate(names))
    handbook = checked(varied(tmp_path, {"lillevik/services/flere.yml": text})).handbook
    found = [service.name for service in handbook.services if service.id.startswith("s") and service.id[1:].isdigit()]
    assert found == ["Alfa", "Zoo", "Ærfugl skole", "Østre skole", "Ål skole"]


def test_words_are_in_norwegian_order_and_each_letter_comes_once(tmp_path: Path) -> None:
    words = ["åpen", "ærlig", "øving", "avtale", "zoo", "1b", "2c", "1d", "Én", "ed"]
    text = "".join(f"- {{id: t{number}, term: '{word}', meaning: x}}\n" for number, word in enumerate(words))
    handbook = checked(varied(tmp_path, {"lillevik/glossary.yml": text})).handbook
    page = next(page for page in all_pages(handbook) if page.path == "ordliste")
    groups = page.context.groups  # type: ignore[attr-defined]
    assert isinstance(groups, list)
    letters = [group.letter for group in groups]
    assert len(letters) == len(set(letters))
    assert [letter for letter in letters if letter in "AZÆØÅ"] == ["A", "Z", "Æ", "Ø", "Å"]
    document = Document(site_html(handbook)["ordliste"])
    assert len(document.ids) == len(set(document.ids))


def test_sections_are_in_the_order_of_the_act(tmp_path: Path) -> None:
    law = "common/laws/barnevernsloven.yml"
    name = "lillevik/services/skole.yml"
    numbers = ["§ 10", "§ 9", "§ 9 a", "§ 9-10", "§ 9-2"]
    provisions = "".join(f"  - {{section: {number}, description: x}}\n" for number in numbers)
    cited = "legal_basis: [" + ", ".join(f"barnevernsloven {number}" for number in numbers) + "]"
    before = 'legal_basis: ["barnevernsloven § 13-2"]'
    assert before in mini_file(name)
    school = mini_file(name).replace(before, cited)
    root = varied(tmp_path, {law: mini_file(law) + provisions, name: school})
    result = checked(root)
    assert findings(result) == []
    page = next(page for page in all_pages(result.handbook) if page.path == "lover")
    groups = page.context.groups  # type: ignore[attr-defined]
    assert isinstance(groups, list)
    sections = [row.provision.section for row in groups[0].provisions]
    a_first = ["§ 9", "§ 9 a", "§ 9-2", "§ 9-10", "§ 10", "§ 13-1", "§ 13-2"]
    a_last = ["§ 9", "§ 9-2", "§ 9-10", "§ 9 a", "§ 10", "§ 13-1", "§ 13-2"]
    assert sections in (a_first, a_last)


def test_pathways_are_in_the_order_the_municipality_gave(mini: Handbook) -> None:
    pathways = next(chapter for chapter in Edition(mini).chapters() if chapter.title == "Hva gjør jeg når …")
    assert titles(pathways) == ["Jeg er bekymret for et barn", "Akutt: barnet er i fare nå", "Vi er uenige om ansvaret"]


def test_the_emergency_numbers_come_in_their_order_on_the_front_page(documents: dict[str, Document]) -> None:
    text = documents["index"].text
    assert text.index("112") < text.index("116 111")


def test_what_must_be_reported_comes_before_what_may_be_shared(mini: Handbook) -> None:
    rules = next(chapter for chapter in Edition(mini).chapters() if chapter.title == "Taushetsplikt og deling")
    assert titles(rules) == [
        "Du skal melde fra til barnevernet",
        "Du skal hindre alvorlige lovbrudd",
        "Med samtykke kan du dele",
    ]


def test_a_handbook_with_only_a_municipality_has_all_chapters(tmp_path: Path) -> None:
    root = tmp_path / "h"
    (root / "lillevik").mkdir(parents=True)
    text = mini_file("lillevik/municipality.yml").replace("disagreement: uenighet\n", "")
    (root / "lillevik" / "municipality.yml").write_text(text, encoding="utf-8")
    result = checked(root)
    assert errors(result) == []
    html = site_html(result.handbook)
    assert len(html) == 13  # the front page, and the page that introduces each chapter that is not empty
    for path, page in html.items():
        assert '<ul class="hb-emergency">\n</ul>' not in page, f"an empty list is read out as one: {path}"
    assert book_html(Edition(result.handbook))


def test_nothing_internal_is_on_any_page(tmp_path: Path) -> None:
    name = "lillevik/services/skole.yml"
    text = mini_file(name).replace("    role: Rektor\n", "    role: Rektor\n    direct_phone: 41 23 45 67\n")
    result = checked(varied(tmp_path, {name: text}))
    assert findings(result) == []
    for html in [*site_html(result.handbook).values(), book_html(Edition(result.handbook))]:
        assert "41 23 45 67" not in html
        assert "41234567" not in html
        assert "41-23-45-67" not in html


def test_the_index_has_every_name_and_is_in_the_book_alone(mini: Handbook) -> None:
    index = next(
        page for chapter in Edition(mini).chapters(Audience.BOOK) for page in chapter.pages if page.path == "stikkord"
    )
    entries = [entry for group in index.context.groups for entry in group.entries]  # type: ignore[attr-defined]
    words = {entry.word for entry in entries}
    for service in mini.services:
        assert {service.name, service.label, *service.aliases} <= words
    for term in mini.terms:
        assert {term.term.casefold(), *map(str.casefold, term.old_names)} <= {word.casefold() for word in words}
    for form in mini.forms:
        assert {form.title, *form.aliases} <= words
    assert [e.word for e in entries] == sorted((e.word for e in entries), key=alphabetical)
    assert "stikkord" not in {page.path for page in all_pages(mini)}
    assert "index" not in {page.path for chapter in Edition(mini).chapters(Audience.BOOK) for page in chapter.pages}


def test_the_overview_of_a_pathway_shows_levels_deadlines_loops_and_exits(mini_html: dict[str, str]) -> None:
    overview = mini_html["situasjoner/bekymret-barn"].split('<nav class="hb-overview"')[1].split("</nav>")[0]
    told = Document(overview).text
    assert told.index("Nivå 0") < told.index("Snakk med en kollega") < told.index("Meld fra")
    assert "Frist: innen 7 dager, regnet fra du ble bekymret" in told
    assert "Ut til Vi er uenige om ansvaret hvis: Det er uenighet" in told
    assert "Tilbake til steg 1 hvis: Det viser seg å være noe annet" in told
    assert "Forløpet kan slutte her." in told


def test_a_step_says_whom_to_ring_and_where_the_answer_about_sharing_is(mini_html: dict[str, str]) -> None:
    page = mini_html["situasjoner/bekymret-barn"]
    assert "../kan-jeg-dele/index.html" in Document(page).addresses
    assert page.count("<dt>Ring</dt>") == 1  # the head has a telephone; «you who are worried» is no contact


def test_a_role_that_lies_with_a_contact_is_reached_by_its_telephone(tmp_path: Path) -> None:
    name = "common/roles.yml"
    text = mini_file(name).replace("- id: ansatt\n", "- id: ansatt\n  held_by: [ppt.leder]\n")
    page = site_html(checked(varied(tmp_path, {name: text})).handbook)["situasjoner/bekymret-barn"]
    assert page.count("<dt>Ring</dt>") == 2


def test_the_matrix_has_a_step_under_those_who_answer_for_it_and_those_who_take_part(mini: Handbook) -> None:
    context = next(page for page in all_pages(mini) if page.path == "hvem-gjor-hva").context
    rows: Any = context.rows  # type: ignore[attr-defined]
    found = {row.actor.text: [(mark.number, mark.responsible) for mark in row.cells[0]] for row in rows}
    service = next(service for service in mini.services if service.id == "ppt")
    assert found["Rektor, Lillevik skole"] == [(2, True)]
    assert found[service.name] == [(2, False)]
    assert found["Du som er bekymret"] == [(1, True)]


def test_a_grey_zone_is_shown_with_its_owner(tmp_path: Path) -> None:
    name = "lillevik/municipality.yml"
    zone = "grey_zones:\n  - {what: Ingen eier saken, owner: ppt.leder}\n"
    found = Document(site_html(checked(varied(tmp_path, {name: mini_file(name) + zone})).handbook)["hvem-gjor-hva"])
    assert "Ingen eier saken" in found.text
    assert "tjenester/ppt.html#kontakt-leder" in found.addresses


@pytest.mark.parametrize(("language", "name"), [("nb", "barnevernsloven"), ("nn", "barnevernslova")])
def test_an_act_is_called_what_it_is_called_in_the_form_of_norwegian_of_the_handbook(
    tmp_path: Path, language: str, name: str
) -> None:
    municipality = "lillevik/municipality.yml"
    text = mini_file(municipality).replace("written_standard: nb", f"written_standard: {language}")
    act = mini_file("common/laws/barnevernsloven.yml").replace("\ntitle:", "\nname_nn: barnevernslova\ntitle:", 1)
    root = varied(tmp_path, {municipality: text, "common/laws/barnevernsloven.yml": act})
    html = site_html(checked(root).handbook)
    assert f"{name} § 13-2" in Document(html["taushetsplikt/meldeplikt"]).text
    assert f">{name}</h2>" in html["lover"]
