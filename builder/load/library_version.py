"""The shared library as a whole: its version, and whether a data folder's copy of it is as it was shipped.

A copy that `handbok library pin` has made has a hidden file beside its records that stands for what they were then.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from builder.load.listing import data_files
from builder.load.opener import read
from builder.load.shared import COMMON, is_pinned
from builder.load.tree import Mapping
from builder.load.yaml_text import parse

#: The file, in the shared records, that says which version they are.
ABOUT = "library.yml"
#: What the records of a copy were when it was made.
SEAL = ".library"


def version_of(folder: Path) -> str | None:
    """The version of the shared records in a folder; None where they do not say."""
    try:
        tree, _ = parse(ABOUT, read(folder / ABOUT))
    except OSError:
        return None
    return tree.text("version") if isinstance(tree, Mapping) else None


def digest_of(folder: Path) -> str:
    """What stands for all the records in a folder: another as soon as one of them is changed, added or taken away."""
    digest = hashlib.sha256()
    for path in data_files(str(folder)):
        name = Path(os.path.relpath(path, folder)).as_posix()
        content = read(path).replace(b"\r\n", b"\n")  # git may change the ends of lines on the way
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def seal(folder: Path) -> None:
    """Writes down what the records in a folder are now."""
    (folder / SEAL).write_text(f"{digest_of(folder)}\n", encoding="utf-8")


def is_untouched(folder: Path) -> bool:
    """Whether the records in a folder are a copy that nobody has changed."""
    try:
        return read(folder / SEAL).decode().strip() == digest_of(folder)
    except (OSError, UnicodeDecodeError):
        return False


def is_followed(root: Path) -> bool:
    """Whether a data folder's shared records are those of the library: shipped with the program, or an exact copy.

    A folder with shared records of its own is where they are written, and belongs to those who mend them.
    """
    return not is_pinned(root) or is_untouched(root / COMMON)
