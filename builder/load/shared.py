"""Where the shared records of a data folder lie, and how findings name their files.

A data folder with a folder `common` of its own uses that one: a copy that is pinned. One without follows the library
that is shipped with the program. Its files are named by `PREFIX`, for they lie somewhere inside the installed package.
"""

from __future__ import annotations

from pathlib import Path

from builder import resources

COMMON = "common"
#: What stands before the path of a file in the shipped library, such as «felles:services/bup.yml».
PREFIX = "felles:"


def is_pinned(root: Path) -> bool:
    """Whether a data folder has a copy of the shared records of its own."""
    return (root / COMMON).is_dir()


def shared_folder(root: Path) -> Path:
    """Where the shared records that a data folder uses lie."""
    return root / COMMON if is_pinned(root) else resources.SHARED


def is_shared(shown: str) -> bool:
    """Whether a finding's path is of a shared file."""
    return shown.startswith(PREFIX) or COMMON in shown.split("/")


def file_of(shown: str) -> Path:
    """The file a finding names."""
    return resources.SHARED / shown.removeprefix(PREFIX) if shown.startswith(PREFIX) else Path(shown)
