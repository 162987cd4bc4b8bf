"""Addresses on the site: a file for each page, relative, so it also works from a folder."""

from __future__ import annotations

import functools
import posixpath
from collections.abc import Collection

from builder.i18n import SOURCE_LANGUAGE
from builder.views.page import Page, Place
from builder.views.urls import page_file


@functools.lru_cache(maxsize=50_000)  # every page has the same links, and `relpath` asks where we are each time
def _relative(path: str, folder: str) -> str:
    return posixpath.relpath(path, folder or ".")


class SiteLinks:
    """Places as relative addresses of HTML files, in the language of the handbook.

    `files` are the files other exits write beside the pages.
    """

    def __init__(self, files: Collection[str] = (), language: str = SOURCE_LANGUAGE) -> None:
        self._files = frozenset(files)
        self._language = language

    def href(self, page: Page, place: Place) -> str | None:
        """`../tjenester/ppt.html#kontakt`; within the page only the anchor."""
        fragment = f"#{place.anchor}" if place.anchor else ""
        if place.page == page.path and fragment:
            return fragment
        return _relative(page_file(place.page, self._language), self._folder(page)) + fragment

    def file(self, page: Page, path: str) -> str | None:
        """`../kalender/alle.ics`."""
        return _relative(path, self._folder(page)) if path in self._files else None

    def _folder(self, page: Page) -> str:
        return posixpath.dirname(page_file(page.path, self._language))

    def anchor(self, page: Page, name: str) -> str:
        """Names are unique on a page, so they are used as they are."""
        return name
