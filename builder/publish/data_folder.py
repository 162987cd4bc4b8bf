"""The data folder, whose shared records are read once for all municipalities that a process builds.

They are most of what a municipality's handbook is made from, and what is worked out for one of them serves all.
"""

from __future__ import annotations

import functools
from pathlib import Path

from builder.cache.inputs import Inputs
from builder.cache.store import store_of
from builder.load.folder import Folder
from builder.model.kinds import KINDS
from builder.publish.options import Options


def folder_of(options: Options) -> Folder:
    """The data folder, with its shared files as they lie there now. Raises OSError where they cannot be read."""
    inputs = Inputs(options.handbook, options.shown, store_of(options.handbook))
    return _folder(options.handbook, options.shown, inputs.shared())


@functools.lru_cache(maxsize=1)
def _folder(handbook: Path, shown: str, _shared: str) -> Folder:
    return Folder(handbook, KINDS, shown)
