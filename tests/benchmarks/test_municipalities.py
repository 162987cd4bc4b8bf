"""The made-up municipalities that speed is measured on."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.municipalities import PATTERNS, files_of, generate
from builder.check.municipalities import check_each


@pytest.mark.whole
def test_they_are_as_large_as_real_ones_and_can_be_built(tmp_path: Path) -> None:
    slugs = generate(tmp_path, len(PATTERNS))
    assert all(checked.ok for checked in check_each(tmp_path, slugs))
    files = files_of(tmp_path, slugs)
    assert len(files) > 30 * len(slugs)
    lines = sum(path.read_bytes().count(b"\n") for path in files) / len(files)
    assert 50 < lines < 70
