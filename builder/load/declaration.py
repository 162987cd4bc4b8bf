"""A record as written, before anybody has looked at its shape."""

from __future__ import annotations

from dataclasses import dataclass

from builder.load.tree import Mapping


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Declaration:
    """Its kind (folder name), its id if it has one, and its tree. Only itself is equal to it: it stands in a place."""

    kind: str
    id: str | None
    tree: Mapping
