"""Where a municipality's handbook goes on, and whose it takes over from, when municipalities merge or divide."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.handbook import Handbook
from builder.model.municipality import LaterNumber, Municipality, OtherHandbook
from builder.problem import Message


@dataclass(frozen=True, slots=True)
class Successor:
    """What a municipality became, or is to become, said in a sentence; the address of that handbook, if there is one.

    `address` is as seen from the folder of the handbook.
    """

    name: str
    said: Message
    ended: bool
    address: str | None


def successors(municipality: Municipality, today: dt.date) -> Iterator[Successor]:
    """What the municipality became, in the order it is written."""
    for later in municipality.successors:
        ended = later.from_ is None or later.from_ <= today
        yield Successor(later.name, _said(municipality, later, ended), ended, _address(later))


def predecessors(handbook: Handbook) -> Iterator[tuple[str, str]]:
    """Name and address of each handbook that this one takes over from."""
    for former in handbook.municipality.predecessors:
        address = _address(former)
        if address and former.name != handbook.municipality.name:
            yield former.name, address


def _said(municipality: Municipality, later: LaterNumber, ended: bool) -> Message:
    names = {"name": municipality.name, "later": later.name}
    if not ended:
        return Message("{name} kommune blir en del av {later} kommune {date}.", **names, date=later.from_)
    if later.from_ is None:
        return Message("{name} kommune er nå en del av {later} kommune. Denne håndboka gjelder ikke lenger.", **names)
    return Message(
        "{name} kommune ble en del av {later} kommune {date}. Denne håndboka gjelder ikke lenger.",
        **names,
        date=later.from_,
    )


def _address(other: OtherHandbook) -> str | None:
    return f"../{other.slug}/index.html" if other.slug else other.website
