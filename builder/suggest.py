"""«Mente du …?»: the nearest known name to one that was not found."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from builder.problem import NOTHING, Message

SIMILAR_ENOUGH = 0.6


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like this one, or None when none is like it."""
    found = process.extractOne(
        name.casefold(), sorted(known), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=SIMILAR_ENOUGH
    )
    return found[0] if found else None


def did_you_mean(name: str, known: Iterable[str]) -> Message:
    """The end of a sentence: «; mente du «ppt»?», or nothing."""
    suggestion = nearest(name, known)
    return Message("; mente du «{suggestion}»?", suggestion=suggestion) if suggestion else NOTHING
