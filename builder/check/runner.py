"""Runs the rules. Those that need only one record or file run once, however many municipalities share it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from weakref import WeakKeyDictionary

from builder.memoize import memoize
from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.register import LawRegister
from builder.problem import Problem
from builder.rules.expectation import Asked, Context, Expectation, File, OfFile, OfHandbook, OfRecord, Scope, Source
from builder.rules.registry import EXPECTATIONS

_OF_HANDBOOK: tuple[OfHandbook, ...] = tuple(one for one in EXPECTATIONS if one.scope is Scope.HANDBOOK)
_OF_RECORD: tuple[OfRecord, ...] = tuple(one for one in EXPECTATIONS if one.scope is Scope.RECORD)
_OF_FILE: tuple[OfFile, ...] = tuple(one for one in EXPECTATIONS if one.scope is Scope.FILE)

#: More files than municipalities share, so that the own files of one never push the shared ones out.
_FILES_REMEMBERED = 2000

Problems = tuple[Problem, ...]


def findings(handbook: Handbook, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Where a handbook falls short. `texts` are the files it was read from, shared ones included: path -> text."""
    for expectation in _OF_HANDBOOK:
        yield from _problems(expectation, handbook, handbook)
    for record in handbook.speaking():
        yield from _in_record(record, handbook.law)
    for path, text in texts.items():
        yield from _in_file(path, text)


def _problems(expectation: Expectation[Asked, Source, Context], source: Source, context: Context) -> Iterator[Problem]:
    return (
        Problem(found.mark, expectation.id, found.message, expectation.severity, found.alike, follows=found.follows)
        for found in expectation.findings(source, context)
    )


def _in_record(record: Record, law: LawRegister) -> Problems:
    known = _known_under(law)
    if record not in known:
        known[record] = tuple(p for expectation in _OF_RECORD for p in _problems(expectation, record, law))
    return known[record]


@memoize
def _known_under(_law: LawRegister) -> WeakKeyDictionary[Record, Problems]:
    return WeakKeyDictionary()


@lru_cache(maxsize=_FILES_REMEMBERED)
def _in_file(path: str, text: str) -> Problems:
    file = File(path, text)
    return tuple(p for expectation in _OF_FILE for p in _problems(expectation, file, file))
