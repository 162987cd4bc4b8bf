"""Plain data that remembers where it was written.

A tree is made of three kinds of node. Scalars hold the text as it stands in the file: what it
means (a number, a date, a word) is decided by the record it belongs to, never by its spelling.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from builder.problem import Mark

NULL_WORDS = frozenset({"", "~", "null"})


@dataclass(slots=True)
class Scalar:
    """One value. `text` is None where the file says null. `language` is said where it is not that of the handbook."""

    mark: Mark
    text: str | None
    language: str | None = None


@dataclass(slots=True)
class Sequence:
    """A list."""

    mark: Mark
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Fields with values; `keys` has the place of each key."""

    mark: Mark
    fields: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Mark] = field(default_factory=dict)

    def text(self, key: str) -> str | None:
        """The text of a scalar field, or None when it is missing or something else."""
        node = self.fields.get(key)
        return node.text if isinstance(node, Scalar) else None


Node = Scalar | Sequence | Mapping


def plain(node: Node) -> object:
    """The node as dicts, lists, texts and None."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.fields.items()}


def in_other_language(node: Node, language: str) -> Node:
    """A copy of a tree whose values say which language they are in."""
    if isinstance(node, Scalar):
        return Scalar(node.mark, node.text, language)
    if isinstance(node, Sequence):
        return Sequence(node.mark, [in_other_language(item, language) for item in node.items])
    return mapping_in_other_language(node, language)


def mapping_in_other_language(node: Mapping, language: str) -> Mapping:
    """As `in_other_language`, of fields."""
    fields = {key: in_other_language(value, language) for key, value in node.fields.items()}
    return Mapping(node.mark, fields, node.keys)


def in_other_languages(node: Node) -> bool:
    """Whether some value in the tree says which language it is in."""
    if isinstance(node, Scalar):
        return node.language is not None
    if isinstance(node, Sequence):
        return any(map(in_other_languages, node.items))
    return any(map(in_other_languages, node.fields.values()))


def scalars(node: Node) -> list[Scalar]:
    """Every value in the tree, in the order it was written."""
    found: list[Scalar] = []
    _add_scalars(node, found)
    return found


def _add_scalars(node: Node, found: list[Scalar]) -> None:
    if isinstance(node, Scalar):
        found.append(node)
    else:
        for child in node.items if isinstance(node, Sequence) else node.fields.values():
            _add_scalars(child, found)


def child(node: Node, key: str | int) -> Node | None:
    """The value of a field, or the item at an index; None where there is none."""
    if isinstance(node, Mapping):
        return node.fields.get(str(key))
    if isinstance(node, Sequence) and isinstance(key, int) and 0 <= key < len(node.items):
        return node.items[key]
    return None


@dataclass(frozen=True, slots=True)
class Source:
    """A record's tree, for finding the place of a value in it."""

    root: Node

    def at(self, *path: str | int) -> Mark:
        """The place of the value at this path; of its nearest ancestor where it is not written."""
        node, mark = self.root, self.root.mark
        for key in path:
            found = child(node, key)
            if found is None:
                break
            node, mark = found, found.mark
        return mark

    def key_at(self, *path: str | int) -> Mark:
        """The place of the key at the end of this path, rather than of its value."""
        node: Node | None = self.root
        for key in path[:-1]:
            node = child(node, key) if node is not None else None
        if isinstance(node, Mapping) and path and str(path[-1]) in node.keys:
            return node.keys[str(path[-1])]
        return self.at(*path)
