"""What was published before, taken from where readers find it: what the change log and the calendars continue."""

from __future__ import annotations

import contextlib
import urllib.error
import urllib.request
from collections.abc import Iterable
from pathlib import Path

from builder.problem import Message
from builder.views.urls import CALENDARS, DATA, HISTORY

#: What a publication continues, with how each begins: a page to log in on is told from it.
CONTINUED = {DATA: b"{", HISTORY: b"{", CALENDARS: b"BEGIN:VCALENDAR"}
_SCHEMES = ("https://", "http://")
_PATIENCE = 30
_GONE = (404, 410)


class NotFetched(Exception):
    """What was published before could not be had, so that its history would be lost; the message says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text())
        self.message = message


def earlier_file(path: Path) -> bytes | None:
    """A file of the edition that the new one continues. Raises OSError where it is there and cannot be read."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def is_address(place: str) -> bool:
    """Whether this is an address on the web, and not a folder."""
    return place.startswith(_SCHEMES)


def fetch_earlier(address: str, slugs: Iterable[str], folder: Path) -> None:
    """Puts what was published into a folder. A municipality that was not has nothing there. Raises NotFetched."""
    for slug in slugs:
        for name, beginning in CONTINUED.items():
            content = _fetched(f"{address.rstrip('/')}/{slug}/{name}")
            if content is None:
                continue
            if not content.lstrip().startswith(beginning):
                raise NotFetched(Message("{address} er ikke en håndbok; kanskje må en logge inn der", address=address))
            target = folder / slug / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def _fetched(address: str) -> bytes | None:
    try:
        with contextlib.closing(urllib.request.urlopen(address, timeout=_PATIENCE)) as answer:
            content: bytes = answer.read()
            return content
    except urllib.error.HTTPError as error:
        if error.code in _GONE:
            return None
        raise NotFetched(Message("{address} svarte {code}", address=address, code=error.code)) from error
    except OSError as error:
        reason = getattr(error, "reason", None) or error
        raise NotFetched(Message("Fikk ikke svar fra {address}: {reason}", address=address, reason=reason)) from error
