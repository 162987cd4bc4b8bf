"""What the menu holds: a chapter's first page introduces the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import escape

from builder.edition.localization import Localization
from builder.i18n import translate_key
from builder.views.localized import localized
from builder.views.page import Chapter


def entry(chapter: Chapter, language: Localization) -> dict[str, Any]:
    """A chapter in the navigation, as MkDocs takes it."""
    translate, code = language.translate, language.code
    first, *others = chapter.pages
    others = [page for page in others if page.listed]
    if not others:
        return {translate(chapter.title): source(first.path, code)}
    entries = ({escaped(translate_key(page.title, translate)): source(page.path, code)} for page in others)
    return {translate(chapter.title): [source(first.path, code), *entries]}


def titles(navigation: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """The file of each page that has another title in the navigation than its own, and that title."""
    for chapter in navigation:
        for title, files in chapter.items():
            if isinstance(files, str):
                yield files, title
            else:
                yield from titles(files[1:])


def source(path: str, language: str) -> str:
    """What MkDocs makes the file of a page of."""
    return f"{localized(path, language)}.md"


def escaped(text: str) -> str:
    """The text as HTML: Material puts titles and descriptions into its templates as they are."""
    return str(escape(text))
