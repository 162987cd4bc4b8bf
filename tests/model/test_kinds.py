"""The later kinds of record: plans, cases to practise on, checklists, notes of change, and free pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builder.edition.edition import Edition
from builder.model.handbook import Handbook
from builder.pdf.book import book_html

from tests.support import Document, checked, findings, mini_file, site_html, varied


@pytest.fixture(scope="module")
def documents(mini_html: dict[str, str]) -> dict[str, Document]:
    return {path: Document(html) for path, html in mini_html.items()}


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("planer", "tjenester/ppt.html"),
        ("planer", "moteplasser/team.html"),
        ("planer", "lover.html#barnevernsloven-13-1"),
        ("tjenester/ppt", "../planer.html#oppvekstplan"),
        ("moteplasser/team", "../planer.html#oppvekstplan"),
        ("lover", "planer.html#oppvekstplan"),
        ("ovelser/index", "stille-barn.html"),
        ("ovelser/stille-barn", "../situasjoner/bekymret-barn.html"),
        ("situasjoner/bekymret-barn", "../ovelser/stille-barn.html"),
        ("taushetsplikt/meldeplikt", "../ovelser/stille-barn.html"),
        ("taushetsplikt/meldeplikt", "../ny-her/skole.html"),
        ("skjemaer/samtykke", "../ovelser/stille-barn.html"),
        ("ny-her/index", "skole.html"),
        ("ny-her/skole", "../taushetsplikt/meldeplikt.html"),
        ("hva-er-nytt", "situasjoner/uenighet.html"),
        ("situasjoner/uenighet", "../hva-er-nytt.html#ny-rutine"),
        ("index", "planer.html"),
        ("index", "egenkontroll.html"),
    ],
)
def test_records_lead_to_each_other(documents: dict[str, Document], page: str, address: str) -> None:
    assert address in documents[page].addresses


def test_what_only_tells_about_a_record_does_not_count_as_use(documents: dict[str, Document]) -> None:
    used = documents["skjemaer/samtykke"].text.partition("Brukes i")[2].partition("Øv på dette")[0]
    assert "Med samtykke kan du dele" in used
    assert "Barnet som ble stille" not in used


def test_a_plan_that_has_ended_is_marked(mini_html: dict[str, str]) -> None:
    text = mini_html["planer"]
    assert text.count("gått ut") == 1
    assert "gått ut" in text.partition("Avtale mellom skolen og PPT")[2]


def test_a_plan_may_not_end_before_it_begins(tmp_path: Path) -> None:
    name = "lillevik/plans.yml"
    root = varied(tmp_path, {name: mini_file(name).replace("valid_to: 2027-12-31", "valid_to: 2024-12-31")})
    assert [message for _, _, message in findings(checked(root))] == [
        "«posten» slutter 2024-12-31, før den begynner 2025-01-01"
    ]


def test_the_answer_is_folded_on_the_site_and_printed_in_the_book(mini: Handbook, mini_html: dict[str, str]) -> None:
    answer = re.search(r"<details class=\"hb-answer\">(.*?)</details>", mini_html["ovelser/stille-barn"], re.DOTALL)
    assert answer
    assert "Du snakker med en kollega" in answer[1]
    book = Document(book_html(Edition(mini))).text
    assert book.index("Hva gjør du først?") < book.index("Du snakker med en kollega")


def test_a_checklist_is_in_the_order_of_time(documents: dict[str, Document]) -> None:
    text = documents["ny-her/skole"].text
    assert text.index("Første dag") < text.index("Finn nødnumrene") < text.index("Første måned")
    assert "Første uke" not in text


def test_the_newest_change_comes_first(documents: dict[str, Document]) -> None:
    text = documents["hva-er-nytt"].text
    assert text.index("Teamet møtes oftere") < text.index("Ny rutine ved uenighet")


def test_a_free_page_is_under_about(mini: Handbook) -> None:
    about = next(chapter for chapter in Edition(mini).chapters() if chapter.title == "Om håndboka")
    assert [page.path for page in about.pages] == ["om/index", "om/slik-ble-den-til", "apne-data"]


def test_a_chapter_without_records_is_left_out(tmp_path: Path) -> None:
    kinds = ("plans", "training", "onboarding", "changes", "pages")
    root = varied(tmp_path, {f"lillevik/{kind}.yml": None for kind in kinds})
    result = checked(root)
    assert findings(result) == []
    titles = {chapter.title for chapter in Edition(result.handbook).chapters()}
    assert titles.isdisjoint({"Planer og avtaler", "Øv dere", "Ny her?", "Hva er nytt"})
    assert "ny-her/index.html" not in Document(site_html(result.handbook)["index"]).addresses


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("plans", "services: [ppt, skole]", "services: [pptt, skole]", "fant ikke tjeneste med id «pptt»; mente du «ppt»?"),
        ("training", "rules: [meldeplikt]", "rules: [meldepligt]", "fant ikke regel med id «meldepligt»; mente du «meldeplikt»?"),
        ("changes", "{forums: [team]}", "{forums: [teamet]}", "fant ikke møteplass med id «teamet»; mente du «team»?"),
        ("onboarding", "owner: skole.rektor", "owner: skole.rector", "fant ikke rolle eller kontakt med id «skole.rector»; mente du «skole.rektor»?"),
    ],
)  # fmt: skip
def test_a_name_that_is_not_there_is_told(tmp_path: Path, name: str, old: str, new: str, message: str) -> None:
    path = f"lillevik/{name}.yml"
    root = varied(tmp_path, {path: mini_file(path).replace(old, new, 1)})
    assert message in [text for _, _, text in findings(checked(root))]


REGISTER = """\
id: lovregister
owner: ansatt
next_review: 2027-09-01
verified: {date: 2026-11-22, by: Redaksjonen, how: Leste kildene}
reservations:
  - {topic: Ny lov, risk: high, what: Ikke avklart., action: Sjekk hos Lovdata.}
"""


def test_the_page_of_laws_tells_when_the_register_was_verified(tmp_path: Path) -> None:
    result = checked(varied(tmp_path, {"common/register.yml": REGISTER}))
    assert findings(result) == []
    text = Document(site_html(result.handbook)["lover"]).text
    assert "Registeret ble kontrollert 22. november 2026" in text
    assert "Ny lov risiko: høy" in text


def test_a_handbook_that_cites_law_says_when_the_register_was_verified(tmp_path: Path) -> None:
    result = checked(varied(tmp_path, {"common/register.yml": None}))
    assert findings(result) == [
        (
            "mini/lillevik/municipality.yml:1:5",
            "register-age",
            "det står ikke når lovregisteret ble kontrollert; skriv det i common/register.yml, med verified",
        )
    ]


def test_a_register_that_cannot_be_read_is_not_missing_too(tmp_path: Path) -> None:
    result = checked(varied(tmp_path, {"common/register.yml": "["}))
    assert {rule for _, rule, _ in findings(result)} == {"yaml"}


@pytest.mark.parametrize(("date", "old"), [("2025-11-22", False), ("2025-11-21", True)])
def test_an_old_register_gives_a_warning(tmp_path: Path, date: str, old: bool) -> None:
    result = checked(varied(tmp_path, {"common/register.yml": REGISTER.replace("2026-11-22", date)}))
    assert [rule for _, rule, _ in findings(result)] == ["register-age"] * old
