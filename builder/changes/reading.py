"""What a reader meets anew when a handbook changes: which pages say something else, and which prints are out of date.

Both states are rendered as they would be published, and the texts compared: what changes no text changes nothing for
a reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from builder.changes.difference import Action
from builder.edition.edition import Edition
from builder.i18n import translate_key
from builder.model.handbook import Handbook
from builder.render.renderer import Renderer
from builder.render.sheet_text import SheetText
from builder.views.page import Medium, Page, Place
from builder.views.urls import page_file


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page or a print: what it is called, the files it is read in, and what has become of it."""

    title: str
    files: tuple[str, ...]
    action: Action = Action.CHANGED


@dataclass(frozen=True, slots=True)
class ForReaders:
    """What readers meet anew."""

    pages: tuple[Leaf, ...] = ()
    prints: tuple[Leaf, ...] = ()


class Addresses:
    """Places as they are named, wherever they are published."""

    def href(self, page: Page, place: Place) -> str:
        """`tjenester/ppt#kontakt`."""
        return f"{place.page}#{place.anchor}"

    def file(self, page: Page, path: str) -> None:
        """Files beside the pages are told of by themselves."""

    def anchor(self, page: Page, name: str) -> str:
        """Names are used as they are."""
        return name


Texts = Mapping[str, tuple[Leaf, str]]


def for_readers(before: Handbook, after: Handbook) -> ForReaders:
    """What readers meet anew. Both must be without errors, so that they can be rendered."""
    old, new = Edition(before), Edition(after)
    return ForReaders(_changed(_pages(old), _pages(new)), _changed(_prints(old), _prints(new)))


def _pages(edition: Edition) -> Texts:
    renderer = Renderer(edition, Addresses())
    pages = (page for chapter in edition.chapters(Medium.SITE) for page in chapter.pages)
    return {
        page.path: (Leaf(renderer.title(page), (page_file(page.path, edition.language.code),)), renderer.text(page))
        for page in pages
    }


def _prints(edition: Edition) -> Texts:
    texts, translate = SheetText(edition, lambda _: Addresses()), edition.language.translate
    found = {}
    for sheet in edition.sheets:
        kind, title = translate_key(sheet.kind, translate), translate_key(sheet.title, translate)
        leaf = Leaf(kind if kind == title else f"{kind}: {title}", tuple(copy.file for copy in sheet.copies))
        found[sheet.path] = (leaf, str(texts.body(sheet)))
    return found


def _changed(before: Texts, after: Texts) -> tuple[Leaf, ...]:
    """In the order of the new edition; what is gone stands last."""
    now = (_leaf(leaf, text, before.get(path)) for path, (leaf, text) in after.items())
    gone = (Leaf(leaf.title, leaf.files, Action.GONE) for path, (leaf, _) in before.items() if path not in after)
    return (*_kept(now), *gone)


def _leaf(leaf: Leaf, text: str, before: tuple[Leaf, str] | None) -> Leaf | None:
    if before is None:
        return Leaf(leaf.title, leaf.files, Action.NEW)
    return leaf if (leaf.title, text) != (before[0].title, before[1]) else None


def _kept(leaves: Iterable[Leaf | None]) -> Iterable[Leaf]:
    return (leaf for leaf in leaves if leaf)
