"""A handbook with a word of its own in every place that only staff may read, made by walking the model.

A field that is marked internal tomorrow is seeded tomorrow: nothing here names one.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeVar

from builder.model import formats
from builder.model.audience import Audience
from builder.model.base import Part, Record
from builder.model.description import Description, Many, OneOrMany, Value, field_of
from builder.model.fields import HoldsMarkdown, NamesRecord, RefTo
from builder.model.handbook import Handbook
from builder.model.kinds import KINDS
from builder.model.references import is_internal, marker_of
from builder.model.service import Contact, Service

from tests.support import TODAY, filled, filled_handbook

P = TypeVar("P", bound=Part)
#: Letters that no folding, stemming or splitting of words takes away or makes others of.
_LETTERS = "bdfghklmnp"
_LENGTH = 11
#: What only internal dates are in.
YEAR = 2043


def _words() -> Iterator[str]:
    """Words in no language, without two like letters in a row."""
    for number in itertools.count(1):
        state, word = number * 7919, ""
        while len(word) < _LENGTH:
            state = (state * 1103515245 + 12345) % 2**31
            letter = _LETTERS[(state >> 16) % len(_LETTERS)]
            word += letter if letter != word[-1:] else ""
        yield word


@dataclass
class Seeds:
    """What was put where: marker -> «Contact.person». Letters and digits alone, in lower case."""

    where: dict[str, str] = field(default_factory=dict)
    dated: set[str] = field(default_factory=set)
    #: Where only a word of a list may stand, and so no marker.
    listed: set[str] = field(default_factory=set)
    _word: Iterator[str] = field(default_factory=_words)
    _number: Iterator[int] = field(default_factory=lambda: itertools.count(0))

    def value(self, of: Value, old: Any, where: str) -> Any:
        """Something that may stand where `old` does, and stands nowhere else."""
        if isinstance(old, dt.date):
            self.dated.add(where)
            return dt.date(YEAR, 5, 17)
        if isinstance(old, bool):
            return True
        if of is formats.PHONE:
            digits = f"4170{next(self._number):04}"
            self.where[digits] = where
            return " ".join((digits[:2], digits[2:4], digits[4:6], digits[6:]))
        word = self.word(where)
        if of is formats.EMAIL:
            return f"{word}@kommune.example"
        return f"https://{word}.example/" if of is formats.WEB_ADDRESS else word

    def word(self, where: str) -> str:
        """A new marker."""
        word = next(self._word)
        self.where[word] = where
        return word


def seeded() -> tuple[Handbook, Seeds]:
    """One record of each kind that all may read, with every field filled in, and one of each that only staff may."""
    seeds = Seeds()
    names = {
        kind.name: seeds.word(f"{kind.name}.id") for kind in KINDS.values() if kind.audience is not Audience.PUBLIC
    }
    base = filled_handbook("ord", demonstration=False)
    records: dict[str, dict[str, Record]] = {}
    for kind, record in base.everything():
        if kind.audience is not Audience.INTERNAL:
            records.setdefault(kind.name, {})[record.id] = _public(record, seeds, names)
    for name, id_ in names.items():
        made = _internal(KINDS[name].record.model_validate(filled(KINDS[name].record, "ord")), seeds)
        records.setdefault(name, {})[id_] = made.model_copy(update={"id": id_, "audience": Audience.INTERNAL})
    municipality = next(iter(records["municipality"].values()))
    return Handbook(municipality, records, TODAY), seeds  # type: ignore[arg-type]


def _public(part: P, seeds: Seeds, names: dict[str, str]) -> P:
    """The part with markers where it is internal, and with what is internal named wherever it may be."""
    changed: dict[str, Any] = {}
    for name in type(part).model_fields:
        value, where = getattr(part, name), f"{type(part).__name__}.{name}"
        if is_internal(type(part), name):
            changed[name] = _marked(field_of(type(part), name).value, value, where, seeds)
        else:
            changed[name] = _naming(_within(value, seeds, names), marker_of(type(part), name), names)
    if isinstance(part, Service):
        hidden = _internal(Contact.model_validate(filled(Contact, "ord")), seeds)
        own = {"id": seeds.word("Contact.id"), "audience": Audience.INTERNAL}
        changed["contacts"] = (*changed["contacts"], hidden.model_copy(update=own))
    return part.model_copy(update=changed)


def _within(value: Any, seeds: Seeds, names: dict[str, str]) -> Any:
    if isinstance(value, Part):
        return _public(value, seeds, names)
    return tuple(_within(one, seeds, names) for one in value) if isinstance(value, tuple) else value


def _naming(value: Any, marker: object, names: dict[str, str]) -> Any:
    if isinstance(marker, RefTo) and isinstance(value, tuple):
        of = type(value[0]) if value else str
        return (*value, *(of(names[kind]) for kind in marker.kinds if kind in names))
    if isinstance(marker, HoldsMarkdown) and isinstance(value, str):
        return f"{value} [sagt med andre ord](services:{names['services']}) og [mer](<forms:{names['forms']}>)"
    if isinstance(marker, HoldsMarkdown) and isinstance(value, tuple):
        return tuple(_naming(one, marker, names) for one in value)
    return value


def _internal(part: P, seeds: Seeds) -> P:
    """The part with a marker in every text."""
    fields = ((name, field_of(type(part), name)) for name in type(part).model_fields if name not in ("id", "audience"))
    return part.model_copy(update={name: _changed(part, name, found, seeds) for name, found in fields})


def _changed(part: Part, name: str, found: Description, seeds: Seeds) -> Any:
    value = getattr(part, name)
    if isinstance(marker_of(type(part), name), RefTo | NamesRecord):
        return value
    return _marked(found.value, value, f"{type(part).__name__}.{name}", seeds)


def _marked(of: Value, value: Any, where: str, seeds: Seeds) -> Any:
    if isinstance(of, Many | OneOrMany):
        of = of.item if isinstance(of, Many) else of.one
    if isinstance(value, tuple):
        return tuple(_marked(of, one, where, seeds) for one in value)
    if isinstance(value, Part):
        return _internal(value, seeds)
    if isinstance(value, Enum):
        seeds.listed.add(where)
    if type(value) not in (str, bool, dt.date) or of is formats.CITATION:
        return value
    return seeds.value(of, value, where)
