"""How the municipalities that are compared do the same thing, side by side: by situation, kind of meeting, and level.

What each lets others hold against their own lies beside its pages (`builder.model.compared`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from builder.cache.editions import COMPARED
from builder.model.collation import alphabetical
from builder.model.compared import ComparedForum, ComparedLevel, ComparedPathway, Comparison
from builder.model.standard_terms import GROUP_OF_SITUATION, ForumType, LevelMeaning, Situation, SituationGroup

R = TypeVar("R", ComparedPathway, ComparedForum, ComparedLevel)
#: The common word by which they stand beside each other.
W = TypeVar("W", Situation, ForumType, LevelMeaning)
#: One alone has nothing to be held against.
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Published:
    """What a municipality lets others see, and the folder of its handbook."""

    slug: str
    said: Comparison


@dataclass(frozen=True, slots=True)
class Side(Generic[R]):
    """What one municipality does, or a meeting or a level it has."""

    slug: str
    said: Comparison
    found: R


@dataclass(frozen=True, slots=True)
class Topic(Generic[W, R]):
    """Those who do the same thing, by name, and the names of those who say nothing of it."""

    word: W
    count: int
    sides: Sequence[Side[R]]
    without: Sequence[str]


@dataclass(frozen=True, slots=True)
class SituationTopics:
    """Situations that are listed together."""

    group: SituationGroup
    topics: Sequence[Topic[Situation, ComparedPathway]]


@dataclass(frozen=True, slots=True)
class Comparisons:
    """All that is compared, in the order situations, kinds of meetings and levels are listed."""

    municipalities: Sequence[Published]
    situations: Sequence[SituationTopics]
    forums: Sequence[Topic[ForumType, ComparedForum]]
    levels: Sequence[Topic[LevelMeaning, ComparedLevel]]

    @property
    def demonstration(self) -> Sequence[str]:
        """The names of those whose content is not their own."""
        return [one.said.name for one in self.municipalities if one.said.demonstration]


def published_beside(folders: Iterable[Path]) -> tuple[list[Published], list[Path]]:
    """What lies beside the pages of handbooks, where any does; and the files that are damaged."""
    found: list[Published] = []
    damaged: list[Path] = []
    for folder in folders:
        try:
            found.append(Published(folder.name, Comparison.model_validate_json((folder / COMPARED).read_bytes())))
        except FileNotFoundError:
            continue
        except (OSError, ValueError):
            damaged.append(folder / COMPARED)
    return found, damaged


def comparison_of(found: Iterable[Published]) -> Comparisons | None:
    """What is compared of what is published; None where there is nobody to be held against."""
    municipalities = sorted(found, key=lambda one: (alphabetical(one.said.name), one.slug))
    if len(municipalities) < _ENOUGH:
        return None
    groups: dict[SituationGroup, list[Topic[Situation, ComparedPathway]]] = defaultdict(list)
    for topic in _topics(GROUP_OF_SITUATION, municipalities, lambda said: [(p.situation, p) for p in said.pathways]):
        groups[GROUP_OF_SITUATION[topic.word]].append(topic)
    return Comparisons(
        municipalities,
        [SituationTopics(group, topics) for group, topics in groups.items()],
        list(_topics(ForumType, municipalities, lambda said: [(f.type, f) for f in said.forums])),
        list(_topics(LevelMeaning, municipalities, lambda said: [(one.means, one) for one in said.levels])),
    )


def _topics(
    words: Iterable[W], municipalities: Sequence[Published], listed: Callable[[Comparison], Sequence[tuple[W, R]]]
) -> Iterator[Topic[W, R]]:
    """What each has of a kind, by its common word; nothing of a kind that none has."""
    for word in words:
        has = [(one, [found for its, found in listed(one.said) if its is word]) for one in municipalities]
        sides = [Side(one.slug, one.said, found) for one, some in has for found in some]
        if sides:
            without = [one.said.name for one, some in has if not some]
            yield Topic(word, len(has) - len(without), sides, without)
