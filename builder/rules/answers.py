"""Expectations asked of a whole handbook, for those who count and those who mark: each is asked once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from builder.memoize import memoize
from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.references import Path
from builder.rules.expectation import Answer, AnyExpectation, Asked, Context, Expectation, Finding, Scope, Source, owner

Place = tuple[Record, Path]


def answers(handbook: Handbook, expectation: Expectation[Asked, Source, Context]) -> tuple[Answer[Asked], ...]:
    """What came of asking everything in a handbook that an expectation is asked of, but the text of files."""
    known = _answers(handbook)
    if expectation.id not in known:
        known[expectation.id] = tuple(_asked(handbook, expectation))
    return cast("tuple[Answer[Asked], ...]", known[expectation.id])


@memoize
def _answers(_handbook: Handbook) -> dict[str, tuple[Answer[object], ...]]:
    return {}


def _asked(handbook: Handbook, expectation: AnyExpectation) -> Iterator[Answer[object]]:
    if expectation.scope is Scope.HANDBOOK:
        yield from expectation.answers(handbook, handbook)
    elif expectation.scope is Scope.RECORD:
        for record in handbook.speaking():
            yield from expectation.answers(record, handbook.law)


def finding(handbook: Handbook, expectation: AnyExpectation, record: Record, *path: str | int) -> Finding | None:
    """How a record, or the part of it at a path, falls short of an expectation; None where it does not.

    Everybody is told what a handbook says, and only those who maintain it what it lacks.
    """
    if handbook.is_public:
        return None
    return _failing(handbook, expectation).get((record, path))


def holds(handbook: Handbook, expectation: AnyExpectation, record: Record, *path: str | int) -> bool:
    """Whether a record, or the part of it at a path, is as expected; so is what is not asked."""
    return finding(handbook, expectation, record, *path) is None


def lack(handbook: Handbook, expectation: AnyExpectation, record: Record, *path: str | int) -> str:
    """In what way a record, or the part of it at a path, falls short: the value of a `Lack`; empty where it does not.

    Templates choose their words by it.
    """
    found = finding(handbook, expectation, record, *path)
    return found.lack.value if found else ""


def marks(
    handbook: Handbook, expectations: Iterable[AnyExpectation], record: Record, *path: str | int
) -> dict[str, Finding]:
    """Rule id -> how a record, or the part of it at a path, falls short, for those of the expectations that it does."""
    found = ((one.id, finding(handbook, one, record, *path)) for one in expectations)
    return {name: fault for name, fault in found if fault is not None}


def _failing(handbook: Handbook, expectation: AnyExpectation) -> Mapping[Place, Finding]:
    known = _failures(handbook)
    if expectation.id not in known:
        failed = (one for one in answers(handbook, expectation) if not one.holds)
        known[expectation.id] = {owner(one.asked): one.findings[0] for one in failed}
    return known[expectation.id]


@memoize
def _failures(_handbook: Handbook) -> dict[str, dict[Place, Finding]]:
    return {}
