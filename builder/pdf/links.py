"""Addresses in the book: everything is one document, so places are anchors in it."""

from __future__ import annotations

from collections.abc import Collection

from builder.views.page import Page, Place
from builder.views.urls import page as page_address


def page_anchor(path: str) -> str:
    """The anchor of a page: «tjenester/ppt» gives «tjenester--ppt»."""
    return path.replace("/", "--")


class BookLinks:
    """Places as anchors; a place on a page that is not in the book has no address."""

    def __init__(self, pages: Collection[str]) -> None:
        self._pages = frozenset(pages)

    def href(self, page: Page, place: Place) -> str | None:
        """`#tjenester--ppt` or `#tjenester--ppt--kontakt`."""
        return f"#{self._anchor(place.page, place.anchor)}" if place.page in self._pages else None

    def file(self, page: Page, path: str) -> None:
        """A printed book has no files beside it."""

    def anchor(self, page: Page, name: str) -> str:
        """The name, made unique in the book; no name is the page itself."""
        return self._anchor(page.path, name)

    def _anchor(self, path: str, name: str) -> str:
        return f"{page_anchor(path)}--{name}" if name else page_anchor(path)


class LeafLinks(BookLinks):
    """Places on the page they are seen from, as anchors; what is on others is named, for it may be bound elsewhere."""

    def __init__(self) -> None:
        super().__init__(())

    def href(self, page: Page, place: Place) -> str | None:
        """`#situasjoner--akutt--steg-ring` on the page of that situation, and nowhere else."""
        return f"#{self._anchor(place.page, place.anchor)}" if place.page == page.path else None


class WebLinks:
    """Places as addresses on the web, for prints that stand alone; none where the handbook's address is not known."""

    def __init__(self, published_at: str | None, language: str) -> None:
        self._published_at = published_at
        self._language = language

    def href(self, page: Page, place: Place) -> str | None:
        """`https://handbok.lillevik.example/tjenester/ppt.html#kontakt`."""
        found = page_address(self._published_at, place.page, self._language)
        return f"{found}#{place.anchor}" if found and place.anchor else found

    def file(self, page: Page, path: str) -> None:
        """A print has no files beside it."""

    def anchor(self, page: Page, name: str) -> str:
        """Names are unique in a print of one record."""
        return name
