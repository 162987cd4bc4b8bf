"""One change in the text of a YAML file: only the lines of what is changed are written anew.

Each gives the whole text after the change. That it means what was asked is for `document` to see.
"""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from builder.edit import places, writing
from builder.edit.places import Place
from builder.edit.values import NoSuchPlace, Path, Plain, nested
from builder.load.tree import NULL_WORDS


def line_break(text: str) -> str:
    """How lines end in a text."""
    return "\r\n" if "\r\n" in text else "\n"


def replaced(text: str, path: Path, value: Plain, order: Sequence[str] = ()) -> str:
    """The text with a value at a path; a field that is not there comes after those before it in `order`."""
    place = places.root(text)
    for number, step in enumerate(path):
        below = places.at(place, step)
        if below is None:
            if _is_nothing(place.value) and place.key is not None:
                return _with_another(text, place, nested(path[number:], value))
            if not isinstance(step, str) or not isinstance(place.value, yaml.MappingNode):
                raise NoSuchPlace(step)
            return _with_field(text, place, step, nested(path[number + 1 :], value), order)
        place = below
    return _with_another(text, place, value)


def appended(text: str, path: Path, value: Plain) -> str:
    """The text with an item last in the list at a path. Raises NoSuchPlace where there is no list with items."""
    place = places.reached(text, path)
    node = place.value
    if not isinstance(node, yaml.SequenceNode):
        raise NoSuchPlace(path[-1] if path else 0)
    if place.in_line or places.in_brackets(node):
        return _among(text, node, writing.on_line(value))
    column = _column(text, places.dash(text, Place(node.value[0], whole=node)))
    return _below(text, places.end(text, node), " " * column + "- " + writing.item(value, column))


def put_first(text: str, value: Plain) -> str:
    """The text with an item first in the list that it is. Raises NoSuchPlace where it is no list with items."""
    node = places.root(text).value
    if not isinstance(node, yaml.SequenceNode) or places.in_brackets(node):
        raise NoSuchPlace(0)
    dash = places.dash(text, Place(node.value[0], whole=node))
    begin, column = places.line_start(text, dash), _column(text, dash)
    written = " " * column + "- " + writing.item(value, column)
    return text[:begin] + _broken(text, written) + line_break(text) + text[begin:]


def removed(text: str, path: Path) -> str:
    """The text without what is at a path. Raises NoSuchPlace."""
    place = places.reached(text, path)
    assert place.whole is not None
    if place.in_line:
        return _taken_out(text, place)
    first = places.dash(text, place) if place.key is None else places.start(place.key)
    if place.key is not None and text[places.line_start(text, first) : first].strip():
        return _first_field_taken_out(text, place)
    begin, finish = places.line_start(text, first), places.line_end(text, places.end(text, place.value))
    return text[:begin] + text[finish:].removeprefix("\r").removeprefix("\n")


def _first_field_taken_out(text: str, place: Place) -> str:
    """A field on the line of a dash: the next one moves up to it."""
    assert place.key is not None
    assert place.whole is not None
    fields = place.whole.value
    if place.number + 1 == len(fields):
        raise NoSuchPlace(str(place.key.value))
    return text[: places.start(place.key)] + text[places.start(fields[place.number + 1][0]) :]


def _taken_out(text: str, place: Place) -> str:
    """Something between brackets, with the comma that parts it from the others."""
    assert place.whole is not None
    pairs = isinstance(place.whole, yaml.MappingNode)
    all_ = [(one[0], one[1]) if pairs else (one, one) for one in place.whole.value]
    first, last = all_[place.number]
    if place.number + 1 < len(all_):
        return text[: places.start(first)] + text[places.start(all_[place.number + 1][0]) :]
    begin = places.end(text, all_[place.number - 1][1]) if place.number else places.start(first)
    return text[:begin] + text[places.end(text, last) :]


def _with_another(text: str, place: Place, value: Plain) -> str:
    node = place.value
    begin, finish = places.start(node), places.end(text, node)
    if place.in_line:
        return text[:begin] + ("" if begin < finish else " ") + writing.on_line(value) + text[finish:]
    if place.key is None:
        return _item_replaced(text, place, value)
    column = _column(text, places.start(place.key))
    as_written = _as_before(text, node, value)
    written = as_written or writing.after_key(value, str(place.key.value), column)
    # What stood on the line of the field stays there, as do comments after it.
    stands = places.after_colon(text, place)
    if "\n" in written and begin <= places.line_end(text, stands) and not _is_folded(node):
        first, rest = written.split("\n", 1)
        rest_of_line = text[finish : places.line_end(text, finish)]
        return (
            text[:stands]
            + first
            + rest_of_line.rstrip()
            + line_break(text)
            + _broken(text, rest)
            + text[places.line_end(text, finish) :]
        )
    return text[:stands] + _broken(text, written) + text[finish:]


def _item_replaced(text: str, place: Place, value: Plain) -> str:
    stands = places.dash(text, place)
    written = _as_before(text, place.value, value) or " " + writing.item(value, _column(text, stands))
    return text[: stands + 1] + _broken(text, written) + text[places.end(text, place.value) :]


def _as_before(text: str, node: yaml.Node, value: Plain) -> str | None:
    """A value in the style of the one it replaces, where it has one of its own."""
    if isinstance(node, yaml.ScalarNode) and node.style in ("'", '"') and isinstance(value, str) and "\n" not in value:
        if node.style == "'":
            return " '" + value.replace("'", "''") + "'"
        return None if "\\" in value or '"' in value or not value.isprintable() else f' "{value}"'
    if places.in_brackets(node) and isinstance(value, dict | list):
        written = writing.on_line(value)
        if _column(text, places.start(node)) + len(written) <= writing.WIDTH:
            return " " + written
    return None


def _with_field(text: str, place: Place, key: str, value: Plain, order: Sequence[str]) -> str:
    """The text with one more field in a mapping that has some."""
    node = place.value
    if place.in_line or places.in_brackets(node):
        written = writing.on_line({key: value})
        return _among(text, node, written[1:-1])
    column = _column(text, places.start(node.value[0][0]))
    written = "\n".join(writing.block({key: value}, column))
    return _below(text, places.end(text, _before(node, key, order)), written)


def _before(node: yaml.Node, key: str, order: Sequence[str]) -> yaml.Node:
    """The value of the field that a new one comes after: the last, or the last of those before it in the order."""
    earlier = set(order[: order.index(key)]) if key in order else set()
    values = [value for name, value in node.value if name.value in earlier]
    last: yaml.Node = values[-1] if values else node.value[-1][1]
    return last


def _among(text: str, node: yaml.Node, written: str) -> str:
    """The text with one more between the brackets."""
    if not node.value:
        begin = places.start(node) + 1
        return text[:begin] + written + text[begin:]
    last = node.value[-1]
    begin = places.end(text, last[1] if isinstance(last, tuple) else last)
    if _column(text, begin) + len(written) + 2 <= writing.WIDTH or "\n" not in text[places.start(node) : begin]:
        return f"{text[:begin]}, {written}{text[begin:]}"
    line = text[places.line_start(text, begin) : begin]
    margin = line[: len(line) - len(line.lstrip())]
    return f"{text[:begin]},{line_break(text)}{margin}{written}{text[begin:]}"


def _below(text: str, index: int, written: str) -> str:
    """The text with lines of their own below the line of a character."""
    begin = places.line_end(text, index)
    return text[:begin] + line_break(text) + _broken(text, written) + text[begin:]


def _broken(text: str, written: str) -> str:
    return written.replace("\n", line_break(text))


def _column(text: str, index: int) -> int:
    return index - places.line_start(text, index)


def _is_nothing(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in NULL_WORDS


def _is_folded(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
