"""Findings that are alike, told as one where they are many: a list of a hundred hides the one that matters."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from builder.problem import Message, Problem, in_order

#: As many as one folder may have before they are told as one.
FEW = 5
#: As many as are named then.
_NAMED = 3

#: The rule, its sentence, and the folder the records are in.
_Group = tuple[str, str, str]


def gathered(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The findings, those alike in one folder as one where they are more than a few."""
    groups: dict[_Group, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.alike is None:
            yield problem
        else:
            groups[problem.rule, problem.alike.sentence, posixpath.dirname(problem.mark.path)].append(problem)
    for (_, sentence, folder), found in groups.items():
        ordered = in_order(found)
        yield from [_together(sentence, folder, ordered)] if len(ordered) > FEW else ordered


def _together(sentence: str, folder: str, found: Sequence[Problem]) -> Problem:
    """Many as one, at the first of them."""
    files = {problem.mark.path for problem in found}
    place = files.pop() if len(files) == 1 else folder
    names = [problem.alike.name for problem in found if problem.alike]
    more = Message("{names} og {more} til", names=_listed(names[:_NAMED]), more=len(names) - _NAMED)
    return replace(found[0], message=Message(sentence, count=len(found), place=place, names=more), alike=None)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"«{name}»" for name in names)
