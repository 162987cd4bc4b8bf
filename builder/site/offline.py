"""What a browser keeps from the first visit, so that the urgent can be read and searched without a network.

The service worker (`templates/static/sw.js`) keeps pages as they are read; these it fetches beforehand.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable

from builder.site.scripts import search_scripts
from builder.views.page import Page
from builder.views.urls import page_file

#: Where the service worker finds the list, below the site's root.
FILE = "assets/offline/keep.js"
#: The kinds of page a reader needs at once: where to begin, what to do, whom to call.
_URGENT = frozenset({"front", "contacts", "pathway", "pathways"})


def keep(pages: Iterable[Page], built: dt.date, language: str) -> str:
    """The script with the list. The date makes browsers fetch it all again when the handbook is built anew."""
    urgent = (page_file(page.path, language) for page in pages if page.template in _URGENT)
    kept = {"built": built.isoformat(), "paths": [*urgent, *search_scripts().fetched]}
    return f"self.handbokKeep = {json.dumps(kept)};\n"
