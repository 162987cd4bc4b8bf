"""Data of several small municipalities, which are the miniature handbook by other names."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.support import MINI, SLUG


def municipalities_in(root: Path, *slugs: str) -> Path:
    """A data folder with these, made from the miniature handbook."""
    shutil.copytree(MINI / "common", root / "common")
    for slug in slugs:
        shutil.copytree(MINI / SLUG, root / slug)
        described = root / slug / "municipality.yml"
        text = described.read_text(encoding="utf-8")
        described.write_text(
            text.replace(f"id: {SLUG}", f"id: {slug}").replace("Lillevik", slug.capitalize()), encoding="utf-8"
        )
    return root
