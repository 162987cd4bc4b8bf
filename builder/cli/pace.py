"""How far a build has come, and how long what is left may take, by what has been done."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from builder.problem import NOTHING, Message, one_or_more

_MINUTE, _HOUR = 60, 3600
#: Where nobody watches a bar: so many lines at most, for so many municipalities at least, and seconds between them.
_LINES, _MANY, _APART = 10, 10, 15


@dataclass(slots=True)
class Pace:
    """So many jobs, and who does them at the same time."""

    jobs: int
    hands: Callable[[], int]
    clock: Callable[[], float] = time.monotonic
    done: int = 0
    _spent: list[float] = field(default_factory=list)
    _told: float = 0
    _tenth: int = 0

    def __post_init__(self) -> None:
        self._told = self.clock()

    def ended(self, seconds: float = 0) -> None:
        """A job is done, and took so long; none where that is not known."""
        self.done += 1
        if seconds:
            self._spent.append(seconds)

    def left(self) -> Message:
        """How long it may take yet; nothing before anything is known."""
        waiting, hands = self.jobs - self.done, max(1, self.hands())
        if not self._spent or not waiting:
            return NOTHING
        at_work = min(hands, waiting)  # half done, as one may suppose
        return duration(sum(self._spent) / len(self._spent) * (waiting - at_work / 2) / at_work)

    def line(self) -> Message | None:
        """What is told now where nobody watches a bar: at each tenth, and not too often; mostly nothing."""
        tenth = self.done * _LINES // self.jobs
        early = self.clock() - self._told < _APART
        if self.jobs < _MANY or self.done == self.jobs or tenth == self._tenth or early:
            return None
        self._told, self._tenth = self.clock(), tenth
        return Message("{done} av {total} kommuner, {left}", done=self.done, total=self.jobs, left=self.left())


def duration(seconds: float) -> Message:
    """How long is left, in words."""
    if seconds < _MINUTE:
        return Message("under ett minutt igjen")
    if seconds < 2 * _HOUR:
        return one_or_more("omtrent {count} minutt igjen", "omtrent {count} minutter igjen", round(seconds / _MINUTE))
    return one_or_more("omtrent {count} time igjen", "omtrent {count} timer igjen", round(seconds / _HOUR))
