"""Two records compared, field by field, down through the parts they are made of.

What an edition does not hold is taken out of both before they are compared: see `facts.audience`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from builder.model.base import Part
from builder.model.references import key_of


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value that is another. None is what is not there.

    `path` leads to it by the keys of fields; an item of a list that has a key of its own (`Part.KEY`) is
    named by it: `contacts`, `leder`, `phone`. Where such a list has the same items in another order, the
    values are the keys in order.
    """

    path: tuple[str, ...]
    old: object
    new: object

    @property
    def field(self) -> str:
        """The key of the field of the record it is in."""
        return self.path[0]


def compare(old: Part, new: Part) -> Iterator[FieldChange]:
    """What is different from one part to another of the same class, in the order the fields are declared."""
    part = type(new)
    for name in part.model_fields:
        yield from _values((key_of(part, name),), getattr(old, name), getattr(new, name))


def differ(old: object, new: object) -> bool:
    """Whether two values are different in what is published."""
    return any(_values((), old, new))


def changed_fields(old: Part, new: Part) -> list[str]:
    """The keys of the fields that are different."""
    return list(dict.fromkeys(change.field for change in compare(old, new)))


def by_key(items: tuple[Part, ...]) -> dict[str, Part]:
    """Maps the items of a list by the value of their key field."""
    return {str(getattr(item, item.KEY)): item for item in items}


def _values(path: tuple[str, ...], old: object, new: object) -> Iterator[FieldChange]:
    if isinstance(old, Part) and type(old) is type(new):
        for change in compare(old, new):
            yield FieldChange((*path, *change.path), change.old, change.new)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _lists(path, old, new)
    elif old != new:
        yield FieldChange(path, old, new)


def _lists(path: tuple[str, ...], old: tuple[object, ...], new: tuple[object, ...]) -> Iterator[FieldChange]:
    if _has_keys(old) and _has_keys(new):
        yield from _items(path, by_key(old), by_key(new))  # type: ignore[arg-type]
    elif any(differ(*pair) for pair in zip_longest(old, new)):
        yield FieldChange(path, old, new)


def _has_keys(items: tuple[object, ...]) -> bool:
    return all(isinstance(item, Part) and item.KEY in type(item).model_fields for item in items)


def _items(path: tuple[str, ...], old: dict[str, Part], new: dict[str, Part]) -> Iterator[FieldChange]:
    for key in dict.fromkeys((*new, *old)):
        yield from _values((*path, key), old.get(key), new.get(key))
    kept, now = [key for key in old if key in new], [key for key in new if key in old]
    if kept != now:
        yield FieldChange(path, tuple(kept), tuple(now))
