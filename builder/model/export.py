"""A record as plain data, without what is empty. What an edition may hold is settled before: see `facts.audience`."""

from __future__ import annotations

import datetime as dt
from enum import Enum

from builder.model.base import Part
from builder.model.handbook import Handbook
from builder.model.references import key_of

#: What JSON can hold.
Plain = str | int | bool | list["Plain"] | dict[str, "Plain"]
Data = dict[str, Plain]
#: Kind -> id -> record.
Records = dict[str, dict[str, Data]]


def as_data(part: Part) -> Data:
    """The fields of a part by the keys they have in YAML; dates as `2026-03-31`, times as `09:00`."""
    found = {key_of(type(part), name): _plain(getattr(part, name)) for name in type(part).model_fields}
    return {key: value for key, value in found.items() if value not in (None, [], "")}


def records_as_data(handbook: Handbook) -> Records:
    """Every record of a handbook, in the order of the kinds."""
    found: Records = {}
    for kind, record in handbook.everything():
        if kind.exported:
            found.setdefault(kind.name, {})[record.id] = as_data(record)
    return found


def _plain(value: object) -> Plain | None:
    if isinstance(value, Part):
        return as_data(value)
    if isinstance(value, tuple):
        return [plain for item in value if (plain := _plain(item)) is not None]
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    if isinstance(value, dt.date):
        return value.isoformat()
    assert value is None or isinstance(value, str | int), value
    return value
