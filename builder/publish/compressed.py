"""A compressed file beside each file of text, for web servers that send such as they are.

The same text gives the same bytes. What is small is sent as it is: it fits in one packet all the same.
"""

from __future__ import annotations

import gzip
import os
import zlib
from pathlib import Path

ENDING = ".gz"
#: Bytes that are not worth it: what one packet of the network has room for.
_SMALL = 1400
_TEXT = frozenset(
    {".html", ".css", ".js", ".json", ".jsonld", ".svg", ".atom", ".ics", ".csv", ".txt", ".xml", ".webmanifest", ".md"}
)


def compress(folder: Path, published: Path) -> None:
    """Writes them into a folder. Those beside files that are published just so already are taken from there."""
    for base, _, names in os.walk(folder):
        before = published / Path(base).relative_to(folder)
        for name in names:
            path = Path(base, name)
            if path.suffix in _TEXT and (content := path.read_bytes()) and len(content) > _SMALL:
                packed = _published(before / f"{name}{ENDING}", content) or gzip.compress(content, mtime=0)
                Path(base, f"{name}{ENDING}").write_bytes(packed)


def _published(path: Path, content: bytes) -> bytes | None:
    """What is published, where it comes to the content."""
    try:
        packed = path.read_bytes()
        return packed if gzip.decompress(packed) == content else None
    except (OSError, EOFError, zlib.error):
        return None
