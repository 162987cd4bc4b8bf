"""What can be printed: which prints belong to which page, and the list of them all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import ClassVar

from builder.i18n import N_, Key
from builder.model.foreign import Foreign
from builder.views import routes
from builder.views.page import Chapter, Context, Link, Medium, Pack, Page, Print
from builder.views.sheets.sheet import Printable, Sheet

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
class PackRow:
    """A meeting, and what whoever leads it takes along."""

    link: Link
    pack: Pack


@dataclass(frozen=True, slots=True)
class PrintsPage(Context):
    """Everything that can be printed."""

    template: ClassVar = "prints"

    groups: Sequence[PrintGroup]
    packs: Sequence[PackRow]


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
    """The chapter, each page with the prints of what it shows, and what is taken along from it."""
    by_page: dict[str, tuple[Print, ...]] = {}
    for sheet, prints in made:
        by_page[sheet.of.page] = (*by_page.get(sheet.of.page, ()), *prints)
    packs = {sheet.of.page: pack for sheet, pack in _packs(made)}
    return Chapter(
        chapter.title,
        tuple(
            replace(page, prints=by_page.get(page.path, page.prints), pack=packs.get(page.path))
            for page in chapter.pages
        ),
    )


def _packs(made: Printed) -> Iterator[tuple[Sheet, Pack]]:
    """Each sheet that others are taken along with, and its pack where any of those is made."""
    by_path = {sheet.path: (sheet, prints[0]) for sheet, prints in made if isinstance(sheet, Sheet)}
    for sheet, own in by_path.values():
        others = [by_path[path] for path in sheet.along if path in by_path]
        if others:
            named = (replace(found, kind=other.title) for other, found in others)
            sides = [one.sides for one in (sheet, *(other for other, _ in others))]
            yield sheet, Pack((own, *named), None if None in sides else sum(filter(None, sides)))


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
    packs = [PackRow(Link(_title(sheet), sheet.of), pack) for sheet, pack in _packs(made)]
    return Chapter(title, (Page(routes.PRINTS, title, PrintsPage(groups, packs), medium=Medium.SITE),) if made else ())
