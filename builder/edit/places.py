"""Where the values of a YAML text begin and end, by the same parser that reads them."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from builder.edit.values import NoSuchPlace, Path, Step

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Place:
    """A value in its place. `key` is its name where it is a field; `siblings` are the values of what it stands in."""

    value: yaml.Node
    key: yaml.Node | None = None
    whole: yaml.Node | None = None
    number: int = 0
    in_line: bool = False
    """Whether it stands in brackets or braces, with what it is a part of."""


def root(text: str) -> Place:
    """The whole of a text that is known to be read without fault."""
    node = yaml.compose(text, Loader=_LOADER)
    assert node is not None
    return Place(node)


def at(place: Place, step: Step) -> Place | None:
    """What stands one step below; None where there is nothing."""
    node = place.value
    in_line = place.in_line or in_brackets(node)
    if isinstance(node, yaml.MappingNode):
        for number, (key, value) in enumerate(node.value):
            if key.value == step:
                return Place(value, key, node, number, in_line)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            if step == (number if isinstance(step, int) else name_of(item)):
                return Place(item, None, node, number, in_line)
    return None


def reached(text: str, path: Path) -> Place:
    """What stands at a path. Raises NoSuchPlace."""
    place = root(text)
    for step in path:
        below = at(place, step)
        if below is None:
            raise NoSuchPlace(step)
        place = below
    return place


def in_brackets(node: yaml.Node) -> bool:
    """Whether a list or fields are written between brackets or braces."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def name_of(node: yaml.Node) -> str | None:
    """What an item of a list is called: its id, or its text."""
    if isinstance(node, yaml.MappingNode):
        return next((str(value.value) for key, value in node.value if key.value == "id"), None)
    return str(node.value) if isinstance(node, yaml.ScalarNode) else None


def start(node: yaml.Node) -> int:
    """Where a value begins."""
    return int(node.start_mark.index)


def end(text: str, node: yaml.Node) -> int:
    """Where a value ends: after its last character, before comments and empty lines that follow."""
    if isinstance(node, yaml.ScalarNode):
        if node.style in ("|", ">"):
            return line_end(text, start(node) + len(text[start(node) : node.end_mark.index].rstrip()))
        return int(node.end_mark.index)
    if in_brackets(node) or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return end(text, last[1] if isinstance(node, yaml.MappingNode) else last)


def after_colon(text: str, place: Place) -> int:
    """Where the value of a field may begin."""
    assert place.key is not None
    return text.index(":", end(text, place.key)) + 1


def line_end(text: str, index: int) -> int:
    """Where the line of a character ends, before its line break."""
    found = text.find("\n", index)
    if found < 0:
        return len(text)
    return found - 1 if found > index and text[found - 1] == "\r" else found


def line_start(text: str, index: int) -> int:
    """Where the line of a character begins."""
    return text.rfind("\n", 0, index) + 1


def dash(text: str, place: Place) -> int:
    """Where the dash of an item stands. A comment may stand between."""
    assert place.whole is not None
    previous = place.whole.value[place.number - 1] if place.number else None
    least = line_end(text, end(text, previous)) if previous is not None else start(place.whole)
    return text.index("-", least)
