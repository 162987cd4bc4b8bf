"""Runs the rules. Those that need only one record or file run once, however many municipalities share it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from weakref import WeakKeyDictionary

from builder.load.folder import Loaded
from builder.memoize import memoize
from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.law import Act
from builder.model.register import LawRegister, register_of
from builder.problem import Problem
from builder.rules.expectation import Asked, Context, Expectation, File, OfFile, OfHandbook, OfRecord, Scope, Source
from builder.rules.registry import EXPECTATIONS

_OF_HANDBOOK: tuple[OfHandbook, ...] = tuple(one for one in EXPECTATIONS if one.scope is Scope.HANDBOOK)
_OF_RECORD: tuple[OfRecord, ...] = tuple(one for one in EXPECTATIONS if one.scope is Scope.RECORD)
_OF_FILE: tuple[OfFile, ...] = tuple(one for one in EXPECTATIONS if one.scope is Scope.FILE)

#: More files than municipalities share, so that the own files of one never push the shared ones out.
_FILES_REMEMBERED = 2000

Problems = tuple[Problem, ...]
#: The acts of a register -> records, each with what was found in it under that register.
UnderLaw = list[tuple[tuple[Act, ...], list[tuple[Record, Problems]]]]

_known_under: WeakKeyDictionary[LawRegister, WeakKeyDictionary[Record, Problems]] = WeakKeyDictionary()


def findings(handbook: Handbook, loaded: Loaded) -> Iterator[Problem]:
    """Where a handbook falls short, and the files it was read from."""
    for expectation in _OF_HANDBOOK:
        yield from _problems(expectation, handbook, handbook)
    for record in handbook.speaking():
        yield from _in_record(record, handbook.law)
    shared = _in_files(loaded.shared) if loaded.shared else {}
    for path, text in loaded.texts.items():
        yield from shared[path] if path in shared else _in_file(path, text)


def found_in(records: Collection[Record]) -> UnderLaw:
    """What is known of these records, under registers of acts that are all among them."""
    among = set(records)
    known = ((law.acts, found) for law, found in _known_under.items() if among.issuperset(law.acts))
    return [(acts, [(record, found[record]) for record in records if record in found]) for acts, found in known]


def recall(known: UnderLaw) -> None:
    """Takes what was found earlier in records that are the same."""
    for acts, found in known:
        _known_under.setdefault(register_of(acts), WeakKeyDictionary()).update(found)


def _problems(expectation: Expectation[Asked, Source, Context], source: Source, context: Context) -> Iterator[Problem]:
    return (
        Problem(found.mark, expectation.id, found.message, expectation.severity, found.alike, follows=found.follows)
        for found in expectation.findings(source, context)
    )


def _in_record(record: Record, law: LawRegister) -> Problems:
    known = _known_under.setdefault(law, WeakKeyDictionary())
    if record not in known:
        known[record] = tuple(p for expectation in _OF_RECORD for p in _problems(expectation, record, law))
    return known[record]


@memoize
def _in_files(loaded: Loaded) -> dict[str, Problems]:
    return {path: _in_file(path, text) for path, text in loaded.texts.items()}


@lru_cache(maxsize=_FILES_REMEMBERED)
def _in_file(path: str, text: str) -> Problems:
    file = File(path, text)
    return tuple(p for expectation in _OF_FILE for p in _problems(expectation, file, file))
