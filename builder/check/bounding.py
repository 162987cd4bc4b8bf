"""Bounds how many findings of one rule are told, so that one faulty file never hides what is wrong in the others.

The first in each file are told, and then how many more there are. Where very many files break one rule, fewer of each
are told; no file is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from builder.problem import Problem, Severity, in_order, number_of, one_or_more

#: As many findings of one rule as are told in one file, and about as many as in all files.
IN_FILE = 50
IN_ALL = 1000


def bounded(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The findings, of each rule only the first in every file, followed by one that stands for the rest."""
    by_rule: dict[tuple[str, Severity], dict[str, list[Problem]]] = defaultdict(lambda: defaultdict(list))
    for problem in problems:
        by_rule[problem.rule, problem.severity][problem.mark.path].append(problem)
    for files in by_rule.values():
        most = min(IN_FILE, max(1, IN_ALL // len(files)))
        for found in files.values():
            yield from found if len(found) <= most + 1 else _first(in_order(found), most)


def _first(found: Sequence[Problem], most: int) -> Iterator[Problem]:
    yield from found[:most]
    if left := found[most:]:
        count = number_of(left)
        message = one_or_more(
            "… og {count} funn til av samme slag i denne fila",
            "… og {count} funn til av samme slag i denne fila",
            count,
        )
        yield Problem(left[0].mark, left[0].rule, message, left[0].severity, count=count)
