"""What is wrong with a text that is no YAML, said to somebody who has not heard of YAML.

The parser tells where it gave up, which is often a line or more after the mistake. So the lines are looked through for
the mistakes people make, and what the parser says is told where none of them explains it. Then the part with the
mistake is left out and the rest is read, for there may be another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import yaml

from builder.i18n import N_
from builder.load.lines import Line, lines, structure
from builder.problem import Mark, Message

#: As many mistakes of syntax as are looked for in one file.
MOST = 6

_QUOTES = N_(
    "«{text}» har kolon eller et annet tegn YAML bruker, og trenger rette anførselstegn rundt hele teksten: "
    '"…". Anførselstegn som «…» og “…” teller ikke'
)
_NO_SPACE = N_("det mangler et mellomrom etter kolonet i «{key}:»")
_NOT_COLON = N_("etter feltnavnet «{key}» skal det stå kolon og mellomrom, ikke «{sign}»")
_NO_SPACE_AFTER_DASH = N_("det mangler et mellomrom etter bindestreken: skriv «- {text}»")
_TAB = N_("her er det brukt tabulator til innrykk; bruk mellomrom")
_OPEN = N_("anførselstegnet som åpner her, er ikke lukket; sett et likt tegn der teksten slutter")
_AFTER = N_("teksten fortsetter etter anførselstegnet; sett anførselstegn rundt hele teksten")
_APOSTROPHE = N_('apostrofen her avslutter teksten; sett doble anførselstegn (") rundt teksten i stedet for enkle')
_BRACKET = N_("klammen «{sign}» som åpner her, er ikke lukket, eller et komma mangler")
_OTHER = N_('fila kan ikke leses herfra; se etter feil innrykk eller et tegn for mye, eller sett " rundt teksten')

_HEAD = r"^\s*(?:-\s+)*(?:[\w-]+:\s+)?"
_CURLY = re.compile(rf"{_HEAD}(?P<text>[«“„”’‘‚].*(?::\s|\s#|:$).*)$")
_TIGHT = re.compile(r"^\s*(?:-\s+)*(?P<key>[a-z][a-z_]*):(?=[^\s/:])")
_SIGN = re.compile(r"^\s*(?:-\s+)*(?P<key>[a-z][a-z_]*)\s*(?P<sign>[;=])")
_DASHED = re.compile(r"^\s*-(?P<text>[^\s\d-].*)$")
_TABBED = re.compile(r"^ *(?P<tab>\t)")
_QUOTED = re.compile(rf"{_HEAD}(?P<quote>[\"'])")
_ENDS = {'"': re.compile(r'(?:[^"\\]|\\.)*?"'), "'": re.compile(r"(?:[^']|'')*?'(?!')")}
_MAY_FOLLOW = re.compile(r"\s*(?:$|#|:)")
_OPENS = re.compile(r"(?:[:,]\s+|-\s+|[\[{]\s*|^\s*)$")
_SHOWN = 40

Told: TypeAlias = tuple[Mark, Message]
#: What the parser calls a mark; it always has one of an error.
_Place: TypeAlias = Any
_Found: TypeAlias = tuple[int, int, Message]

#: What the parser says -> what an administrator should do. Tried in order; the first that occurs is used.
EXPLANATIONS: tuple[tuple[str, str], ...] = (
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
    ("found a tab character", _TAB),
    ("found unexpected end of stream", N_("et anførselstegn eller en klamme er ikke lukket")),
    ("did not find expected node content", N_("en klamme er ikke lukket, eller et komma mangler")),
    ("did not find expected ',' or", N_("en klamme er ikke lukket, eller et komma mangler")),
    ("found unexpected document indicator", N_("fila har flere deler skilt med «---»; del den i flere filer")),
    ("found undefined tag handle", N_("her står et utropstegn først i teksten; sett anførselstegn rundt teksten")),
    (
        "found unknown escape character",
        N_("omvendt skråstrek har en egen betydning i doble anførselstegn; bruk enkle anførselstegn"),
    ),
    (
        "did not find expected alphabetic or numeric character",
        N_("en tekst kan ikke begynne med * eller &; sett anførselstegn rundt hele teksten"),
    ),
    (
        "did not find expected comment or line break",
        N_("etter | eller > begynner teksten på neste linje, med innrykk; sett ellers anførselstegn rundt teksten"),
    ),
    ("mapping keys are not allowed", N_("en tekst kan ikke begynne med spørsmålstegn; sett anførselstegn rundt den")),
)


def faults(path: str, text: str, error: yaml.MarkedYAMLError, read: Callable[[str], object]) -> list[Told]:
    """Everything that is wrong with the text. `read` parses one, and raises a MarkedYAMLError where it cannot."""
    told: dict[Told, None] = {}
    for _ in range(MOST):
        new = _explained(path, text, error)
        told |= dict.fromkeys(new)
        text = _without(text, {mark.line for mark, _ in new} | {_place(error).line + 1})
        try:
            read(text)
        except yaml.MarkedYAMLError as next_error:
            error = next_error
        else:
            break
    return sorted(told, key=lambda one: one[0])


def _explained(path: str, text: str, error: yaml.MarkedYAMLError) -> list[Told]:
    """The mistakes that are seen, and what the parser says where none of them stands before it gave up."""
    stopped = _place(error)
    found = sorted(
        {line: (line, column, message) for line, column, message in _mistakes(text, stopped.line + 1)}.values(),
        key=lambda one: one[0],
    )
    told = [(Mark(path, line, column), message) for line, column, message in found]
    if not found or found[0][0] > stopped.line + 1:
        told.append((Mark(path, *_within(text, stopped)), _explanation(text, error)))
    return told


def _within(text: str, place: _Place) -> tuple[int, int]:
    """Line and column of a place. What is missing at the end of a file is missing after the last that is written."""
    before = text[: place.index].rstrip()
    if place.index < len(text) or not before:
        return place.line + 1, place.column + 1
    *_, last = lines(before)
    return last.number, len(last.text) + 1


def _place(error: yaml.MarkedYAMLError) -> _Place:
    """Where the mistake is, rather than where the parser saw that it cannot go on."""
    opened = "flow" in (error.context or "") or "quoted scalar" in (error.context or "")
    ended = "end of stream" in (error.problem or "") or "expected ','" in (error.problem or "")
    no_colon = "could not find expected ':'" in (error.problem or "")
    if error.context_mark and ((opened and ended) or no_colon):
        return error.context_mark
    return error.problem_mark or error.context_mark


def _explanation(text: str, error: yaml.MarkedYAMLError) -> Message:
    problem, context = error.problem or "", error.context or ""
    if "expected ','" in problem and error.context_mark:
        return Message(_BRACKET, sign=text[error.context_mark.index : error.context_mark.index + 1])
    for needle, sentence in EXPLANATIONS:
        if needle in problem or needle in context:
            return Message(sentence)
    return Message(_OTHER)


def _without(text: str, numbers: set[int]) -> str:
    """The text with the top-level parts emptied that these lines stand in."""
    kept, part, emptied = list[str](), list[str](), False
    for line in lines(text):
        if line.text[:1].strip() and not line.text.startswith(("#", "]", "}")):
            kept += [""] * len(part) if emptied else part
            part, emptied = [], False
        part.append(line.text)
        emptied = emptied or line.number in numbers
    kept += [""] * len(part) if emptied else part
    return "\n".join(kept)


# The mistakes people make


def _mistakes(text: str, stopped: int) -> Iterator[_Found]:
    """Those that are certain, wherever they are; the others only where the parser gave up, or on the line before."""
    written = list(structure(text))
    yield from _quotes(written)
    for line in written:
        yield from _at(line, _CURLY, "text", _curly)
        if stopped - 1 <= line.number <= stopped:
            yield from _at(line, _TABBED, "tab", lambda _: Message(_TAB))
            yield from _at(
                line, _DASHED, "text", lambda found: Message(_NO_SPACE_AFTER_DASH, text=_short(found["text"]))
            )
            yield from _at(line, _TIGHT, "key", lambda found: Message(_NO_SPACE, key=found["key"]))
            yield from _at(line, _SIGN, "sign", lambda found: Message(_NOT_COLON, key=found["key"], sign=found["sign"]))


def _at(
    line: Line, pattern: re.Pattern[str], group: str, message: Callable[[re.Match[str]], Message]
) -> Iterator[_Found]:
    found = pattern.match(line.text)
    if found:
        yield line.number, found.start(group) + 1, message(found)


def _curly(found: re.Match[str]) -> Message:
    return Message(_QUOTES, text=_short(found["text"].strip("«»“„”’‘‚ ")))


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _quotes(written: list[Line]) -> Iterator[_Found]:
    """Quotes that are not closed, or closed before the text ends."""
    rest = iter(enumerate(written))
    for index, line in rest:
        opened = _QUOTED.match(line.text)
        if not opened:
            continue
        quote = opened["quote"]
        closed = _ENDS[quote].match(line.text, opened.end())
        if closed is None:
            following = _closing(written, index + 1, quote)
            if following is None:
                yield line.number, opened.start("quote") + 1, Message(_OPEN)
            for _ in range(following or 0):
                next(rest, None)
        elif not _MAY_FOLLOW.match(line.text, closed.end()):
            letters = quote == "'" and line.text[closed.end() : closed.end() + 1].isalpha()
            yield line.number, closed.end(), Message(_APOSTROPHE if letters else _AFTER)


def _closing(written: list[Line], start: int, quote: str) -> int | None:
    """How many lines further a quote is closed; None where the next one opens another text."""
    for number in range(start, len(written)):  # not a slice: there may be as many quotes as lines
        text = written[number].text
        at = text.find(quote)
        if at >= 0:
            return None if _OPENS.search(text[:at]) else number - start + 1
    return None
