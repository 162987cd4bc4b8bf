"""Chapters, and the order of what is in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder.edition.edition import Edition
from builder.model.collation import alphabetical
from builder.model.handbook import Handbook
from builder.pdf.book import book_html
from builder.views.page import Chapter, Medium

from tests.support import Document, all_pages, checked, errors, findings, mini_file, public, site_html, varied


def test_the_chapters_are_in_the_order_a_reader_needs_them(mini: Handbook) -> None:
    assert [chapter.title for chapter in Edition(mini).chapters()] == [
        "Forside",
        "Hva gjør jeg når …",
        "Hvor jobber du?",
        "Kan jeg dele?",
        "Taushetsplikt og deling",
        "Tjenester",
        "Kontakter",
        "Steder",
        "Møteplasser",
        "Hvem gjør hva",
        "Hvem bestemmer og hvem betaler",
        "Skjemaer og maler",
        "For barn, unge og foreldre",
        "Planer og avtaler",
        "Øv dere",
        "Ny her?",
        "Tilbud og faste opplegg",
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
    (root / "common").mkdir()  # and nothing that is shared
    text = mini_file("lillevik/municipality.yml").replace("disagreement: uenighet\n", "")
    (root / "lillevik" / "municipality.yml").write_text(text, encoding="utf-8")
    result = checked(root)
    assert errors(result) == []
    html = site_html(result.handbook)
    # The front page, the one for who is offline, the round, what goes on, and what introduces each chapter that has any.
    assert len(html) == 16
    for path, page in html.items():
        assert '<ul class="hb-emergency">\n</ul>' not in page, f"an empty list is read out as one: {path}"
    assert book_html(Edition(result.handbook))


def test_nothing_internal_is_on_any_page(tmp_path: Path) -> None:
    name = "lillevik/services/skole.yml"
    text = mini_file(name).replace("    role: Rektor\n", "    role: Rektor\n    direct_phone: 41 23 45 67\n")
    result = checked(varied(tmp_path, {name: text}))
    assert findings(result) == []
    for html in [*site_html(public(result.handbook)).values(), book_html(Edition(public(result.handbook)))]:
        assert "41 23 45 67" not in html.replace("\xa0", " ")
        assert "41234567" not in html
        assert "41-23-45-67" not in html
    assert "41\xa023\xa045\xa067" in book_html(Edition(result.handbook))


def test_the_index_has_every_name_and_is_in_the_book_alone(mini: Handbook) -> None:
    index = next(
        page for chapter in Edition(mini).chapters(Medium.BOOK) for page in chapter.pages if page.path == "stikkord"
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
    assert "index" not in {page.path for chapter in Edition(mini).chapters(Medium.BOOK) for page in chapter.pages}


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
