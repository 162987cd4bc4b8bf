"""What can be printed: which prints belong to which page, and the list of them all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import ClassVar

from builder.i18n import N_, Key
from builder.model.foreign import Foreign
from builder.views import routes
from builder.views.page import Chapter, Context, Link, Medium, Page, Print
from builder.views.sheets.sheet import Printable

Printed = tuple[tuple[Printable, tuple[Print, ...]], ...]


@dataclass(frozen=True, slots=True)
class PrintRow:
    """What is printed, and its files."""

    link: Link
    prints: Sequence[Print]


@dataclass(frozen=True, slots=True)
class PrintGroup:
    """The prints of a kind."""

    kind: Key
    anchor: str
    rows: Sequence[PrintRow]


@dataclass(frozen=True, slots=True)
class PrintsPage(Context):
    """Everything that can be printed."""

    template: ClassVar = "prints"

    groups: Sequence[PrintGroup]


def printed(sheets: Iterable[Printable], written: Collection[str]) -> Printed:
    """The sheets of which files are written, each with its files."""
    found = ((sheet, tuple(_print(sheet, n) for n in range(len(sheet.copies)))) for sheet in sheets)
    kept = ((sheet, tuple(print_ for print_ in prints if print_.file in written)) for sheet, prints in found)
    return tuple((sheet, prints) for sheet, prints in kept if prints)


def _print(sheet: Printable, number: int) -> Print:
    copy = sheet.copies[number]
    return Print(copy.name or sheet.kind, copy.paper, copy.file, sheet.language)


def _title(sheet: Printable) -> str:
    return Foreign(sheet.title, sheet.language) if sheet.language else sheet.title


def with_prints(chapter: Chapter, made: Printed) -> Chapter:
    """The chapter, each page with the prints of what it shows."""
    by_page: dict[str, tuple[Print, ...]] = {}
    for sheet, prints in made:
        by_page[sheet.of.page] = (*by_page.get(sheet.of.page, ()), *prints)
    return Chapter(
        chapter.title, tuple(replace(page, prints=by_page.get(page.path, page.prints)) for page in chapter.pages)
    )


def chapter(made: Printed) -> Chapter:
    """The list of everything that can be printed, by kind; empty where nothing is written."""
    title = N_("Skriv ut")
    groups = [
        PrintGroup(
            kind,
            routes.print_anchor(kind),
            [PrintRow(Link(_title(sheet), sheet.of), prints) for sheet, prints in found],
        )
        for kind, found in groupby(made, key=lambda item: item[0].kind)
    ]
    return Chapter(title, (Page(routes.PRINTS, title, PrintsPage(groups), medium=Medium.SITE),) if made else ())
