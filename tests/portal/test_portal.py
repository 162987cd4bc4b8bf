"""The page that leads to every published handbook."""

from __future__ import annotations

import json
from pathlib import Path

from builder.cache.editions import CARD
from builder.model.handbook import Handbook
from builder.portal.card import card
from builder.portal.portal import write_portal

from tests.support import Document


def publish(output: Path, name: str, **more: object) -> None:
    folder = output / name.casefold()
    folder.mkdir(parents=True)
    said = {"slug": folder.name, "name": name, "title": f"Boka i {name}", "motto": None, "demonstration": False}
    (folder / CARD).write_text(json.dumps({**said, "book": None, **more}), encoding="utf-8")


def portal(output: Path) -> tuple[Path, ...]:
    workshop = output / ".handbok-x"
    workshop.mkdir(exist_ok=True)
    return write_portal(output, workshop)


def test_handbooks_stand_in_the_order_of_the_norwegian_alphabet(tmp_path: Path) -> None:
    for name in ("Ålesund", "Ørsta", "Asker", "Ærfugl"):
        publish(tmp_path, name)
    assert portal(tmp_path) == ()
    document = Document((tmp_path / "index.html").read_text(encoding="utf-8"))
    places = [document.text.index(f"Boka i {name}") for name in ("Asker", "Ærfugl", "Ørsta", "Ålesund")]
    assert places == sorted(places)


def test_what_is_being_built_is_not_on_it(tmp_path: Path) -> None:
    publish(tmp_path, "Asker")
    (tmp_path / "asker").rename(tmp_path / ".asker")
    portal(tmp_path)
    assert "Asker" not in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_a_damaged_card_is_told_of_and_the_rest_stands(tmp_path: Path) -> None:
    for name in ("Asker", "Moss", "Larvik", "Os"):
        publish(tmp_path, name)
    damaged = [tmp_path / folder / CARD for folder in ("larvik", "moss", "os")]
    for card_, content in zip(damaged, (b"{", b"\xff", b"[]"), strict=True):
        card_.write_bytes(content)
    assert portal(tmp_path) == tuple(damaged)
    addresses = Document((tmp_path / "index.html").read_text(encoding="utf-8")).addresses
    assert [address for address in addresses if address.endswith("/index.html")] == ["asker/index.html"]


def test_it_is_written_over_whatever_is_in_its_place(tmp_path: Path) -> None:
    publish(tmp_path, "Asker")
    (tmp_path / "index.html").mkdir()
    (tmp_path / "assets").write_text("en fil")
    portal(tmp_path)
    assert (tmp_path / "index.html").is_file()
    assert (tmp_path / "assets" / "fonts.css").stat().st_mode & 0o777 == 0o644


def test_it_leads_to_the_book_where_there_is_one(tmp_path: Path) -> None:
    publish(tmp_path, "Asker", book="handbok-asker.pdf")
    publish(tmp_path, "Moss")
    portal(tmp_path)
    addresses = Document((tmp_path / "index.html").read_text(encoding="utf-8")).addresses
    assert [address for address in addresses if address.endswith(".pdf")] == ["asker/handbok-asker.pdf"]


def test_names_stay_text(tmp_path: Path) -> None:
    publish(tmp_path, "Asker", title="<script>alert(1)</script>")
    portal(tmp_path)
    assert "<script>alert" not in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_a_card_says_which_handbook_it_is(mini: Handbook) -> None:
    said = json.loads(card(mini, "bok.pdf"))
    assert said["slug"] == mini.municipality.id
    assert said["title"] == mini.municipality.title
    assert said["book"] == "bok.pdf"


def test_an_address_that_does_not_exist_leads_to_the_handbooks(tmp_path: Path) -> None:
    publish(tmp_path, "Asker")
    portal(tmp_path)
    text = (tmp_path / "404.html").read_text(encoding="utf-8")
    assert "/asker/index.html" in Document(text).addresses
    assert "<style>" in text
