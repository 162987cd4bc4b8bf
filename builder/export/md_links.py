"""Addresses between the Markdown files: relative, so that whatever builds a site of them makes its own addresses."""

from __future__ import annotations

import posixpath
from collections.abc import Collection

from builder.site.links import SiteLinks
from builder.site.navigation import source
from builder.views.page import Page, Place


class MarkdownLinks(SiteLinks):
    """As on the site, to `.md` files. `pages` are the paths of those that are exported; files beside them are not."""

    def __init__(self, pages: Collection[str], language: str) -> None:
        super().__init__(language=language)
        self._pages = frozenset(pages)
        self._code = language

    def href(self, page: Page, place: Place) -> str | None:
        """`../tjenester/ppt.md#kontakt`; None for a page that is not exported."""
        if place.page not in self._pages:
            return None
        fragment = f"#{place.anchor}" if place.anchor else ""
        if place.page == page.path and fragment:
            return fragment
        here, there = source(page.path, self._code), source(place.page, self._code)
        return posixpath.relpath(there, posixpath.dirname(here) or ".") + fragment
