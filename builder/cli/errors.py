"""How a command ends: its exit codes, and one sentence about wrong use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

from builder import clock
from builder.load.folder import HandbookNotFound
from builder.load.opener import Unreadable
from builder.problem import Message
from builder.publish.failures import PublishError

FINE, DATA_ERRORS, WRONG_USE, OUR_FAULT = 0, 1, 2, 3
#: As shells tell of a command that was stopped with Ctrl-C.
INTERRUPTED = 130
#: Whoever reads what is printed has had enough: the code a shell has for it.
CLOSED = 141


class WrongUse(Exception):
    """The command was used wrongly; the message says how."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text())
        self.message = message


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turns what the library raises about use and environment into one sentence."""
    try:
        yield
    except HandbookNotFound as error:
        raise WrongUse(Message("Fant ingen håndbok her: {place}", place=error)) from error
    except PublishError as error:
        raise WrongUse(error.message) from error
    except clock.ClockError as error:
        raise WrongUse(
            Message("{setting} er ikke et helt antall sekunder siden 1970, med høyst ti siffer", setting=error)
        ) from error
    except Unreadable as error:
        raise WrongUse(Message("{file}: {reason}", file=error.filename, reason=error.message)) from error
    except OSError as error:
        raise WrongUse(
            Message("{file}: {reason}", file=error.filename or "", reason=error.strerror or error)
        ) from error


def plainly(error: Exception) -> WrongUse | None:
    """The sentence for what stopped something; None where it is a fault in the program."""
    with suppress(Exception):
        try:
            _raise(error)
        except WrongUse as told:
            return told
    return None


@plain_errors()
def _raise(error: Exception) -> NoReturn:
    raise error
