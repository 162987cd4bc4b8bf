"""Each edition is built into a folder of its own, and neither over, in nor around the other."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.support import MINI, SLUG, handbok


def build(output: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return handbok("build", "--no-pdf", "--handbook", str(MINI), "--output", str(output), *arguments)


def refused(output: Path, *arguments: str) -> str:
    result = build(output, *arguments)
    assert result.returncode == 2, result.stdout
    return " ".join(result.stderr.split())


def test_both_lie_side_by_side_and_never_mix(tmp_path: Path) -> None:
    made = build(tmp_path / "site", "--edition", "both")
    assert made.returncode == 0, made.stderr
    cards = {name: json.loads((tmp_path / name / SLUG / "about.json").read_text()) for name in ("site", "site-intern")}
    assert {name: card["internal"] for name, card in cards.items()} == {"site": False, "site-intern": True}
    assert not (tmp_path / "site" / SLUG / "egenkontroll.html").exists()
    assert (tmp_path / "site-intern" / SLUG / "egenkontroll.html").exists()
    assert build(tmp_path / "site", "--edition", "both").stdout.count("Uendret siden sist: 1.") == 2
    before = (tmp_path / "site" / SLUG / "index.html").read_bytes()
    assert "er den åpne utgaven" in refused(tmp_path / "site", "--edition", "internal")
    assert "er den interne utgaven" in refused(tmp_path / "site-intern")
    assert "ligger inne i" in refused(tmp_path / "site" / "intern", "--edition", "internal")
    assert "ligger inne i" in refused(tmp_path / "site" / SLUG / "intern", "--edition", "internal")
    assert "ligger inne i" in refused(tmp_path)
    assert (tmp_path / "site" / SLUG / "index.html").read_bytes() == before
