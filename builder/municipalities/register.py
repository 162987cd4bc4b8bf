"""The shipped list: what each municipality is called, and what became of those that are no more.

Two tables beside this module, with their sources and dates at the top. They are read once, when somebody asks.
"""

from __future__ import annotations

import csv
import datetime
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).parent
_BETWEEN_NAMES = " / "
#: What the list says of a municipality that has decided for neither standard.
NEUTRAL = "neutral"
#: The number of a municipality that is made up, to try a handbook with.
TRIAL = "0000"


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality of today. `written_standard` is what it has decided that the state shall write to it in."""

    number: str
    name: str
    parallel_names: tuple[str, ...]
    county: str
    written_standard: str

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it has: the Norwegian, and the Sámi and Kven ones beside it."""
        return self.name, *self.parallel_names


@dataclass(frozen=True, slots=True)
class Change:
    """What a number became on a day. A municipality that was divided has several, one for each part."""

    date: datetime.date
    former_number: str
    former_name: str
    number: str
    name: str

    @property
    def last_day(self) -> datetime.date:
        """The last day the former number was used."""
        return self.date - datetime.timedelta(days=1)


@functools.cache
def current() -> dict[str, Municipality]:
    """Today's municipalities by number."""
    return {row["number"]: _municipality(row) for row in _rows("municipalities.csv")}


@functools.cache
def changes() -> tuple[Change, ...]:
    """Every change of number since 2020, the oldest first."""
    return tuple(_change(**row) for row in _rows("changes.csv"))


def became(number: str) -> tuple[Municipality, ...]:
    """What a number that is no longer used became, as it is today; nothing for one that never was."""
    later = [change.number for change in changes() if change.former_number == number]
    found = (one for step in later for one in ([current()[step]] if step in current() else became(step)))
    return tuple(dict.fromkeys(found))


def ended(number: str) -> Change | None:
    """The change that ended a number; None where it is used today, or never was."""
    return next((change for change in changes() if change.former_number == number), None)


def forerunners(municipality: Municipality) -> tuple[Change, ...]:
    """What a municipality was before, the latest first. Of one that was divided, only what became this part."""
    found: list[Change] = []
    _walk_back(municipality.number, municipality.name, frozenset(), found)
    return tuple(sorted(found, key=lambda change: (-change.date.toordinal(), change.former_number)))


def _walk_back(number: str, name: str, others: frozenset[str], found: list[Change]) -> None:
    for change in changes():
        if change.number != number or change.former_name in others:
            continue
        found.append(change)
        parts = {one.name for one in changes() if one.former_number == change.former_number}
        if len(parts) == 1 or change.former_name == name:
            _walk_back(change.former_number, name, others | (parts - {name}), found)
        else:
            found += (one for one in changes() if one.number == change.former_number and one.former_name == name)


def _change(date: str, **identities: str) -> Change:
    return Change(datetime.date.fromisoformat(date), **identities)


def _municipality(row: dict[str, str]) -> Municipality:
    parallel = tuple(name for name in row["parallel_names"].split(_BETWEEN_NAMES) if name)
    return Municipality(row["number"], row["name"], parallel, row["county"], row["written_standard"])


def _rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table; what stands above its heading tells where it is from."""
    with (_FOLDER / name).open(encoding="utf-8", newline="") as table:
        yield from csv.DictReader(line for line in table if not line.startswith("#"))
