"""A part of all municipalities, to be built by itself: which they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from builder.i18n import N_
from builder.problem import Message
from builder.publish.failures import PublishError

_WRITTEN = re.compile(r"([0-9]{1,4})/([0-9]{1,4})")
_NOT_A_PART = N_("«{written}» er ingen del; skriv hvilken av hvor mange, som 3/8")


@dataclass(frozen=True, slots=True)
class Shard:
    """One of so many parts, counted from one."""

    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    @classmethod
    def parse(cls, written: str) -> Shard:
        """From «3/8». Raises PublishError."""
        found = _WRITTEN.fullmatch(written)
        number, of = (int(found[1]), int(found[2])) if found else (0, 0)
        if not 1 <= number <= of:
            raise PublishError(Message(_NOT_A_PART, written=written))
        return cls(number, of)

    def share(self, slugs: Iterable[str]) -> tuple[str, ...]:
        """The municipalities of this part: every so many of them by name, whatever is in them."""
        return tuple(sorted(set(slugs)))[self.number - 1 :: self.of]


@dataclass(frozen=True, slots=True)
class Part:
    """A shard of these municipalities."""

    shard: Shard
    everyone: tuple[str, ...]

    @property
    def slugs(self) -> tuple[str, ...]:
        """Those of the part."""
        return self.shard.share(self.everyone)
