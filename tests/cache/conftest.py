"""What the tests of the cache have in common: two municipalities that share a file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from builder.cache import fingerprints

from tests.support import SLUG, varied

OTHER = "storevik"
SHARED = "id: delt\nserves: [storevik]\nname: Delt\ncategory: ppt\ngovernment: state\nsummary: Noe.\n"


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Two municipalities, none of whose files was written just now."""
    root = varied(tmp_path, {"common/services/delt.yml": SHARED})
    shutil.copytree(root / SLUG, root / OTHER)
    card = root / OTHER / "municipality.yml"
    card.write_text(card.read_text(encoding="utf-8").replace(f"id: {SLUG}", f"id: {OTHER}"), encoding="utf-8")
    return root


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of the disk ticks so fast that files written just now are old."""
    monkeypatch.setattr(fingerprints, "_TICK", 0)
