"""Stores the cache as JSON files, written atomically. A file that cannot be read or written counts as missing."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any


class Store:
    """Named pieces of plain data in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, name: str) -> Any:
        """What was written under the name; None where nothing was, or it was damaged."""
        try:
            return json.loads((self.folder / f"{name}.json").read_bytes())
        except (OSError, ValueError, RecursionError):
            return None

    def write(self, name: str, data: Any) -> None:
        """Writes so that another run reads the old or the new, never a part of either."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self.folder, prefix=f".{name}-")
            try:
                # Names of files may have bytes that are no letters.
                with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass") as file:
                    json.dump(data, file, ensure_ascii=False, separators=(",", ":"))
                Path(temporary).replace(self.folder / f"{name}.json")
            except OSError:
                Path(temporary).unlink(missing_ok=True)

    def forget(self, name: str) -> None:
        """Removes what was written under the name."""
        with contextlib.suppress(OSError):
            (self.folder / f"{name}.json").unlink(missing_ok=True)
