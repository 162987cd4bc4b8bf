"""Parses YAML text into a tree with positions: a safe, bounded subset of YAML 1.2.

Anchors, aliases, tags, merge keys, several documents and non-text keys are refused: they hide
where a value comes from, and none is needed here. Size and depth are bounded, so no file can
exhaust the machine.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from builder.i18n import N_
from builder.load.characters import cleaned, hidden_in
from builder.load.conflict import conflicts
from builder.load.cut_text import RULE as CUT_RULE
from builder.load.cut_text import Item, cut_by_comma, cut_by_hash
from builder.load.lines import place
from builder.load.opener import MAX_BYTES, TOO_LARGE
from builder.load.syntax import faults
from builder.load.tree import NULL_WORDS, Mapping, Node, Scalar, Sequence
from builder.problem import Mark, Message, Problem, Severity

RULE = "yaml"
MAX_DEPTH = 30
#: Fields, values and points in one file: ten times as many as the longest we know has.
MAX_NODES = 20_000

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: PyYAML has no type for «an event that begins a value», which has a mark, an anchor and a tag.
_Event = Any
#: Nor for a node whose tag is no text.
_Node = Any
#: Written like words of Norwegian, and read as nothing.
_WORDS_TOO = frozenset({"Null", "NULL"})
#: A value without a tag, or with the one that only says «as it is written».
_NO_TAG = (None, "!")
_ALIAS = N_("«*{name}» viser til et anker; skriv innholdet her, eller sett anførselstegn rundt teksten")
_ANCHOR = N_("«&{name}» lager et anker, og det brukes ikke her; fjern det, eller sett anførselstegn rundt teksten")
_TOO_MANY = N_("fila er for lang: den har mer enn {limit} felter og punkter; del den i flere filer")
_TOO_DEEP = N_("fila har for mange innrykk; grensen er {limit} nivåer")
_PARTS = N_("fila har flere deler skilt med «---»; del den i flere filer")
_TWICE = N_("«{key}» står to ganger; første gang på linje {line}. Slett den ene")
_NULL = N_(
    "«{word}» betyr «ingen verdi» i YAML; sett anførselstegn rundt ordet, eller skriv null med små bokstaver når "
    "feltet skal være tomt"
)
_ENCODING = N_("fila er ikke lagret som UTF-8; lagre den på nytt med tegnsettet UTF-8")
#: As many bytes as a letter takes at most, in any encoding.
_FIRST_LETTER = 4
_CONTROL = N_("her står et tegn som ikke kan være i en tekstfil; slett det")

#: Where an anchor or an alias may begin: never within a word.
_ANCHORED = re.compile(r"[&*](?<![\w*].)[0-9A-Za-z_-]")
#: What nests without brackets takes a column for each level or two; so lines that are short are not looked at.
_SHORT_LINE = 200
_INDENTED = re.compile(r"[ \t?:-]{100}")
_MOST_BRACKETS = 200
#: So many letters may be more values than a file may have. All would be made before they are counted.
_LARGE = 50_000
#: A mark is made for every value: without what a named tuple does first.
_new = tuple.__new__


class YamlError(Exception):
    """The text is not YAML we accept; carries the problems to report."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(str(problems[0].mark))
        self.problems = problems


def parse(path: str, content: bytes) -> tuple[Node | None, list[Problem]]:
    """The tree in the file, and what is wrong with it.

    The tree is None when nothing can be made of the file (or it is empty, with no problem).
    Duplicate keys and the like are reported and the rest of the file is still read.
    """
    problems: list[Problem] = []
    try:
        text, told = cleaned(path, _decoded(path, content))
        problems += _problems(told)
        _refuse(conflicts(path, text))
        composer = _Composer(path, text)
        return composer.document(), problems + composer.problems
    except YamlError as error:
        return None, [*problems, *error.problems]


def _problem(mark: Mark, message: Message) -> Problem:
    return Problem(mark, RULE, message)


def _problems(told: Iterable[tuple[Mark, Message]]) -> list[Problem]:
    return [_problem(mark, message) for mark, message in told]


def _refuse(told: Iterable[tuple[Mark, Message]]) -> None:
    problems = _problems(told)
    if problems:
        raise YamlError(*problems)


def _parsed(text: str) -> None:
    """Nothing, where a text is YAML. Raises as the parser does."""
    loader = _LOADER(text)
    try:
        for _ in iter(loader.get_event, None):
            pass
    finally:
        loader.dispose()


def _decoded(path: str, content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise YamlError(_problem(Mark(path), TOO_LARGE))
    if b"\0" in content[:_FIRST_LETTER]:  # letters of two or four bytes, whether or not the file says so
        raise YamlError(_problem(Mark(path), Message(_ENCODING)))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        raise YamlError(_problem(place(path, before, len(before)), Message(_ENCODING))) from error


def _feature(event: _Event) -> Message:
    """Why a part of YAML that hides where a value comes from is refused."""
    if isinstance(event, yaml.AliasEvent):
        return Message(_ALIAS, name=event.anchor)
    if event.anchor is not None:
        return Message(_ANCHOR, name=event.anchor)
    return Message("«{tag}» er en YAML-merkelapp, og slike brukes ikke her; fjern den", tag=event.tag)


class _Loader(_LOADER):  # type: ignore[misc, valid-type]  # whichever of PyYAML's there is
    """Composes nodes that say by their tag whether they are as written, rather than what kind of value they look like.

    A tag that stands in the text is a text.
    """

    def descend_resolver(self, _parent: object, _index: object) -> None:
        """Nothing: what a value means is not decided by where it stands."""

    def ascend_resolver(self) -> None:
        """Nothing, as above."""

    def resolve(self, _kind: object, _value: object, implicit: Any) -> bool:
        return implicit is True or implicit is False or bool(implicit[0])


class _Examiner:
    """Goes through the parser's events and raises the first thing that is wrong: several times slower than composing.

    So it is asked only of a text that may have something to refuse.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    def examine(self) -> None:
        """Raises YamlError where the text is refused."""
        loader = _LOADER(self.text)
        try:
            self._events(iter(loader.get_event, None))
        except yaml.MarkedYAMLError as error:
            raise YamlError(*_problems(faults(self.path, self.text, error, _parsed))) from error
        except yaml.reader.ReaderError as error:
            raise YamlError(self._unreadable(self.text.encode(), error)) from error
        finally:
            loader.dispose()

    def _events(self, events: Iterator[yaml.Event]) -> None:
        documents = nodes = depth = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                _refuse([(_mark(self.path, event.start_mark), Message(_PARTS))] if documents > 1 else [])
            elif isinstance(event, yaml.NodeEvent):
                nodes += 1
                self._node(event, nodes, depth)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)

    def _node(self, event: _Event, nodes: int, depth: int) -> None:
        mark = _mark(self.path, event.start_mark)
        if nodes > MAX_NODES:
            _refuse([(mark, Message(_TOO_MANY, limit=MAX_NODES))])
        if depth > MAX_DEPTH:
            _refuse([(mark, Message(_TOO_DEEP, limit=MAX_DEPTH))])
        if event.anchor is not None or event.tag not in _NO_TAG:
            _refuse([(mark, _feature(event))])
        if isinstance(event, yaml.ScalarEvent) and event.style == '"':  # only here can a character be written as a code
            hidden = hidden_in(_composed(event.value))
            _refuse([(mark, hidden)] if hidden else [])

    def _unreadable(self, content: bytes, error: yaml.reader.ReaderError) -> Problem:
        """The parser counts in bytes; an editor counts characters."""
        position = error.position if isinstance(error.position, int) else 0
        before = content[:position].decode("utf-8", "ignore")
        return _problem(place(self.path, before, len(before)), Message(_CONTROL))


class _Refused(Exception):
    """Something that only the examiner has words for."""


class _Composer:
    """Builds the tree from the parser's nodes."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.problems: list[Problem] = []
        self._has_hash = " #" in text
        self._is_composed = unicodedata.is_normalized("NFC", text)
        self._nodes = 0

    def document(self) -> Node | None:
        examiner = _Examiner(self.path, self.text)
        if _may_be_refused(self.text):
            examiner.examine()
        try:
            root = self._root()
            return None if root is None else self._node(root, 0)
        except (yaml.YAMLError, _Refused):
            examiner.examine()
            raise

    def _root(self) -> _Node | None:
        loader = _Loader(self.text)
        try:
            return loader.get_single_node()
        finally:
            loader.dispose()

    def _node(self, node: _Node, depth: int) -> Node:
        start, as_it_is = node.start_mark, node.tag
        mark = _new(Mark, (self.path, start.line + 1, start.column + 1))
        self._nodes += 1
        if self._nodes > MAX_NODES or depth > MAX_DEPTH or (as_it_is is not True and as_it_is is not False):
            raise _Refused
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(mark, node, as_it_is)
        if isinstance(node, yaml.SequenceNode):
            return self._sequence(mark, node, depth)
        return self._mapping(mark, node, depth)

    def _scalar(self, mark: Mark, node: _Node, plain: bool) -> Scalar:
        value: str = node.value
        if node.style == '"':
            value = _composed(value)
            if hidden_in(value):
                raise _Refused
        elif not self._is_composed:
            value = _composed(value)
        if not plain:
            return Scalar(mark, value)
        if self._has_hash and (cut := cut_by_hash(self.text, node.end_mark.index)):
            self.problems.append(Problem(_mark(self.path, node.end_mark), CUT_RULE, cut, Severity.WARNING))
        if value in _WORDS_TOO:
            self.problems.append(_problem(mark, Message(_NULL, word=value)))
            return Scalar(mark, value)
        return Scalar(mark, None if value in NULL_WORDS else value)

    def _sequence(self, mark: Mark, node: _Node, depth: int) -> Sequence:
        sequence = Sequence(mark, [self._node(item, depth + 1) for item in node.value])
        if node.flow_style:
            cut = cut_by_comma([_as_item(*pair) for pair in zip(node.value, sequence.items, strict=True)])
            self.problems += [Problem(place, CUT_RULE, message, Severity.WARNING) for place, message in cut]
        return sequence

    def _mapping(self, mark: Mark, node: _Node, depth: int) -> Mapping:
        mapping = Mapping(mark)
        fields, keys = mapping.fields, mapping.keys
        for key_node, value_node in node.value:
            key = self._node(key_node, depth + 1)
            value = self._node(value_node, depth + 1)
            name = key.text if isinstance(key, Scalar) else None
            if name is None:
                self.problems.append(_problem(key.mark, Message("et feltnavn må være ett enkelt ord")))
            elif name in fields:
                message = Message(_TWICE, key=name, line=keys[name].line)
                self.problems.append(_problem(key.mark, message))
            else:
                fields[name] = value
                keys[name] = key.mark
        return mapping


def _may_be_refused(text: str) -> bool:
    """Whether a text may have an anchor or an alias, or be larger or nested deeper than is safe to compose."""
    if len(text) > _LARGE or _ANCHORED.search(text) or text.count("[") + text.count("{") > _MOST_BRACKETS:
        return True
    return max(map(len, text.split("\n"))) > _SHORT_LINE and _INDENTED.search(text) is not None


def _mark(path: str, place: Any) -> Mark:
    return Mark(path, place.line + 1, place.column + 1)


def _composed(value: str) -> str:
    """A Mac may write å as two characters; it is compared, sorted and searched for as one."""
    return unicodedata.normalize("NFC", value)


def _as_item(node: _Node, made: Node) -> Item | None:
    return (made.mark, node.value) if isinstance(node, yaml.ScalarNode) and node.tag and node.value else None
