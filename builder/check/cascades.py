"""Findings that go away when another one is mended, put behind that one: the root cause first, and alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from builder.problem import Problem, number_of, one_or_more

#: As many as may name the same thing that is not there before they are told as one.
FEW = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A finding, and those that follow from it, in order."""

    problem: Problem
    consequences: tuple[Problem, ...] = ()

    @property
    def alone(self) -> Problem:
        """The finding as it is told when those that follow are not shown."""
        count = number_of(self.consequences)
        if not count:
            return self.problem
        message = one_or_more(
            "{finding} … og {count} funn som følger av det",
            "{finding} … og {count} funn som følger av det",
            count,
            finding=self.problem.message,
        )
        return replace(self.problem, message=message)


def folded(problems: Sequence[Problem]) -> tuple[Told, ...]:
    """Each finding in its order, but for those that follow from another."""
    cause_of = _causes(problems)
    behind: dict[int, list[Problem]] = {}
    for number, problem in enumerate(problems):
        if number in cause_of:
            behind.setdefault(_root(cause_of, number), []).append(problem)
    return tuple(
        Told(one, tuple(behind.get(number, ()))) for number, one in enumerate(problems) if number not in cause_of
    )


def _root(cause_of: dict[int, int], number: int) -> int:
    """The finding that another follows from in the end."""
    while number in cause_of:
        number = cause_of[number]
    return number


def _causes(problems: Sequence[Problem]) -> dict[int, int]:
    """The number of a finding -> that of the finding it follows from; never in a ring."""
    cause_of: dict[int, int] = {}
    for key, followers in _groups(problems).items():
        cause = next((number for number, one in enumerate(problems) if key in one.causes), None)
        if cause is None and len(followers) > FEW:
            cause = followers[0]
        for number in followers:
            if cause is not None and _root(cause_of, cause) != number:
                cause_of[number] = cause
    return cause_of


def unfolded(told: Iterable[Told]) -> tuple[Problem, ...]:
    """Every finding, each followed by those that follow from it."""
    return tuple(problem for one in told for problem in (one.problem, *one.consequences))


def _groups(problems: Sequence[Problem]) -> dict[str, list[int]]:
    """What is missing -> the findings that follow. One that may follow from several follows from the likeliest."""
    causes = {key for one in problems for key in one.causes}
    asked = Counter(key for one in problems for key in one.follows)
    groups: dict[str, list[int]] = {}
    for number, one in enumerate(problems):
        if one.follows:
            # One municipality's own before what it shares with others.
            key = max(one.follows, key=lambda each: (each in causes, "/" in each.partition(":")[0], asked[each]))
            groups.setdefault(key, []).append(number)
    return groups
