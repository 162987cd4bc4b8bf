"""What is kept between checks, as whoever keeps it holds it: here nothing is loaded that a check needs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Work:
    """The work on the shared records: what was `kept` before a check, and what it has `grown` to after, if it has."""

    kept: bytes | None = None
    grown: bytes | None = None
