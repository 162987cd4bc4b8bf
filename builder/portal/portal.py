"""The portal: `index.html` over the handbooks that are published in a folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from builder import clock
from builder.cache.editions import CARD
from builder.edition.for_staff import NOBODY, NOTICE, ROBOTS
from builder.edition.localization import localization
from builder.i18n import SOURCE_LANGUAGE
from builder.load.folder import PORTAL_ASSETS
from builder.model.collation import alphabetical
from builder.render.renderer import environment
from builder.render.standalone import within
from builder.resources import TEMPLATES

#: The style sheet of the portal, by which a script finds where the portal is.
_STYLE = "portal.css"


def write_portal(output: Path) -> int:
    """Writes the portal, and the page servers show where there is none; returns how many handbooks it leads to."""
    language = localization(SOURCE_LANGUAGE)
    environment_ = environment(TEMPLATES / "portal", language)
    entries = [json.loads(card.read_text(encoding="utf-8")) for card in output.glob(f"[!.]*/{CARD}")]
    entries.sort(key=lambda entry: (bool(entry.get("ended")), alphabetical(entry["name"])))
    internal = any(entry.get("internal") for entry in entries)
    known = {"entries": entries, "language": SOURCE_LANGUAGE, "notice": language.translate(NOTICE) if internal else ""}
    _copy_assets(output / PORTAL_ASSETS)
    lost = environment_.get_template("404.html.j2").render(
        known, root="/", probe=f"{PORTAL_ASSETS}/{_STYLE}", **within()
    )
    _replace(output / "404.html", lost)
    if internal:
        _replace(output / ROBOTS, NOBODY)
    _replace(output / "index.html", environment_.get_template("index.html.j2").render(known, today=clock.today()))
    return len(entries)


def _copy_assets(folder: Path) -> None:
    """What the page loads; the rest is beside each handbook."""
    assets = TEMPLATES / "static" / "assets"
    shutil.copytree(assets / "fonts", folder / "fonts", dirs_exist_ok=True)
    for name in ("favicon.svg", "fonts.css", _STYLE):
        shutil.copyfile(assets / name, folder / name)


def _replace(path: Path, text: str) -> None:
    """Writes a file so that readers see the old one or the new one, never a part."""
    temporary = path.with_name(f".{path.name}.new")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)
