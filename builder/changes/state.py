"""A handbook as it was at one time: checked from its files, or read back from what was published."""

from __future__ import annotations

import datetime as dt
import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from builder.facts.audience import for_audience
from builder.model.audience import Audience
from builder.model.base import Part, Record
from builder.model.description import Choice, Many, Value, WholeNumber, described, group_in
from builder.model.handbook import Handbook
from builder.model.kinds import KINDS
from builder.model.municipality import MUNICIPALITY
from builder.model.references import is_internal, key_of

P = TypeVar("P", bound=Part)
#: What follows from the day is not compared.
_NO_DAY = dt.date.min
#: What can be read: the first number of the version of `handbook.json`.
READABLE = "1"
NOTHING: frozenset[str] = frozenset()


class DataError(ValueError):
    """The text is not a `handbook.json` that can be read."""


@dataclass(frozen=True, slots=True)
class State:
    """A handbook at one time. `faults` is how many errors there were in its files.

    `unread` has, by record, the keys of the fields that could not be read back. `whole` says that it has all of them,
    so that its pages can be made.
    """

    handbook: Handbook
    faults: int = 0
    unread: Mapping[Record, frozenset[str]] = field(default_factory=dict)
    whole: bool = False

    @property
    def slug(self) -> str:
        return self.handbook.municipality.id

    def told_to_all(self) -> State:
        """The same without what is internal."""
        handbook = for_audience(self.handbook, Audience.PUBLIC)
        now = ((handbook.find(handbook.kind_of(one), one.id), fields) for one, fields in self.unread.items())
        unread = {record: fields for record, fields in now if record is not None}
        return State(handbook, self.faults, unread, self.whole)

    def unread_of(self, record: Record) -> frozenset[str]:
        """The fields of a record that could not be read."""
        return self.unread.get(record, NOTHING)


def published_state(text: str | bytes) -> State:
    """The handbook in a `handbook.json`, also one an older version wrote. Raises DataError."""
    try:
        data = json.loads(text)
        version, records = str(data["version"]), data["records"]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise DataError(str(error)) from error
    if version.partition(".")[0] != READABLE or not isinstance(records, dict):
        raise DataError(version)
    return state_of(records)


def state_of(records: Mapping[str, Any]) -> State:
    """The handbook that was exported as these records, kind by kind. Raises DataError without a municipality."""
    found: dict[str, dict[str, Record]] = {}
    unread: dict[Record, frozenset[str]] = {}
    for kind in KINDS.values():
        for name, data in _mapping(records.get(kind.name)).items():
            record, missing = read(kind.record, {**_mapping(data), "id": name})
            found.setdefault(kind.name, {})[name] = record
            unread[record] = missing
    for municipality in found.get(MUNICIPALITY.name, {}).values():
        return State(Handbook(municipality, found, _NO_DAY), unread=unread)  # type: ignore[arg-type]
    raise DataError(MUNICIPALITY.name)


def read(part: type[P], data: Mapping[str, Any]) -> tuple[P, frozenset[str]]:
    """A part as far as it can be read, and the keys of its fields that could not be.

    Fields that are not known are passed over. What is not there, or cannot be read, is as if it was left out.
    """
    try:
        return part.model_validate(data), NOTHING
    except ValidationError:
        pass
    values: dict[str, Any] = {}
    unread = set()
    for one in described(part):
        if one.key in data:
            value, whole = _value(part, one.key, one.value, data[one.key])
            values |= value
            unread |= set() if whole else {one.key}
        if one.required:
            values.setdefault(one.key, _left_out(one.value))
    return cast("P", part.model_construct(**values)), frozenset(unread)


def _value(part: type[Part], key: str, value: Value, data: Any) -> tuple[dict[str, Any], bool]:
    """The value by its key, nothing where it cannot be read, and whether all of it could be."""
    try:
        return {key: _adapter(part, key).validate_python(data)}, True
    except ValidationError:
        inner = group_in(value)
    if inner is None:
        return {}, False
    if isinstance(data, list) and isinstance(value, Many):
        found = [read(inner, _mapping(item)) for item in data]
        return {key: tuple(item for item, _ in found)}, not any(missing for _, missing in found)
    # A part that is said as a whole is read as a whole, but for fields that are not known.
    known = {one.key: data[one.key] for one in described(inner) if one.key in _mapping(data)}
    try:
        return {key: inner.model_validate(known)}, True
    except ValidationError:
        kept, missing = read(inner, known)
        return ({key: kept}, True) if not missing and _is_told_to_all(inner, known) else ({}, False)


def _is_told_to_all(part: type[Part], data: Mapping[str, Any]) -> bool:
    """Whether a part lacks nothing but what the public edition leaves out of it."""
    required = (name for name, info in part.model_fields.items() if info.is_required())
    return all(key_of(part, name) in data or is_internal(part, name) for name in required)


@functools.cache
def _adapter(part: type[Part], key: str) -> TypeAdapter[Any]:
    """What reads a single field."""
    info = next(info for name, info in part.model_fields.items() if key_of(part, name) == key)
    annotation: Any = info.annotation
    for mark in info.metadata:
        annotation = Annotated[annotation, mark]
    return TypeAdapter(annotation)


def _left_out(value: Value) -> object:
    """What stands for a field that must be filled in and is not."""
    if isinstance(value, Many):
        return ()
    return None if isinstance(value, Choice | WholeNumber) or group_in(value) else ""


def _mapping(data: object) -> Mapping[str, Any]:
    return data if isinstance(data, Mapping) else {}
