"""«Mente du …?»: the nearest known name to one that was not found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from builder.problem import NOTHING, Message

SIMILAR_ENOUGH = 0.6
#: Known names, and what a reader calls each.
Labels: TypeAlias = Mapping[str, Sequence[str]]


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like this one, or None when none is like it."""
    found = process.extractOne(
        name.casefold(), sorted(known), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=SIMILAR_ENOUGH
    )
    return found[0] if found else None


def nearest_by_label(name: str, labels: Labels) -> str | None:
    """The known name that is most like this one, or that a reader calls something like it: «barnevern»."""
    found = nearest(name, labels)
    if found:
        return found
    # Of two that are called the same, the first.
    by_label = {label.casefold(): known for known in reversed(list(labels)) for label in labels[known]}
    return by_label.get(nearest(name, by_label) or "")


def most_like(name: str, labels: Labels, count: int) -> list[str]:
    """As many known names as asked for, those most like this one by name or label first."""

    def likeness(known: str) -> float:
        written = (known, *labels[known])
        return max(DamerauLevenshtein.normalized_similarity(name.casefold(), one.casefold()) for one in written)

    return sorted(sorted(labels), key=likeness, reverse=True)[:count]


def did_you_mean(name: str, known: Iterable[str]) -> Message:
    """The end of a sentence: «; mente du «ppt»?», or nothing."""
    suggestion = nearest(name, known)
    return Message("; mente du «{suggestion}»?", suggestion=suggestion) if suggestion else NOTHING
