"""Where in the good handbooks a mistake can be made: every value of every record, with its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from builder.load.translation import name_and_language
from builder.load.tree import Mapping, Node, Scalar, Sequence
from builder.load.yaml_text import parse
from builder.model.base import Part
from builder.model.description import Description, Value, described, group_in
from builder.model.kinds import KINDS


@dataclass
class File:
    """A file of a handbook, as text and as tree."""

    name: str
    text: str
    tree: Node
    lines: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = self.text.splitlines()

    @property
    def kind(self) -> str:
        parts = Path(self.name).with_suffix("").parts
        return parts[1]

    @property
    def records(self) -> list[Mapping]:
        items = self.tree.items if isinstance(self.tree, Sequence) else [self.tree]
        return [item for item in items if isinstance(item, Mapping)]

    @property
    def ids(self) -> tuple[str, ...]:
        """What others may call the records of the file."""
        names = [record.text(key) for record in self.records for key in ("id", "name", "name_nn", "extends")]
        lists = [record.fields.get(key) for record in self.records for key in ("aliases", "misnomers")]
        items = [item.text for found in lists if isinstance(found, Sequence) for item in found.items]  # type: ignore[union-attr]
        return tuple(name for name in [*names, *items] if name)


@dataclass(frozen=True)
class Place:
    """One value in a file, with its field, the mapping it stands in, and the keys that lead to it."""

    file: File
    part: type[Part]
    mapping: Mapping
    field: Description
    node: Node
    top: bool
    local: bool

    @property
    def value(self) -> Value:
        return self.field.value

    @property
    def line(self) -> int:
        """The line of the key, from 1."""
        return self.mapping.keys[self.field.key].line

    @property
    def first(self) -> bool:
        return next(iter(self.mapping.fields)) == self.field.key

    @property
    def own_line(self) -> bool:
        """Whether the field is a plain `key: value` alone on its line."""
        text = self.file.lines[self.line - 1]
        bare = text.removeprefix(" " * (len(text) - len(text.lstrip()))).removeprefix("- ")
        if not isinstance(self.node, Scalar) or not self.node.text:
            return False
        return bare == f"{self.field.key}: {self.node.text}" and "\t" not in text

    @property
    def indent(self) -> int:
        return self.mapping.keys[self.field.key].column - 1


@dataclass(frozen=True)
class Mistake:
    """A spoiled file, and what must be said of it: one of `rules`, at `line` or up to `slack` lines after."""

    sort: str
    file: str
    text: str
    line: int
    rules: frozenset[str]
    #: What is gone with it: findings in other files may follow where these are named.
    gone: tuple[str, ...] = ()
    slack: int = 0
    #: What may be said of it besides.
    also: frozenset[str] = frozenset()


def files_of(root: Path, slug: str) -> list[File]:
    """The files of a municipality and the shared ones, without what only says the same in another language."""
    found = []
    for part in ("common", slug):
        for path in sorted((root / part).rglob("*.yml")):
            if name_and_language(path.stem)[1]:
                continue
            name = path.relative_to(root).as_posix()
            tree, problems = parse(name, path.read_bytes())
            assert tree is not None
            assert problems == []
            found.append(File(name, path.read_text(encoding="utf-8"), tree))
    return found


def places(file: File) -> Iterator[Place]:
    """Every field that is written in a file, in order."""
    for record in file.records:
        yield from _places(file, KINDS[file.kind].record, record, True, "extends" in record.fields)


def _places(file: File, part: type[Part], mapping: Mapping, top: bool, local: bool) -> Iterator[Place]:
    for one in described(part):
        node = mapping.fields.get(one.key)
        if node is None:
            continue
        yield Place(file, part, mapping, one, node, top, local)
        inner = group_in(one.value)
        for item in node.items if isinstance(node, Sequence) else [node]:
            if inner is not None and isinstance(item, Mapping):
                yield from _places(file, inner, item, False, local)
