"""The page for addresses that lead nowhere (`404.html`), which a server shows at any address, however deep.

So nothing on it is addressed from where it lies: it holds its own style, and its links begin at the root of the site.
Where the site lies on the server is known when the handbook says its address; otherwise a script on the page looks for
it, as a handbook may be published in any folder.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from builder.edition.edition import Edition
from builder.render.renderer import Renderer
from builder.render.standalone import STYLE, within
from builder.site.offline import FILE as AT_THE_ROOT
from builder.views import astray
from builder.views.page import Page, Place
from builder.views.urls import page_file

LOST_FILE = f"{astray.LOST}.html"


class _RootLinks:
    """Addresses from the root of the server."""

    def __init__(self, root: str, language: str) -> None:
        self._root, self._language = root, language

    def href(self, page: Page, place: Place) -> str | None:
        """`/handbok/tjenester/ppt.html#kontakt`."""
        fragment = f"#{place.anchor}" if place.anchor else ""
        return f"{self._root}{page_file(place.page, self._language)}{fragment}"

    def file(self, page: Page, path: str) -> None:
        """The page leads to no files."""

    def anchor(self, page: Page, name: str) -> str:
        """Names are unique on the page."""
        return name


def lost_page(edition: Edition, site_url: str | None) -> str:
    """The whole page, as HTML. `site_url` is the address of the site, where it is known."""
    root = urlsplit(site_url or "/").path
    renderer = Renderer(edition, _RootLinks(root, edition.language.code))
    given = {
        "root": root,
        "probe": AT_THE_ROOT,
        "sheet": f"{root}{STYLE}" if site_url else "",
        "language": edition.language.code,
        **within(),
    }
    page = astray.lost(edition.handbook, edition.names, whole=edition.whole)
    return renderer.document(page, given)
