"""What is pinned, read from `requirements/`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support import ROOT

REQUIREMENTS = ROOT / "requirements"
_CHECKSUM = re.compile(r"--hash=(\S+)")


@dataclass(frozen=True)
class Pinned:
    """One package: where it is needed, in which version, and the checksums of its files as `algorithm:digest`."""

    requirement: Requirement
    checksums: tuple[str, ...]

    @property
    def version(self) -> str:
        (pin,) = self.requirement.specifier
        assert pin.operator == "==", f"{self.requirement} is not pinned"
        return pin.version


def pinned(name: str) -> dict[str, Pinned]:
    """Each package by its canonical name; none stands twice."""
    text = (REQUIREMENTS / name).read_text(encoding="utf-8")
    found: dict[str, Pinned] = {}
    for line in re.sub(r"\\\n", " ", re.sub(r"^(?: *#.*|--.*|)\n", "", text, flags=re.MULTILINE)).splitlines():
        requirement = Requirement(line.partition("--hash")[0].strip())
        key = canonicalize_name(requirement.name)
        assert key not in found, f"{key} stands twice in {name}"
        found[key] = Pinned(requirement, tuple(_CHECKSUM.findall(line)))
    return found


def hosts(path: Path) -> list[str]:
    """What in a file names where packages are fetched from, or a folder of somebody's machine."""
    return re.findall(
        r"\S+://\S*|--(?:extra-)?index-url\S*|--find-links\S*|/(?:tmp|home|root)/\S*", path.read_text("utf-8")
    )
