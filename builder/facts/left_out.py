"""The kindergartens, schools and other places that a forum which goes from place to place does not come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from builder.facts.held import held_at, held_of
from builder.memoize import memoize
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.place import NamedPlace
from builder.model.standard_terms import PlaceType

#: What makes places alike: their type, and the district they lie in; None where the municipality has no districts.
_Sort = tuple[PlaceType, str | None]


@dataclass(frozen=True, slots=True)
class Rounds:
    """A forum that goes from place to place, the places alike, and those of them it leaves out."""

    forum: Forum
    places: tuple[NamedPlace, ...]
    left_out: tuple[NamedPlace, ...]


@memoize
def rounds(handbook: Handbook) -> tuple[Rounds, ...]:
    """The forums that go from place to place, by name."""
    return tuple(_rounds(handbook))


def _rounds(handbook: Handbook) -> Iterator[Rounds]:
    sorts = {place.id: _sort(handbook, place) for place in handbook.places}
    for forum in handbook.forums:
        here = Counter(sort for one in held_of(handbook, forum) if one.place and (sort := sorts[one.place.id]))
        # Held in one place of each district, it is for all who are there, and goes from place to place no more.
        if any(count > 1 for count in here.values()):
            alike = tuple(place for place in handbook.places if sorts[place.id] in here)
            yield Rounds(forum, alike, tuple(place for place in alike if not _comes_to(handbook, forum, place)))


def _sort(handbook: Handbook, place: NamedPlace) -> _Sort | None:
    """What a place is alike with; None where it is not known in which district it lies."""
    if handbook.municipality.districts and place.district is None:
        return None
    return place.type, place.district


def _comes_to(handbook: Handbook, forum: Forum, place: NamedPlace) -> bool:
    """Whether a forum is held at a place, or another that is the same by the common word."""
    forums = [one.forum for one in held_at(handbook, place)]
    return any(one is forum or (one.type is not None and one.type is forum.type) for one in forums)
