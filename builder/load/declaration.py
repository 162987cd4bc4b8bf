"""A record as written, before anybody has looked at its shape."""

from __future__ import annotations

from dataclasses import dataclass

from builder.load.tree import Mapping


@dataclass(frozen=True, slots=True)
class Declaration:
    """Its kind (folder name), its id if it has one, and its tree."""

    kind: str
    id: str | None
    tree: Mapping
