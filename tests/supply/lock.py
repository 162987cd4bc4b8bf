"""What is pinned, read from `requirements/`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support import ROOT

REQUIREMENTS = ROOT / "requirements"
#: The oldest that is served, Debian 12's own, and others on either side of what packages ask for.
PYTHONS = ("3.11.2", "3.11.5", "3.12.0", "3.13.5")
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

    def serves(self, python: str) -> bool:
        """Whether it is the one for a version of Python, on this kind of machine."""
        marker = self.requirement.marker
        release = {"python_full_version": python, "python_version": ".".join(python.split(".")[:2])}
        return marker is None or marker.evaluate(release)


def pinned(name: str) -> dict[str, tuple[Pinned, ...]]:
    """Each package by its canonical name: one, or one for each range of Pythons; never two for the same."""
    text = (REQUIREMENTS / name).read_text(encoding="utf-8")
    found: dict[str, tuple[Pinned, ...]] = {}
    for line in re.sub(r"\\\n", " ", re.sub(r"^(?: *#.*|--.*|)\n", "", text, flags=re.MULTILINE)).splitlines():
        requirement = Requirement(line.partition("--hash")[0].strip())
        key = canonicalize_name(requirement.name)
        found[key] = (*found.get(key, ()), Pinned(requirement, tuple(_CHECKSUM.findall(line))))
    for which, packages in found.items():
        for python in PYTHONS:
            serving = [package for package in packages if package.serves(python)]
            assert len(serving) < 2, f"{which} stands twice in {name} for Python {python}"
            assert len(packages) == 1 or serving, f"{which} in {name} is none for Python {python}"
    return found


def hosts(path: Path) -> list[str]:
    """What in a file names where packages are fetched from, or a folder of somebody's machine."""
    return re.findall(
        r"\S+://\S*|--(?:extra-)?index-url\S*|--find-links\S*|/(?:tmp|home|root)/\S*", path.read_text("utf-8")
    )
