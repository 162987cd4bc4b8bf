"""Two paths change places in one step, so that whoever looks finds one or the other and never neither.

No kept library does this for folders; the systems do it with one call each.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

#: What says that this system, or the file system that the paths are on, has no such call.
_CANNOT = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP)
#: `AT_FDCWD` and `RENAME_EXCHANGE` of Linux; `RENAME_SWAP` of macOS.
_HERE, _EXCHANGE, _SWAP = -100, 2, 2


def exchange(one: Path, other: Path) -> bool:
    """Has two paths change places; False where that cannot be done in one step. Raises OSError."""
    call = _call()
    if call is None:
        return False
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _call() -> Callable[[bytes, bytes], int] | None:
    """The call of this system; None where it has none."""
    if sys.platform not in ("linux", "darwin"):
        return None
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        return lambda one, other: library.renameat2(_HERE, one, _HERE, other, _EXCHANGE)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return lambda one, other: library.renamex_np(one, other, _SWAP)
    return None
