"""A named piece of what is remembered, for those who make it to read and write: they know alone what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from builder.cache.store import Store


@dataclass(frozen=True, slots=True)
class Kept:
    """Plain data under a name. Without a store nothing is remembered."""

    store: Store | None = None
    name: str = ""

    def read(self) -> Any:
        """What was written last; None where nothing was."""
        return self.store.read(self.name) if self.store else None

    def write(self, data: Any) -> None:
        """Remembers this, and no longer what was before."""
        if self.store:
            self.store.write(self.name, data)
