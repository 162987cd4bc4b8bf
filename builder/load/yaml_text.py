"""Parses YAML text into a tree with positions: a safe, bounded subset of YAML 1.2.

Anchors, aliases, tags, merge keys, several documents and non-text keys are refused: they hide
where a value comes from, and none is needed here. Size and depth are bounded, so no file can
exhaust the machine.
"""

from __future__ import annotations

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
#: Written like words of Norwegian, and read as nothing.
_WORDS_TOO = frozenset({"Null", "NULL"})
#: A value without a tag, or with the one that only says «as it is written».
_NO_TAG = (None, "!")
_ALIAS = N_("«*{name}» viser til et anker; skriv innholdet her, eller sett anførselstegn rundt teksten")
_ANCHOR = N_("«&{name}» lager et anker, og det brukes ikke her; fjern det, eller sett anførselstegn rundt teksten")
_TOO_MANY = N_("fila er for lang: den har mer enn {limit} felter og punkter; del den i flere filer")
_NULL = N_(
    "«{word}» betyr «ingen verdi» i YAML; sett anførselstegn rundt ordet, eller skriv null med små bokstaver når "
    "feltet skal være tomt"
)
_ENCODING = N_("fila er ikke lagret som UTF-8; lagre den på nytt med tegnsettet UTF-8")
#: As many bytes as a letter takes at most, in any encoding.
_FIRST_LETTER = 4
_CONTROL = N_("her står et tegn som ikke kan være i en tekstfil; slett det")


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


class _Composer:
    """Builds the tree from the parser's events."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.problems: list[Problem] = []
        self._has_hash = " #" in text
        self._nodes = 0

    def document(self) -> Node | None:
        loader = _LOADER(self.text)
        try:
            return self._document(iter(loader.get_event, None))
        except yaml.MarkedYAMLError as error:
            raise YamlError(*_problems(faults(self.path, self.text, error, _parsed))) from error
        except yaml.reader.ReaderError as error:
            raise YamlError(self._unreadable(self.text.encode(), error)) from error
        finally:
            loader.dispose()

    def _document(self, events: Iterator[yaml.Event]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise YamlError(
                        _problem(
                            self._mark(event), Message("fila har flere deler skilt med «---»; del den i flere filer")
                        )
                    )
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, depth=0)
        return root

    def _mark(self, event: _Event) -> Mark:
        place = event.start_mark
        return Mark(self.path, place.line + 1, place.column + 1)

    def _node(self, event: _Event, events: Iterator[yaml.Event], depth: int) -> Node:
        mark = self._mark(event)
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise YamlError(_problem(mark, Message(_TOO_MANY, limit=MAX_NODES)))
        if depth > MAX_DEPTH:
            raise YamlError(
                _problem(mark, Message("fila har for mange innrykk; grensen er {limit} nivåer", limit=MAX_DEPTH))
            )
        if event.anchor is not None or event.tag not in _NO_TAG:
            raise YamlError(_problem(mark, _feature(event)))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(mark, event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(mark, event, events, depth)
        return self._mapping(mark, events, depth)

    def _scalar(self, mark: Mark, event: _Event) -> Scalar:
        # A Mac may write å as two characters; it is compared, sorted and searched for as one.
        value = unicodedata.normalize("NFC", event.value)
        if event.style == '"':  # only here can a character be written as a code
            hidden = hidden_in(value)
            _refuse([(mark, hidden)] if hidden else [])
        if not event.implicit[0]:
            return Scalar(mark, value)
        if self._has_hash and (cut := cut_by_hash(self.text, event.end_mark.index)):
            self._warn(event.end_mark, cut)
        if value in _WORDS_TOO:
            self.problems.append(_problem(mark, Message(_NULL, word=value)))
            return Scalar(mark, value)
        return Scalar(mark, None if value in NULL_WORDS else value)

    def _warn(self, place: yaml.Mark, message: Message) -> None:
        mark = Mark(self.path, place.line + 1, place.column + 1)
        self.problems.append(Problem(mark, CUT_RULE, message, Severity.WARNING))

    def _sequence(self, mark: Mark, start: _Event, events: Iterator[yaml.Event], depth: int) -> Sequence:
        sequence, texts = Sequence(mark), list[Item | None]()
        event: _Event
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            sequence.items.append(self._node(event, events, depth + 1))
            plain = isinstance(event, yaml.ScalarEvent) and event.implicit[0] and event.value
            texts.append((self._mark(event), event.value) if plain else None)
        cut = cut_by_comma(texts) if start.flow_style else []
        self.problems += [Problem(place, CUT_RULE, message, Severity.WARNING) for place, message in cut]
        return sequence

    def _mapping(self, mark: Mark, events: Iterator[yaml.Event], depth: int) -> Mapping:
        mapping = Mapping(mark)
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key_node = self._node(event, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            self._add(mapping, key_node, value)
        return mapping

    def _add(self, mapping: Mapping, key_node: Node, value: Node) -> None:
        if not isinstance(key_node, Scalar) or key_node.text is None:
            self.problems.append(_problem(key_node.mark, Message("et feltnavn må være ett enkelt ord")))
            return
        key = key_node.text
        if key in mapping.fields:
            self.problems.append(
                _problem(
                    key_node.mark,
                    Message(
                        "«{key}» står to ganger; første gang på linje {line}. Slett den ene",
                        key=key,
                        line=mapping.keys[key].line,
                    ),
                )
            )
            return
        mapping.fields[key] = value
        mapping.keys[key] = key_node.mark

    def _unreadable(self, content: bytes, error: yaml.reader.ReaderError) -> Problem:
        """The parser counts in bytes; an editor counts characters."""
        position = error.position if isinstance(error.position, int) else 0
        before = content[:position].decode("utf-8", "ignore")
        return _problem(place(self.path, before, len(before)), Message(_CONTROL))
