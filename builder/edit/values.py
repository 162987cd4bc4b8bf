"""What is asked of a file, worked out on plain data: what the file must mean when the text of it has been changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TypeAlias

#: A value to write. All that is read back is texts, lists, fields, and None for nothing.
Value: TypeAlias = "str | bool | int | dt.date | dt.time | Sequence[Value] | Mapping[str, Value] | None"
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
#: A field by its name; an item of a list by its id, its text or its number.
Step: TypeAlias = str | int
Path: TypeAlias = tuple[Step, ...]


class NoSuchPlace(Exception):
    """There is nothing at a path; `step` is where it ends."""

    def __init__(self, step: Step) -> None:
        super().__init__(str(step))
        self.step = step


def plain_value(value: Value) -> Plain:
    """A value as it is read back."""
    if isinstance(value, Mapping):
        return {key: plain_value(inner) for key, inner in value.items()}
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.time):
        return f"{value.hour}:{value.minute:02}"
    if isinstance(value, dt.date | int):
        return str(value)
    if value is None or isinstance(value, str):
        return value
    return [plain_value(item) for item in value]


def number_in(items: Sequence[Plain], step: Step) -> int:
    """Which item of a list is meant. Raises NoSuchPlace."""
    if isinstance(step, int) and 0 <= step < len(items):
        return step
    for number, item in enumerate(items):
        if (item.get("id") if isinstance(item, dict) else item) == step:
            return number
    raise NoSuchPlace(step)


def found(data: Plain, path: Path) -> Plain:
    """The value at a path. Raises NoSuchPlace."""
    for step in path:
        if isinstance(data, list):
            data = data[number_in(data, step)]
        elif isinstance(data, dict) and step in data:
            data = data[str(step)]
        else:
            raise NoSuchPlace(step)
    return data


def nested(path: Path, value: Plain) -> Plain:
    """A value within fields that are not there yet. Raises NoSuchPlace for an item: it cannot be guessed what it is."""
    for step in reversed(path):
        if not isinstance(step, str):
            raise NoSuchPlace(step)
        value = {step: value}
    return value


def with_value(data: Plain, path: Path, value: Plain) -> Plain:
    """The data with another value at a path; fields that are missing on the way are made. Raises NoSuchPlace."""
    if not path:
        return value
    step, *rest = path
    if isinstance(data, list):
        number = number_in(data, step)
        return [*data[:number], with_value(data[number], tuple(rest), value), *data[number + 1 :]]
    if data is None:
        return nested(path, value)
    if not isinstance(data, dict) or not isinstance(step, str):
        raise NoSuchPlace(step)
    inner = with_value(data[step], tuple(rest), value) if step in data else nested(tuple(rest), value)
    return data | {step: inner}


def without(data: Plain, path: Path) -> Plain:
    """The data without what is at a path. Raises NoSuchPlace."""
    *above, last = path
    whole = found(data, tuple(above))
    if isinstance(whole, list):
        number = number_in(whole, last)
        rest: Plain = whole[:number] + whole[number + 1 :]
    elif isinstance(whole, dict) and last in whole:
        rest = {key: inner for key, inner in whole.items() if key != last}
    else:
        raise NoSuchPlace(last)
    return with_value(data, tuple(above), rest)
