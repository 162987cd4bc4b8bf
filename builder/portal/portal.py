"""The portal: `index.html` over the handbooks that are published in a folder."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

from builder import clock
from builder.cache.editions import CARD, COMPARISON
from builder.edition.for_staff import NOBODY, NOTICE, ROBOTS
from builder.edition.localization import localization
from builder.i18n import SOURCE_LANGUAGE
from builder.load.folder import PORTAL_ASSETS
from builder.model.collation import alphabetical
from builder.portal.side_by_side import Comparisons, comparison_of, published_beside
from builder.render.renderer import environment
from builder.render.standalone import within
from builder.resources import TEMPLATES

_STYLE = "portal.css"
_ASSETS = TEMPLATES / "static" / "assets"


def write_portal(output: Path, workshop: Path) -> tuple[Path, ...]:
    """Writes the portal, and the page servers show where there is none, over what is published in a folder.

    Where at least two municipalities are compared, so is the page where they are. They are made in `workshop`, on the
    same disk. Returns what cannot be read: the portal does not lead to handbooks whose card it is, and does not compare
    those whose comparison it is.
    """
    cards = {path: _entry(path) for path in output.glob(f"[!.]*/{CARD}")}
    unread = [path for path, entry in cards.items() if not entry]
    compared, damaged = published_beside(path.parent for path, entry in cards.items() if entry)
    style = _style()
    pages = _pages([entry for entry in cards.values() if entry], comparison_of(compared), style)
    assets = _assets() | {style: (_ASSETS / _STYLE).read_bytes()}
    # What the pages load is there before they are, and what they loaded before stays until they are replaced.
    for folder in sorted({(output / path).parent for path in assets}):
        _make(folder)
    for path, content in (assets | {path: text.encode() for path, text in pages.items()}).items():
        _replace(output / path, content, workshop / "file")
    if COMPARISON not in pages and (output / COMPARISON).is_file():
        (output / COMPARISON).unlink()
    for earlier in (output / PORTAL_ASSETS).glob(f"*{_STYLE}"):
        if earlier != output / style:
            earlier.unlink()
    return tuple(sorted((*unread, *damaged)))


def _pages(entries: list[dict[str, Any]], compared: Comparisons | None, style: str) -> dict[str, str]:
    """Path -> text of each page, the front page last: what it leads to is there before it is."""
    language = localization(SOURCE_LANGUAGE)
    templates = environment(language, TEMPLATES / "portal")
    entries.sort(key=lambda entry: (bool(entry.get("ended")), alphabetical(entry["name"])))
    internal = any(entry.get("internal") for entry in entries)
    known = {
        "entries": entries,
        "language": SOURCE_LANGUAGE,
        "notice": language.translate(NOTICE) if internal else "",
        "today": clock.today(),
        "compared": compared,
        "comparison": COMPARISON,
    }
    lost = templates.get_template("404.html.j2").render(known, root="/", probe=style, **within())
    beside = {COMPARISON: "side-by-side.html.j2"} if compared else {}
    shown = {**beside, "index.html": "index.html.j2"}
    return {
        "404.html": lost,
        **({ROBOTS: NOBODY} if internal else {}),
        **{path: templates.get_template(template).render(known, style=style) for path, template in shown.items()},
    }


def _entry(card: Path) -> dict[str, Any] | None:
    """What the portal says of a published handbook; None where its card is damaged."""
    try:
        said = json.loads(card.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    match said:
        case {"name": str(), "title": str()}:
            return {**said, "slug": card.parent.name}
    return None


def _style() -> str:
    """Where the style sheet of the portal is: by what it says, so that no page is shown with that of another edition.

    A script finds by it where the portal is.
    """
    digest = hashlib.sha256((_ASSETS / _STYLE).read_bytes()).hexdigest()[:12]
    return f"{PORTAL_ASSETS}/{digest}.{_STYLE}"


def _assets() -> dict[str, bytes]:
    """What the page loads besides, by path; the rest is beside each handbook."""
    files = [_ASSETS / "favicon.svg", _ASSETS / "fonts.css", *sorted((_ASSETS / "fonts").iterdir())]
    return {f"{PORTAL_ASSETS}/{file.relative_to(_ASSETS).as_posix()}": file.read_bytes() for file in files}


def _make(folder: Path) -> None:
    """A folder that any web server may read, whatever the umask, and whatever was there."""
    if not folder.is_dir():
        folder.unlink(missing_ok=True)
        folder.mkdir()
    folder.chmod(0o755)


def _replace(path: Path, content: bytes, temporary: Path) -> None:
    """Writes a file so that readers see the old one or the new one, never a part. Any web server may read it."""
    temporary.write_bytes(content)
    temporary.chmod(0o644)
    if path.is_dir():
        shutil.rmtree(path)
    temporary.replace(path)
