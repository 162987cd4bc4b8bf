"""Asks the rules. What a rule says of one record or one file is asked once, however many municipalities share it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from weakref import WeakKeyDictionary

from builder.memoize import memoize
from builder.model.base import Record
from builder.model.register import LawRegister
from builder.problem import Problem
from builder.rules.registry import RULES
from builder.rules.subject import FileRule, Findings, HandbookRule, RecordRule, Rule, Subject

_OF_HANDBOOK = tuple(rule for rule in RULES if isinstance(rule, HandbookRule))
_OF_RECORD = tuple(rule for rule in RULES if isinstance(rule, RecordRule))
_OF_FILE = tuple(rule for rule in RULES if isinstance(rule, FileRule))

#: More files than municipalities share, so that the own files of one never push the shared ones out.
_FILES_REMEMBERED = 2000

Problems = tuple[Problem, ...]


def findings(subject: Subject) -> Iterator[Problem]:
    """What all the rules find."""
    for rule in _OF_HANDBOOK:
        yield from _problems(rule, rule.check(subject))
    for record in subject.handbook.speaking():
        yield from _in_record(record, subject.handbook.law)
    for path, text in subject.texts.items():
        yield from _in_file(path, text)


def _problems(rule: Rule, found: Findings) -> Iterator[Problem]:
    return (Problem(mark, rule.ID, message, rule.SEVERITY) for mark, message in found)


def _in_record(record: Record, law: LawRegister) -> Problems:
    known = _known_under(law)
    if record not in known:
        known[record] = tuple(p for rule in _OF_RECORD for p in _problems(rule, rule.check_record(record, law)))
    return known[record]


@memoize
def _known_under(_law: LawRegister) -> WeakKeyDictionary[Record, Problems]:
    return WeakKeyDictionary()


@lru_cache(maxsize=_FILES_REMEMBERED)
def _in_file(path: str, text: str) -> Problems:
    return tuple(p for rule in _OF_FILE for p in _problems(rule, rule.check_file(path, text)))
