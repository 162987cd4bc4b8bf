"""One thing that is different."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from builder.model.export import Data, Plain


class Action(StrEnum):
    """What has happened to a record."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """A sentence, and the record and the field it is about. `minor` is what only those who maintain it need."""

    kind: str
    id: str
    action: Action
    text: str
    field: str | None = None
    minor: bool = False


#: What is said in sentences of its own about a record: the fields those speak of, so that they are not told again.
Told = tuple[list[tuple[str, str]], frozenset[str]]


def mapping(data: Data, key: str) -> Data:
    """A mapping within a record; an empty one where there is none."""
    found = data.get(key)
    return found if isinstance(found, dict) else {}


def by_id(data: Data, key: str, name: str = "id") -> dict[str, Data]:
    """The items of a list within a record, by their ids."""
    found = data.get(key)
    items = found if isinstance(found, list) else []
    return {str(item[name]): item for item in items if isinstance(item, dict) and name in item}


def text(value: Plain | None) -> str:
    """A scalar as text; nothing is empty."""
    return "" if value is None else str(value)
