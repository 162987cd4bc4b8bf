"""Forums that do the same: with the same services, for the same purpose, and not seen together by anybody.

Two that belong together are no overlap: where one is a part of the other, both are parts of the same, or somebody has
proposed to merge them. A team at each of many places is one forum with places.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from builder.facts.membership import required, services_of
from builder.facts.parts import standing_forums
from builder.memoize import memoize
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.vocabulary import Proposed


def same_purpose(handbook: Handbook) -> Iterator[tuple[Forum, Forum]]:
    """Every two standing forums with the same purposes."""
    for first, second in combinations(standing_forums(handbook), 2):
        if first.purposes and set(first.purposes) == set(second.purposes):
            yield first, second


def overlap(handbook: Handbook, first: Forum, second: Forum) -> bool:
    """Whether two forums with the same purposes also have the same services, more than one, and are not linked."""
    together, also = _required(handbook)[first.id], _required(handbook)[second.id]
    return len(together) > 1 and together == also and not linked(first, second)


def overlapping(handbook: Handbook) -> tuple[tuple[Forum, Forum], ...]:
    """Every two forums that overlap."""
    return tuple(pair for pair in same_purpose(handbook) if overlap(handbook, *pair))


def linked(first: Forum, second: Forum) -> bool:
    """Whether somebody has said how two forums fit together."""
    parts = (first.part_of == second.id, second.part_of == first.id, first.part_of and first.part_of == second.part_of)
    return any(parts) or _into(first) == second.id or _into(second) == first.id


def _into(forum: Forum) -> str | None:
    proposal = forum.proposal
    return proposal.into if proposal and proposal.what is Proposed.MERGE else None


@memoize
def _required(handbook: Handbook) -> Mapping[str, frozenset[str]]:
    """Forum id -> the services that are always to come."""
    return {f.id: services_of(handbook, (member.actor for member in required(f))) for f in handbook.forums}
