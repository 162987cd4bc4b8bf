"""A folder with a public collection of Norwegian law, in one of the layouts there are.

    lover/lov-2021-06-18-97.md, forskrifter/forskrift-2018-10-19-1584.md     named by their numbers
    lover/barnevernsloven-bvl.md, forskrifter/…, manifest.json               named by what they are called

Either way the front matter says which act it is (`refid` or `ref_id`: «lov/2021-06-18-97»). The manifest, where there
is one, remembers acts that have been taken out.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from builder.lawwatch.law_text import LawText, law_text

#: Where the front matter ends at the latest.
_HEAD_BYTES = 4096
#: More than any act or manifest is, and less than a machine cannot hold.
_MOST_BYTES = 50_000_000
_REFERENCE = re.compile(rb"^ref_?id:\s*[\"']?((?:lov|forskrift)/[\w-]+)", re.MULTILINE)
_IN_NAME = re.compile(r"^(lov|forskrift)-(\d{4}-\d{2}-\d{2}[\w-]*)\.md$")
#: In an address: …/lover/lov-2021-06-18-97.md, or …/lov/2021-06-18-97 at Lovdata.
_ADDRESS = re.compile(r"/(lov|forskrift)[-/](\d{4}-\d{2}-\d{2}(?:-\d+)?)(?:\.md)?(?![\w-])")
_IN_REGISTER = re.compile(r"(LOV|FOR)-(\d{4}-\d{2}-\d{2}(?:-\d+)?)", re.IGNORECASE)
_IN_MANIFEST = re.compile(r"(nl|sf)-(\d{4})(\d{2})(\d{2})-(\d+)$")
_KINDS = {"LOV": "lov", "FOR": "forskrift", "nl": "lov", "sf": "forskrift"}
ACT, REGULATION = "lov", "forskrift"


@dataclass(frozen=True, slots=True)
class Removed:
    """An act that a collection has taken out, and why where it says so."""

    reason: str


class Collection:
    """The acts of a folder, by «lov/2021-06-18-97». Only those asked for are read whole."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read: dict[str, LawText | None] = {}

    @cached_property
    def files(self) -> dict[str, Path]:
        """Reference -> file."""
        found: dict[str, Path] = {}
        for path in _markdown(self.folder):
            reference = _reference_of(path)
            if reference:
                found.setdefault(reference, path)
        return found

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Whether there are acts in it, and regulations."""
        return frozenset(reference.partition("/")[0] for reference in self.files)

    @cached_property
    def removed(self) -> dict[str, Removed]:
        """What the manifest says has been taken out."""
        documents = _json(self.folder / "manifest.json").get("documents")
        found = {}
        for name, one in documents.items() if isinstance(documents, dict) else ():
            parts = _IN_MANIFEST.match(name)
            if parts and isinstance(one, dict) and one.get("status") == "removed":
                kind, year, month, day, number = parts.groups()
                reference = f"{_KINDS[kind]}/{year}-{month}-{day}" + (f"-{int(number)}" if int(number) else "")
                found[reference] = Removed(str(one.get("removed_reason") or ""))
        return found

    def text(self, reference: str) -> LawText | None:
        """The act, or None where it is not there or cannot be read."""
        if reference not in self._read:
            path = self.files.get(reference)
            content = _content(path) if path else None
            self._read[reference] = law_text(content) if content is not None else None
        return self._read[reference]


def reference(written: str | None, *addresses: str | None) -> str | None:
    """What a collection calls an act in the register: by its reference there, or an address where it can be read."""
    found = _IN_REGISTER.match(written or "")
    if found:
        return f"{_KINDS[found[1].upper()]}/{found[2]}"
    read = next((found for address in addresses if (found := _ADDRESS.search(address or ""))), None)
    return f"{read[1]}/{read[2]}" if read else None


def _markdown(folder: Path) -> Iterator[Path]:
    """The Markdown files below a folder, in order. What is hidden, and what cannot be opened, is passed over."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(names) if name.endswith(".md"))


def _reference_of(path: Path) -> str | None:
    """Which act a file is: by its front matter, or its name."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError:
        return None
    written = _REFERENCE.search(head)
    if written:
        return written[1].decode("ascii", "replace")
    named = _IN_NAME.match(path.name)
    return f"{named[1]}/{named[2]}" if named and head.strip() else None


def _content(path: Path) -> str | None:
    try:
        if path.stat().st_size > _MOST_BYTES:
            return None
        return path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError:
        return None


def _json(path: Path) -> dict[str, Any]:
    content = _content(path)
    try:
        found = json.loads(content) if content else {}
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
