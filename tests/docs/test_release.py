"""What is said of the version in several files is the same."""

from __future__ import annotations

import re

import yaml
from builder import __version__

from tests.support import ROOT


def test_the_citation_names_this_version() -> None:
    assert yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))["version"] == __version__


def test_the_change_log_tells_of_this_version_or_of_what_comes() -> None:
    titles = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert titles[0] == "Unreleased" or re.fullmatch(rf"{re.escape(__version__)} – \d{{4}}-\d\d-\d\d", titles[0])
    numbers = [title for title in titles if title != "Unreleased"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+ – \d{4}-\d\d-\d\d", title) for title in numbers)


def test_security_names_what_is_there() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:builder|tests)/[\w./]+)`", text))
    assert named
    assert sorted(path for path in named if not (ROOT / path).exists()) == []
