"""What is printed anew and what is taken as it was published: the same bytes in either case."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from builder.cache.editions import Editions, book_name
from builder.cache.prints import Print, Prints, as_rows
from builder.cache.store import store_of
from builder.check.checker import check
from builder.edition.edition import Edition
from builder.executors import InThisProcess, executor
from builder.load.folder import Folder
from builder.model.handbook import Handbook
from builder.model.kinds import KINDS
from builder.pdf import writer
from builder.pdf.my_books import PAPERS, Bindery
from builder.pdf.printing import Order, print_all
from builder.pdf.sheets import Printer
from builder.pdf.writer import UNIVERSAL, Standard
from builder.views.sheets.sheet import Sheet

from tests.conftest import remembered_of
from tests.support import MINI, SLUG, TODAY, checked, mini_file, varied

CHANGED = "lillevik/services/ppt.yml"


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return checked(MINI).handbook


@pytest.fixture(autouse=True)
def remembered(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was remembered when the miniature handbook was published."""
    if "published" in request.fixturenames:
        monkeypatch.setenv("HANDBOK_CACHE", str(remembered_of(request.getfixturevalue("published"))))


def order(handbook: Handbook, folder: Path, prints: Prints, standard: Standard = UNIVERSAL) -> Order:
    return Order(Edition(handbook), standard, folder, book_name(SLUG), prints)


def said(edition: Edition) -> dict[str, str]:
    """The file of each print but the book -> what is on it."""
    printer = Printer(edition)
    sheets = {copy.file: printer.html(sheet) for sheet in edition.sheets for copy in sheet.copies}
    binderies = {paper: Bindery(edition, paper) for paper in PAPERS}
    return sheets | {
        book.file(paper): bindery.html(book)
        for paper, bindery in binderies.items()
        for book in edition.books
        if book.is_made_for(paper)
    }


def test_only_what_says_something_else_is_printed_again(handbook: Handbook, published: Path, tmp_path: Path) -> None:
    text = mini_file(CHANGED)
    changed = checked(varied(tmp_path, {CHANGED: text.replace("name: ", "name: Ny ", 1)})).handbook
    made = print_all(order(changed, tmp_path, Editions(published).prints(SLUG)), InThisProcess())
    before, now = said(Edition(handbook)), said(Edition(changed))
    told_apart = {file for file in now if now[file] != before[file]}
    assert {print_.file for print_ in made if print_.new} == {book_name(SLUG), *told_apart}
    assert 0 < len(told_apart) < len(made) / 2
    assert {print_.file for print_ in made} == {book_name(SLUG), *Edition(changed).files}
    for print_ in made:
        same = (tmp_path / print_.file).read_bytes() == (published / SLUG / print_.file).read_bytes()
        assert same is not print_.new


def test_a_day_later_all_is_printed_again(published: Path, tmp_path: Path) -> None:
    """The day stands on paper."""
    prints = Editions(published).prints(SLUG)
    handbook = check(Folder(MINI, KINDS, "mini").load(SLUG), TODAY + dt.timedelta(days=1)).handbook
    printer = Printer(Edition(handbook))
    assert not any(taken(printer, sheet, prints, tmp_path) for sheet in Edition(handbook).sheets)


def taken(printer: Printer, sheet: Sheet, prints: Prints, folder: Path) -> bool:
    """Whether a sheet would be taken as it is published."""
    printer.write = lambda *_: wrote(sheet, folder)  # type: ignore[method-assign]
    return not any(made.new for made in printer.renewed(sheet, folder, prints))


def wrote(sheet: Sheet, folder: Path) -> int:
    for copy in sheet.copies:
        (folder / copy.file).parent.mkdir(parents=True, exist_ok=True)
        (folder / copy.file).write_bytes(b"")
    return 1


@pytest.mark.parametrize("standard", [UNIVERSAL, Standard(for_archive=True)])
def test_what_is_for_the_archive_is_not_taken_for_the_reader(
    handbook: Handbook, published: Path, tmp_path: Path, standard: Standard
) -> None:
    prints, printer = Editions(published).prints(SLUG), Printer(Edition(handbook), standard)
    assert {taken(printer, sheet, prints, tmp_path) for sheet in Edition(handbook).sheets} == {standard is UNIVERSAL}


def test_another_edition_of_the_program_prints_again(
    handbook: Handbook, published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "program_digest", lambda: "en annen")
    prints, printer = Editions(published).prints(SLUG), Printer(Edition(handbook))
    assert not any(taken(printer, sheet, prints, tmp_path) for sheet in Edition(handbook).sheets)


# What is remembered and what is published


def printed(folder: Path, content: bytes = b"x") -> list[Print]:
    """A print of two files that was published, and what is remembered of it."""
    return Prints().renewed(["a.pdf", "b/c.pdf"], "dette", folder, lambda: filled(folder, content))


def filled(folder: Path, content: bytes) -> int:
    for file in ("a.pdf", "b/c.pdf"):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(content)
    return 7


def renewed(published: Path, remembered: object, made_from: str, target: Path) -> list[bool]:
    """Whether each file was made anew."""
    prints = Prints(published, remembered)
    made = prints.renewed(["a.pdf", "b/c.pdf"], made_from, target, lambda: filled(target, b"y"))
    assert [print_.pages for print_ in made] == [7, 7]
    assert [(target / print_.file).read_bytes() for print_ in made] == [b"y" if p.new else b"x" for p in made]
    return [print_.new for print_ in made]


def test_the_same_is_taken_and_something_else_is_made(tmp_path: Path) -> None:
    rows = as_rows(printed(tmp_path / "ute"))
    assert renewed(tmp_path / "ute", rows, "dette", tmp_path / "ny") == [False, False]
    assert renewed(tmp_path / "ute", rows, "noe annet", tmp_path / "ny") == [True, True]


@pytest.mark.parametrize("harm", ["changed", "gone"])
def test_a_published_file_that_is_not_what_was_printed_is_made_again(tmp_path: Path, harm: str) -> None:
    rows = as_rows(printed(tmp_path / "ute"))
    file = tmp_path / "ute" / "b" / "c.pdf"
    file.write_bytes(b"z") if harm == "changed" else file.unlink()
    assert renewed(tmp_path / "ute", rows, "dette", tmp_path / "ny") == [True, True]


@pytest.mark.parametrize("remembered", [None, 3, {}, [], [3], [["a.pdf"]], [["a.pdf", "dette", 3, "x"]], ["abcd"]])
def test_damaged_memory_is_as_none(tmp_path: Path, remembered: object) -> None:
    printed(tmp_path / "ute")
    assert renewed(tmp_path / "ute", remembered, "dette", tmp_path / "ny") == [True, True]


# Side by side


def test_several_processes_print_the_same(handbook: Handbook, published: Path, tmp_path: Path) -> None:
    """One file is lost from what is published; the rest shows which shares the processes took."""
    ute = tmp_path / "ute"
    shutil.copytree(published / SLUG, ute / SLUG)
    lost = Edition(handbook).files[0]
    (ute / SLUG / lost).unlink()
    with executor(3) as workers:
        made = print_all(
            order(handbook, tmp_path, Prints(ute / SLUG, store_of(published).read(f"prints-{SLUG}"))), workers, 3
        )
    assert {print_.file for print_ in made if print_.new} >= {lost}
    assert sorted(print_.file for print_ in made) == sorted([book_name(SLUG), *Edition(handbook).files])
    assert made[0].file == book_name(SLUG)
    for print_ in made:
        assert (tmp_path / print_.file).read_bytes() == (published / SLUG / print_.file).read_bytes()
