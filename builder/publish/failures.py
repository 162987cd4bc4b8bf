"""What stops a publication, in sentences; what was published still stands."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from builder.i18n import N_
from builder.problem import Message

_FULL = N_(
    "Det er ikke plass der {output} ligger: disken er full, eller kvoten er brukt opp. Det som var publisert før, står "
    "som det var. Frigjør plass, eller velg et annet sted med --output, og bygg igjen"
)
_CLOSED = N_(
    "Programmet får ikke skrive i {output} ({reason}). Det som var publisert før, står som det var. Be om skriverett "
    "der, eller velg et annet sted med --output"
)
_FULL_NUMBERS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_CLOSED_NUMBERS = (errno.EACCES, errno.EPERM)


class PublishError(Exception):
    """A handbook could not be made from data that has no errors, or not be published; the message says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return self.message.text()


class Unfit(PublishError):
    """Who was to do the work cannot, whichever job it is; the message says why."""


@contextmanager
def written_to(output: Path) -> Iterator[None]:
    """Names the place that is written to where it is full or closed: the system often names no file, or a part of one.

    Raises PublishError for that. Any other OSError is about a file that is read, and goes on.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL_NUMBERS:
            raise PublishError(Message(_FULL, output=output)) from error
        if error.errno == errno.EROFS or (error.errno in _CLOSED_NUMBERS and _is_in(error.filename, output)):
            raise PublishError(Message(_CLOSED, output=output, reason=error.strerror)) from error
        raise


def _is_in(file: object, output: Path) -> bool:
    return isinstance(file, str | Path) and (Path(file).is_relative_to(output) or output.is_relative_to(file))
