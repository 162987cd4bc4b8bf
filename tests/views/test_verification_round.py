"""The round: what is due, by owner, with a message that is ready and how the answer is written."""

from __future__ import annotations

from pathlib import Path

from builder.edition.edition import Edition
from builder.pdf.sheets import Printer

from tests.support import Document, checked, mini_file, site_html, varied

PPT = "lillevik/services/ppt.yml"
NAME = "lillevik/municipality.yml"


def page(tmp_path: Path, more: str = "") -> str:
    changes = {PPT: mini_file(PPT).replace("date: 2026-10-01", "date: 2026-05-01"), NAME: mini_file(NAME) + more}
    return site_html(checked(varied(tmp_path, dict(changes))).handbook)["kontrollrunde"]


def test_each_task_has_whom_to_ask_a_message_and_the_command(tmp_path: Path) -> None:
    text = page(tmp_path)
    assert "handbok verify ppt.leder --municipality lillevik" in text
    addresses = Document(text).addresses
    assert "tjenester/ppt.html#kontakt-leder" in addresses
    (mail,) = [address for address in addresses if address.startswith("mailto:ppt@lillevik.example?subject=")]
    assert "%0D%0A" in mail
    assert " " not in mail
    assert 'data-kind="leder-ppt"' in text


def test_the_file_is_told_and_led_to_where_the_municipality_says_it_is_edited(tmp_path: Path) -> None:
    assert "lillevik.example/data" not in page(tmp_path / "a")
    more = "edited_at: https://git.lillevik.example/data/\n"
    assert (
        "https://git.lillevik.example/data/lillevik/services/ppt.yml" in Document(page(tmp_path / "b", more)).addresses
    )


def test_the_print_has_a_box_for_each_and_is_made_when_there_is_something_to_do(tmp_path: Path) -> None:
    changes = {PPT: mini_file(PPT).replace("date: 2026-10-01", "date: 2026-05-01")}
    edition = Edition(checked(varied(tmp_path, dict(changes))).handbook)
    (sheet,) = [sheet for sheet in edition.sheets if sheet.path == "kontrollrunde"]
    text = Printer(edition).html(sheet)
    assert text.count('class="box"') == sum(len(one.rows) for one in sheet.context.owners)
    assert "Stemmer dette fortsatt om Leder, PPT?" in text


def test_the_self_check_leads_to_it(tmp_path: Path) -> None:
    pages = site_html(checked(varied(tmp_path, {})).handbook)
    assert "kontrollrunde.html" in Document(pages["egenkontroll"]).addresses
