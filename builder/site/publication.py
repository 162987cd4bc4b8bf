"""What a site tells of itself to browsers and search engines: where it is published, and how it is put on a phone."""

from __future__ import annotations

import json

from builder.edition.edition import Edition
from builder.facts.addresses import is_reserved
from builder.model.municipality import Municipality
from builder.views.routes import FRONT
from builder.views.urls import in_ascii, page_file

#: The web manifest, below the site's root.
MANIFEST = "manifest.webmanifest"
SITEMAP = "sitemap.xml"
ICON = "assets/favicon.svg"
#: The colour of the theme's header, and of the page below it: those of `handbok.css`.
HEADER_COLOUR = "#0f3d5c"
_PAGE_COLOUR = "#ffffff"
#: What stands below an icon on a phone, cut by the phone where it is longer.
_SHORT = 12


def published_at(municipality: Municipality) -> str | None:
    """The address of the site, ending with a slash; none where nobody can own the address, as in a demonstration.

    An address that does not exist would have search engines leave out the page they have found.
    """
    website = municipality.website
    return f"{in_ascii(website).rstrip('/')}/" if website and not is_reserved(website) else None


def web_manifest(edition: Edition) -> str:
    """How the handbook is put on a phone's screen, as a text. Addresses are relative to the file, wherever it lies."""
    municipality, language = edition.handbook.municipality, edition.language
    title = municipality.title
    made = {
        "name": title,
        "short_name": title if len(title) <= _SHORT else municipality.name,
        "description": language.translate("Praksishåndbok for {name} kommune").format(name=municipality.name),
        "lang": language.code,
        "dir": "ltr",
        "id": "./",
        "start_url": page_file(FRONT, language.code),
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": HEADER_COLOUR,
        "background_color": _PAGE_COLOUR,
        "icons": [{"src": ICON, "sizes": "any", "type": "image/svg+xml", "purpose": "any"}],
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"
