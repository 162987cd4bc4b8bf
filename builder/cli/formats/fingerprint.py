"""What tells one finding from another between runs, so that tools can say which are new.

Lines move when somebody writes above them, and the language is chosen by the reader; so neither is
part of it. Equal findings in one file are told apart by their order.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from builder.problem import Message, Problem


def fingerprints(problems: Iterable[Problem]) -> Iterator[tuple[Problem, str]]:
    """Each problem with its fingerprint. No two are alike."""
    seen: Counter[str] = Counter()
    for problem in problems:
        same = "\0".join((repository_path(problem.mark.path), problem.rule, *_lasting(problem.message)))
        seen[same] += 1
        yield problem, hashlib.sha256(f"{same}\0{seen[same]}".encode("utf-8", "surrogateescape")).hexdigest()


def repository_path(path: str) -> str:
    """The path as seen from where the command runs, which in CI is the root of the repository."""
    here, place = Path.cwd(), Path(path)
    return (place.relative_to(here) if place.is_relative_to(here) else place).as_posix()


def _lasting(message: Message) -> Iterator[str]:
    """The sentence and its values, without numbers: those are lines, counts and limits, which change."""
    yield message.template
    for name, value in sorted(message.values.items()):
        if isinstance(value, Message):
            yield from _lasting(value)
        elif not isinstance(value, int):
            yield f"{name}={value}"
