"""What a browser keeps from the first visit, so that the whole handbook can be read and searched without a network.

The list is that of Workbox, each file with a revision, and Workbox fetches and keeps the files
(`templates/static/sw.js`). It is made here of the files as they were built, because a handbook is built without Node,
which Workbox' own tools need.

Prints, calendars and contact cards are left out: they are several times as large as all pages together, and are for
other programs.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path

from builder.edition.edition import Edition
from builder.views import routes
from builder.views.page import Medium, Page
from builder.views.urls import page_file

#: Where the service worker finds the list, below the site's root.
FILE = "assets/offline/keep.js"
#: The kinds of page a reader needs at once: where to begin, what to do, whom to call, and what stands in for the rest.
_URGENT = frozenset({"front", "contacts", "pathway", "pathways", "offline", "easy-front", "easy"})
_PAGE = ".html"
_KEPT = frozenset({_PAGE, ".css", ".js", ".woff2", ".svg", ".webmanifest"})
#: What the browser keeps with the service worker itself, and what is shown for addresses that do not exist.
_LEFT_OUT = re.compile(r"sw\.js|404\.html|assets/offline/keep\.js|assets/vendor/workbox/.*")
#: When the page was built, as it stands on each page: the service worker writes there when the copy was last compared.
_BUILT = (re.compile(rb'<time class="hb-built" datetime="[^"]*">[^<]*'), re.compile(rb' data-built="[^"]*'))


def keep_offline(folder: Path, edition: Edition) -> None:
    """Writes the list of what lies in the folder of a site, when all of it is there.

    What comes first is kept before the service worker begins: the parts all pages are made of, and the urgent pages.
    """
    language, today = edition.language, edition.handbook.today
    pages = (page for chapter in edition.chapters(Medium.SITE) for page in chapter.pages)
    urgent = _urgent(pages, language.code)
    kept = sorted(path for path in _files(folder) if not _LEFT_OUT.fullmatch(path))
    first = [path for path in kept if path in urgent or (not path.endswith(_PAGE) and path.startswith("assets/"))]
    known = {
        "built": today.isoformat(),
        "said": language.phrases.bare_date(today),
        "fallback": page_file(routes.OFFLINE if edition.whole else routes.FRONT, language.code),
        "first": _entries(folder, first),
        "rest": _entries(folder, (path for path in kept if path not in set(first))),
    }
    target = folder / FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(f"self.handbokKeep = {json.dumps(known, ensure_ascii=False)};\n", encoding="utf-8")


def _urgent(pages: Iterable[Page], language: str) -> frozenset[str]:
    return frozenset(page_file(page.path, language) for page in pages if page.template in _URGENT)


def _files(folder: Path) -> Iterable[str]:
    return (
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in _KEPT and path.is_file()
    )


def _entries(folder: Path, paths: Iterable[str]) -> list[dict[str, str]]:
    return [{"url": path, "revision": revision((folder / path).read_bytes())} for path in paths]


def revision(content: bytes) -> str:
    """What changes when a file does; a page that was built again with nothing new has the same."""
    for said in _BUILT:
        content = said.sub(b"", content)
    return hashlib.blake2b(content, digest_size=8).hexdigest()
