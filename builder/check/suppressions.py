"""Suppresses findings that are accepted in the data: left out of the list until a date, never errors.

An acceptance names a rule and a record («services:ppt») or a file. It counts through its last day;
after that the findings come back, and so does one about the acceptance itself.
"""

from __future__ import annotations

import datetime as dt
from collections import abc
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.load.tree import Mapping, Node, Sequence
from builder.model.acceptance import Acceptance
from builder.model.handbook import Handbook
from builder.problem import Mark, Message, Problem, Severity
from builder.rules.registry import EXPECTATIONS
from builder.suggest import did_you_mean

UNKNOWN_RULE = "accepted-unknown-rule"
UNKNOWN_TARGET_RULE = "accepted-unknown-target"
EXPIRED_RULE = "accepted-expired"
UNUSED_RULE = "accepted-unused"

Places = frozenset[tuple[str, int]]
#: The tree of each record, by kind and id.
Trees = abc.Mapping[tuple[str, str], Node]


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that is not shown, and why."""

    problem: Problem
    acceptance: Acceptance


@dataclass(frozen=True, slots=True)
class Suppressed:
    """Findings after the acceptances: those still shown, and those that are not."""

    problems: tuple[Problem, ...]
    accepted: tuple[Accepted, ...]


def suppress(handbook: Handbook, problems: Iterable[Problem], trees: Trees) -> Suppressed:
    """Takes accepted warnings and advice out of the findings, and adds what is wrong with the acceptances."""
    shown, accepted, used = [], [], set()
    places = {acceptance.id: _places(acceptance, trees) for acceptance in handbook.accepted}
    for problem in problems:
        matching = [a for a in handbook.accepted if _matches(a, places[a.id], problem)]
        used |= {acceptance.id for acceptance in matching}
        holding = next((a for a in matching if a.holds(handbook.today)), None)
        if holding:
            accepted.append(Accepted(problem, holding))
        else:
            shown.append(problem)
    for acceptance in handbook.accepted:
        shown.extend(_about(acceptance, trees, acceptance.id in used, handbook.today))
    return Suppressed(tuple(shown), tuple(accepted))


def _places(acceptance: Acceptance, trees: Trees) -> Places:
    """The lines of the record that is named; none where it is a file or unknown."""
    if acceptance.record is None:
        return frozenset()
    kind, _, record_id = acceptance.record.partition(":")
    tree = trees.get((kind, record_id))
    return frozenset((mark.path, mark.line) for mark in _marks(tree)) if tree else frozenset()


def _marks(node: Node) -> Iterator[Mark]:
    yield node.mark
    if isinstance(node, Mapping):
        yield from node.keys.values()
    if not isinstance(node, Mapping | Sequence):
        return
    for child in node.items if isinstance(node, Sequence) else node.fields.values():
        yield from _marks(child)


def _matches(acceptance: Acceptance, places: Places, problem: Problem) -> bool:
    if problem.severity is Severity.ERROR or problem.rule != acceptance.rule:
        return False
    if acceptance.file is not None:
        return f"/{problem.mark.path}".endswith(f"/{acceptance.file}")
    return (problem.mark.path, problem.mark.line) in places


def _about(acceptance: Acceptance, trees: Trees, used: bool, today: dt.date) -> Iterator[Problem]:
    """What is wrong with an acceptance: at most one thing, the first that stops it from working."""
    known = [expectation.id for expectation in EXPECTATIONS]
    if acceptance.rule not in known:
        hint = did_you_mean(acceptance.rule, known)
        message = Message("det finnes ingen regel «{rule}»{hint}", rule=acceptance.rule, hint=hint)
        yield Problem(acceptance.at("rule"), UNKNOWN_RULE, message)
    elif acceptance.record is not None and not _known(acceptance.record, trees):
        message = Message(
            "det finnes ingen post «{record}»; skriv type og id, som services:ppt", record=acceptance.record
        )
        yield Problem(acceptance.at("record"), UNKNOWN_TARGET_RULE, message)
    elif not used:
        message = Message(
            "ingen advarsel fra {rule} i {target} trenger å godtas; slett godkjenningen «{id}»",
            rule=acceptance.rule,
            target=acceptance.target,
            id=acceptance.id,
        )
        yield Problem(acceptance.at(), UNUSED_RULE, message, Severity.ADVICE)
    elif not acceptance.holds(today):
        message = Message(
            "«{id}» gikk ut {until}, så funnet er tilbake: rett det, eller vurder på nytt og sett ny dato",
            id=acceptance.id,
            until=acceptance.until,
        )
        yield Problem(acceptance.at("until"), EXPIRED_RULE, message, Severity.WARNING)


def _known(record: str, trees: Trees) -> bool:
    kind, _, record_id = record.partition(":")
    return (kind, record_id) in trees
