"""How a measure says that something is lacking: with no place and no words, for the statement has them."""

from __future__ import annotations

from builder.problem import NOTHING, Mark
from builder.rules.expectation import Finding, Findings, Lack

NOT_MET = Finding(Mark(""), NOTHING)
NO_LONGER = NOT_MET._replace(lack=Lack.STALE)


def unless(held: object) -> Findings:
    """Nothing where it holds, and else that it does not."""
    if not held:
        yield NOT_MET
