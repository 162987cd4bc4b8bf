"""Parses YAML text into a tree with positions: a safe, bounded subset of YAML 1.2.

Anchors, aliases, tags, merge keys, several documents and non-text keys are refused: they hide
where a value comes from, and none is needed here. Size and depth are bounded, so no file can
exhaust the machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from builder.i18n import N_
from builder.load.tree import NULL_WORDS, Mapping, Node, Scalar, Sequence
from builder.problem import Mark, Message, Problem

RULE = "yaml"
MAX_BYTES = 1_000_000
MAX_DEPTH = 30

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Invisible characters that change how a line reads: zero-width and bidirectional controls.
_DECEPTIVE = r"\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_IN_FILE = re.compile(f"[{_DECEPTIVE}]")
_IN_VALUE = re.compile(rf"[{_DECEPTIVE}\x00-\x08\x0b-\x1f\x7f]")

#: PyYAML has no type for «an event that begins a value», which has a mark, an anchor and a tag.
_Event = Any
#: A value without a tag, or with the one that only says «as it is written».
_NO_TAG = (None, "!")
_ALIAS = N_("«*{name}» viser til et anker; skriv innholdet her, eller sett anførselstegn rundt teksten")
_ANCHOR = N_("«&{name}» lager et anker, og det brukes ikke her; fjern det, eller sett anførselstegn rundt teksten")


class YamlError(Exception):
    """The text is not YAML we accept; carries the problem to report."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem.mark))
        self.problem = problem


def parse(path: str, content: bytes) -> tuple[Node | None, list[Problem]]:
    """The tree in the file, and what is wrong with it.

    The tree is None when nothing can be made of the file (or it is empty, with no problem).
    Duplicate keys and the like are reported and the rest of the file is still read.
    """
    try:
        text = _decoded(path, content)
        composer = _Composer(path)
        return composer.document(text), composer.problems
    except YamlError as error:
        return None, [error.problem]


def _problem(mark: Mark, message: Message) -> Problem:
    return Problem(mark, RULE, message)


def _decoded(path: str, content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise YamlError(
            _problem(
                Mark(path),
                Message("fila er for stor ({size} byte); grensen er {limit}", size=len(content), limit=MAX_BYTES),
            )
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - (content.rfind(b"\n", 0, error.start) + 1) + 1
        raise YamlError(
            _problem(
                Mark(path, line, column),
                Message("fila er ikke lagret som UTF-8; lagre den på nytt med tegnsettet UTF-8"),
            )
        ) from error
    _refuse_deceptive(path, text)
    return text


def _refuse_deceptive(path: str, text: str) -> None:
    found = _IN_FILE.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        message = Message("her står et usynlig tegn ({code}); slett det og skriv teksten på nytt", code=_code(found))
        raise YamlError(_problem(Mark(path, line, column), message))


def _refuse_hidden(mark: Mark, value: str) -> None:
    """Refuses what is written as an escape code and would not be seen on the page."""
    found = _IN_VALUE.search(value)
    if found:
        raise YamlError(
            _problem(mark, Message("teksten inneholder et usynlig tegn ({code}); fjern det", code=_code(found)))
        )


def _code(found: re.Match[str]) -> str:
    return f"U+{ord(found.group()):04X}"


def _feature(event: _Event) -> Message:
    """Why a part of YAML that hides where a value comes from is refused."""
    if isinstance(event, yaml.AliasEvent):
        return Message(_ALIAS, name=event.anchor)
    if event.anchor is not None:
        return Message(_ANCHOR, name=event.anchor)
    return Message("«{tag}» er en YAML-merkelapp, og slike brukes ikke her; fjern den", tag=event.tag)


class _Composer:
    """Builds the tree from the parser's events."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def document(self, text: str) -> Node | None:
        loader = _LOADER(text)
        try:
            return self._document(iter(loader.get_event, None))
        except yaml.MarkedYAMLError as error:
            raise YamlError(self._syntax_problem(error)) from error
        except yaml.reader.ReaderError as error:
            raise YamlError(self._unreadable(text.encode(), error)) from error
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
        if depth > MAX_DEPTH:
            raise YamlError(
                _problem(mark, Message("fila har for mange innrykk; grensen er {limit} nivåer", limit=MAX_DEPTH))
            )
        if event.anchor is not None or event.tag not in _NO_TAG:
            raise YamlError(_problem(mark, _feature(event)))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(mark, event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(mark, events, depth)
        return self._mapping(mark, events, depth)

    def _scalar(self, mark: Mark, event: yaml.ScalarEvent) -> Scalar:
        value = event.value
        if event.style == '"':  # only here can a character be written as a code
            _refuse_hidden(mark, value)
        return Scalar(mark, None if value in NULL_WORDS and event.implicit[0] else value)

    def _sequence(self, mark: Mark, events: Iterator[yaml.Event], depth: int) -> Sequence:
        sequence = Sequence(mark)
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            sequence.items.append(self._node(event, events, depth + 1))
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

    def _syntax_problem(self, error: yaml.MarkedYAMLError) -> Problem:
        place = error.problem_mark or error.context_mark
        if "end of stream" in (error.problem or "") and "quoted scalar" in (error.context or ""):
            place = error.context_mark or place  # where the quote was opened: the other is where the file ends
        mark = Mark(self.path, place.line + 1, place.column + 1) if place else Mark(self.path)
        return _problem(mark, _explanation(error.problem or "", error.context or ""))

    def _unreadable(self, content: bytes, error: yaml.reader.ReaderError) -> Problem:
        """The parser counts in bytes; an editor counts characters."""
        position = error.position if isinstance(error.position, int) else 0
        before = content[:position].decode("utf-8", "ignore")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        return _problem(
            Mark(self.path, line, column), Message("her står et tegn som ikke kan være i en tekstfil; slett det")
        )


#: What the parser says -> what an administrator should do. Tried in order; the first that occurs is used.
_EXPLANATIONS: tuple[tuple[str, str], ...] = (
    (
        "mapping values are not allowed",
        N_("her er et kolon for mye, eller feil innrykk; sett anførselstegn rundt tekst med kolon i"),
    ),
    ("did not find expected key", N_("innrykket stemmer ikke med linjene over, eller et anførselstegn mangler")),
    ("could not find expected ':'", N_("her mangler et kolon etter feltnavnet, eller teksten er feil innrykket")),
    ("did not find expected '-' indicator", N_("lista er brutt: hvert punkt begynner med «- » rett under hverandre")),
    (
        "block sequence entries are not allowed",
        N_("her kan det ikke begynne en liste; sett den på neste linje med innrykk"),
    ),
    (
        "found character that cannot start any token",
        N_("tegnet her kan ikke stå først; bruk mellomrom og ikke tabulator, eller sett anførselstegn rundt teksten"),
    ),
    ("found a tab character", N_("her er det brukt tabulator til innrykk; bruk mellomrom")),
    ("found unexpected end of stream", N_("et anførselstegn eller en klamme er ikke lukket")),
    ("did not find expected ',' or", N_("en klamme er ikke lukket, eller et komma mangler")),
    ("found unexpected document indicator", N_("fila har flere deler skilt med «---»; del den i flere filer")),
    ("found undefined tag handle", N_("her står et utropstegn først i teksten; sett anførselstegn rundt teksten")),
    (
        "found unknown escape character",
        N_("omvendt skråstrek har en egen betydning i doble anførselstegn; bruk enkle anførselstegn"),
    ),
    ("control characters are not allowed", N_("her står et tegn som ikke kan være i en tekstfil; slett det")),
)


def _explanation(problem: str, context: str) -> Message:
    for needle, sentence in _EXPLANATIONS:
        if needle in problem or needle in context:
            return Message(sentence)
    return Message("fila kan ikke leses som YAML her ({problem})", problem=problem)
