"""The book in parts: each set by itself, with numbers that are true when they are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from builder.cache.kept import Kept
from builder.cache.store import Store
from builder.edition.edition import Edition
from builder.executors import executor
from builder.model.handbook import Handbook
from builder.pdf.book import numbers, text
from builder.pdf.book.known import known_parts, remember
from builder.pdf.book.numbers import Room, guessed, told, too_narrow, with_rooms
from builder.pdf.book.printing import Printed, print_book
from builder.pdf.book.text import BookText
from hypothesis import given
from hypothesis import strategies as st

from tests.pdf.structure import faults
from tests.pdf_reading import text_of
from tests.support import MINI, checked, mini_file, varied

# Rooms, and what is written in them


def test_only_links_inside_the_book_get_room() -> None:
    html = '<a href="https://lovdata.no">Law</a><a class="x" href="#a">A</a>'
    made, rooms = with_rooms(html, {"a": 30}, {})
    assert made == ('<a href="https://lovdata.no">Law</a><a class="x" href="book:0" data-room="0" data-page="00">A</a>')
    assert rooms == [Room("a", 2)]


def test_a_room_is_as_wide_as_the_number_may_be() -> None:
    html = "".join(f'<a href="#{name}"></a>' for name in "abcd")
    _, rooms = with_rooms(html, {"a": 2, "b": 8, "c": 97, "d": 2}, {3: 3})
    assert [room.figures for room in rooms] == [1, 2, 3, 3]


@given(st.lists(st.integers(1, 200), min_size=1, max_size=12))
def test_pages_in_a_row_are_told_in_order_and_each_once(pages: list[int]) -> None:
    at = {f"a{number}": page for number, page in enumerate(sorted(pages))}
    shuffled = sorted(at, key=lambda name: name[::-1])
    row = ", ".join(f'<a class="hb-at" href="#{name}"></a>' for name in shuffled)
    _, rooms = with_rooms(f'<span class="hb-pages">{row}</span>', at, {})
    written = told(rooms, at)
    shown = [one for one in written if one.number]
    assert [int(one.number) for one in shown] == sorted(set(pages))
    assert [one.ends_row for one in shown] == [False] * (len(shown) - 1) + [True]
    assert all(at[one.target] == int(one.number) for one in shown)
    assert {one.target for one in written} == set(at)  # each still leads somewhere
    assert all(rooms[one.room].target == one.target for one in written)
    assert not too_narrow(rooms, written)  # also where a wide number moves up to where a narrow one would have stood


def test_a_number_that_is_wider_than_its_room_is_told() -> None:
    rooms = [Room("a", 1), Room("b", 2)]
    assert too_narrow(rooms, told(rooms, {"a": 10, "b": 10})) == {0: 2}


def test_what_is_guessed_grows_with_the_text_before_it() -> None:
    found = guessed(['<p id="front"></p>', f'<h2 id="a">A</h2>{"x" * 60_000}', '<h2 id="b">B</h2>'])
    assert list(found) == ["front", "a", "b"]
    assert found["front"] == found["a"] < found["b"] < found["a"] + 20


# The book


@pytest.fixture(scope="module", autouse=True)
def many_parts() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(text, "LETTERS", 1500)
        yield


@pytest.fixture(scope="module")
def mini() -> Handbook:
    return checked(MINI).handbook


@pytest.fixture(scope="module")
def first(mini: Handbook, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Printed]:
    """The book, and what came of it."""
    target = tmp_path_factory.mktemp("book") / "book.pdf"
    return target, printed(mini, target)


def printed(handbook: Handbook, target: Path, **how: object) -> Printed:
    return print_book(BookText(Edition(handbook)), target, **how)  # type: ignore[arg-type]


def test_a_long_chapter_is_cut_between_its_pages(mini: Handbook) -> None:
    book = BookText(Edition(mini))
    assert sum(part.goes_on for part in book.parts) > 1
    cut = "".join(part.html for part in book.parts)
    for chapter in book.chapters:
        places = [cut.index(page.html) for page in chapter.pages]
        assert places == sorted(places)
    assert len([part for part in book.parts if len(part.html.striptags()) > 12_000]) < 3


def test_the_numbers_on_paper_are_those_of_the_pages(first: tuple[Path, Printed]) -> None:
    _numbers_are_true(first[0])


def test_they_are_where_far_too_little_room_was_left_too(
    mini: Handbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(numbers, "_LETTERS", 10**9)
    monkeypatch.setattr(numbers, "_MARGIN", 0)
    printed(mini, tmp_path / "book.pdf")
    _numbers_are_true(tmp_path / "book.pdf")


def _numbers_are_true(book: Path) -> None:
    pdf, texts = pypdf.PdfReader(book), text_of(book)
    assert len(pdf.pages) > 12
    for number, said in enumerate(texts[1:], start=2):
        assert re.search(rf"(?<!\d){number} / {len(texts)}(?!\d)", said)
    places, looked_up = pdf.named_destinations, 0
    for page in pdf.pages:
        drawn = _texts(page)
        for link in (note.get_object() for note in page.get("/Annots", ())):
            if "/Dest" in link:
                place = places[link["/Dest"]]
                shown = _shown_in(drawn, link["/Rect"])
                looked_up += bool(shown)
                assert not shown or int(shown) == pdf.get_destination_page_number(place) + 1
    assert looked_up > 40


def _shown_in(texts: list[tuple[float, float, str]], rectangle: list[float]) -> str:
    """The number that stands in a rectangle alone; nothing where there are words."""
    (left, right), (low, high) = sorted(rectangle[::2]), sorted(rectangle[1::2])
    found = [said for x, y, said in texts if left - 0.5 <= x < right and low < y < high]
    words = "".join(found).strip(" ,\n")
    return words if words.isdigit() else ""


def _texts(page: pypdf.PageObject) -> list[tuple[float, float, str]]:
    """What is drawn at once, and where."""
    found: list[tuple[float, float, str]] = []

    def visit(said: str, within: list[float], at: list[float], *_: object) -> None:
        if said.strip():
            x, y = at[4] * within[0] + within[4], at[5] * within[3] + within[5]
            found.append((x, y, said))

    page.extract_text(visitor_text=visit)
    return found


def test_the_joined_book_is_tagged_as_well_as_its_parts(first: tuple[Path, Printed]) -> None:
    assert faults(pypdf.PdfReader(first[0])) == []


def test_whoever_works_the_bytes_are_the_same(mini: Handbook, first: tuple[Path, Printed], tmp_path: Path) -> None:
    with executor(2) as workers:
        again = printed(mini, tmp_path / "two.pdf", workers=workers)
    assert (tmp_path / "two.pdf").read_bytes() == first[0].read_bytes()
    assert again == first[1]


def test_one_record_is_set_again_with_what_is_set_with_it_alone(
    mini: Handbook, first: tuple[Path, Printed], tmp_path: Path
) -> None:
    file = "lillevik/services/ppt.yml"
    changed = checked(varied(tmp_path, {file: mini_file(file).replace("summary: ", "summary: Nå også. ", 1)})).handbook
    now = printed(changed, tmp_path / "after.pdf", known=first[1].parts)
    new = now.parts.keys() - first[1].parts.keys()
    assert 0 < len(new) < len(now.parts) / 2
    printed(changed, tmp_path / "anew.pdf")
    assert (tmp_path / "after.pdf").read_bytes() == (tmp_path / "anew.pdf").read_bytes()


def test_parts_are_remembered_as_they_were_set(mini: Handbook, first: tuple[Path, Printed], tmp_path: Path) -> None:
    kept = Kept(Store(tmp_path / "store"), "parts")
    assert known_parts(kept) == known_parts(Kept()) == {}
    remember(first[1].parts, kept)
    written = printed(mini, tmp_path / "again.pdf", known=known_parts(kept))
    assert written.parts.keys() == first[1].parts.keys()
    assert (tmp_path / "again.pdf").read_bytes() == first[0].read_bytes()


@pytest.mark.parametrize(
    "damaged", [3, [], {"a": 3}, {"a": {"pdf": "x"}}, {"a": {"pdf": "=", "pages": 1, "anchors": {}, "figures": 3}}]
)
def test_damaged_memory_is_as_none(tmp_path: Path, damaged: object) -> None:
    kept = Kept(Store(tmp_path / "store"), "parts")
    kept.write(damaged)
    assert known_parts(kept) == {}
