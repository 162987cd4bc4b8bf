"""Opens files of data. Whatever lies in the data folder, what is read is an ordinary file of a size that can be one.

Data comes from others: in a proposal, in a zip file. So no link is followed, which could lead to the secrets of the
machine, and neither a pipe nor a device is waited for. The way to the data folder itself may go through links; it is
given by whoever runs the program. What is read is read once, through the file that was looked at.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from builder.i18n import N_
from builder.problem import Message

#: No file of data is larger, in bytes.
MAX_BYTES = 1_000_000

LINK = N_("dette er en lenke (snarvei) til noe annet, og slike følges ikke; legg selve fila eller mappa her")
_FOLDER = N_("dette er en mappe, men har navn som en fil; gi mappa et navn uten .yml, eller legg fila her")
_NO_FILE = N_("dette er ikke en vanlig fil, og den leses ikke; slett den, eller legg en vanlig fil her")
_GONE = N_("fila er flyttet eller slettet mens håndboka ble lest; prøv igjen")
_DENIED = N_("du har ikke lov til å lese dette på denne maskinen; be den som eier det, om lesetilgang")
_OTHER = N_("fila kan ikke leses: {reason}")
TOO_LARGE = Message(N_("fila er for stor: grensen er {limit} byte; del den i flere filer"), limit=MAX_BYTES)

# Windows has neither links that are followed unasked nor pipes among files, and no words for them.
_FLAGS = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY")
)


class Unreadable(OSError):
    """A file that is not read; `message` says why and what to do."""

    def __init__(self, code: int, path: str, message: Message) -> None:
        super().__init__(code, message.text(), path)
        self.message = message

    def __reduce__(self) -> tuple[type[Unreadable], tuple[object, ...]]:
        """Made anew from the same in another process: an OSError would be made from its own three arguments."""
        return Unreadable, (self.errno, self.filename, self.message)


def read(path: str | Path) -> bytes:
    """What a file of data holds. Raises Unreadable."""
    name = os.fspath(path)
    try:
        handle = os.open(name, _FLAGS)
        try:
            return _content(handle, name)
        finally:
            os.close(handle)
    except Unreadable:
        raise
    except ValueError as error:  # a name that no file can have
        raise Unreadable(errno.EINVAL, name, Message(_NO_FILE)) from error
    except OSError as error:
        raise Unreadable(error.errno or errno.EIO, name, why(name, error)) from error


def why(path: str, error: OSError) -> Message:
    """Why a file or folder was not opened, and what to do."""
    if os.path.islink(path):
        return Message(LINK)
    known = {errno.ENOENT: _GONE, errno.EACCES: _DENIED, errno.EPERM: _DENIED, errno.ENXIO: _NO_FILE}
    sentence = known.get(error.errno or 0)
    return Message(sentence) if sentence else Message(_OTHER, reason=error.strerror)


def is_plain(status: os.stat_result) -> bool:
    """Whether what was looked at, without following it, is a file that may be read."""
    return stat.S_ISREG(status.st_mode) and status.st_size <= MAX_BYTES


def _content(handle: int, name: str) -> bytes:
    status = os.fstat(handle)
    if stat.S_ISDIR(status.st_mode):
        raise Unreadable(errno.EISDIR, name, Message(_FOLDER))
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable(errno.EINVAL, name, Message(_NO_FILE))
    content = b""
    # One byte more than there may be: a file may grow while it is read, and some say that they are empty.
    while len(content) <= MAX_BYTES and (read := os.read(handle, MAX_BYTES + 1 - len(content))):
        content += read
    if len(content) > MAX_BYTES:
        raise Unreadable(errno.EFBIG, name, TOO_LARGE)
    return content
