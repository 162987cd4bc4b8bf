"""The scripts of the search, as `templates/search-scripts.json` lists them: the one list of them.

Each page loads the first, and tells it where the others are (`templates/theme/partials/search.html`); they are kept for
reading without a network (`offline.py`). The tests of the scripts load them in the same order.
"""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass

from builder.resources import TEMPLATES
from builder.search import FILE as INDEX

#: Comments on lines of their own. They are for those who read the source, and a third of some scripts.
_COMMENT = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
#: Scripts of others, which are published as they are.
LIBRARIES = "assets/vendor/"


@dataclass(frozen=True, slots=True)
class SearchScripts:
    """Addresses below the site's root: the script of every page, those it fetches, in order, and the index."""

    page: str
    engine: tuple[str, ...]
    index: str = INDEX

    @property
    def fetched(self) -> tuple[str, ...]:
        """All that is fetched before the first result."""
        return (self.page, *self.engine, self.index)


@functools.cache
def search_scripts() -> SearchScripts:
    """The list."""
    listed = json.loads((TEMPLATES / "search-scripts.json").read_text(encoding="utf-8"))
    return SearchScripts(listed["page"], tuple(listed["engine"]))


def published(script: str) -> str:
    """A script as readers get it: the same without its comments, which they would wait for."""
    return _COMMENT.sub("", script)
