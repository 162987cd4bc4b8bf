"""Addresses on the site: a file for each page, relative, so it also works from a folder."""

from __future__ import annotations

import posixpath

from builder.views.page import Page, Place


class SiteLinks:
    """Places as relative addresses of HTML files."""

    def href(self, page: Page, place: Place) -> str | None:
        """`../tjenester/ppt.html#kontakt`; within the page only the anchor."""
        fragment = f"#{place.anchor}" if place.anchor else ""
        if place.page == page.path and fragment:
            return fragment
        start = posixpath.dirname(page.path) or "."
        return posixpath.relpath(f"{place.page}.html", start) + fragment

    def anchor(self, page: Page, name: str) -> str:
        """Names are unique on a page, so they are used as they are."""
        return name
