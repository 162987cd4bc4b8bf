"""Findings that tell where a trace of a client stands, and never what it is.

They are shown in terminals and logs, sent to other services, and kept until the next check.
"""

from __future__ import annotations

from dataclasses import replace

from builder.problem import Message, Problem
from builder.traces import masked


def without_traces(problem: Problem) -> Problem:
    """The same finding with a mark for each digit of a trace, in what it quotes and in the names of files."""
    return replace(
        problem,
        mark=problem.mark._replace(path=masked(problem.mark.path)),
        message=problem.message.showing(_masked),
        causes=tuple(map(masked, problem.causes)),
        follows=tuple(map(masked, problem.follows)),
    )


def _masked(value: object) -> object:
    if isinstance(value, Message):
        return value.showing(_masked)
    return masked(value) if isinstance(value, str) else value
