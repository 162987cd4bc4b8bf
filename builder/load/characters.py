"""Characters that do harm because nobody sees them: what a text pasted from elsewhere brings along.

Each is told at its place, and the file is read as if it were not there, so that the other faults are found too.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from itertools import chain

from builder.i18n import N_
from builder.load.lines import lines, structure
from builder.problem import Mark, Message

_HIDDEN = N_("her står et usynlig tegn ({code}); slett det og skriv teksten på nytt")
_HIDDEN_CODE = N_("teksten inneholder et usynlig tegn ({code}); fjern det")
_BREAK = N_(
    "her står et linjeskift av et slag du ikke ser ({code}), gjerne limt inn fra et annet program; slett det, og trykk "
    "Enter om du vil ha ny linje"
)
_SPACE = N_("her står et hardt mellomrom ({code}) der det skal være et vanlig; slett det og trykk mellomromstasten")

# Invisible characters that change how a line reads: zero-width and bidirectional controls.
_DECEPTIVE = r"\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
# Scripts that are spelled with a joiner (U+200D) or non-joiner (U+200C): Arabic and Syriac to Thaana, those of India
# and its neighbours, Myanmar, Khmer and Mongolian.
_JOINED = r"[\u0600-\u07ff\u0860-\u08ff\ufb50-\ufdff\ufe70-\ufefc\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ua840-\ua8ff]"
_EMOJI = r"[\u2190-\u2bff\u3030-\u3299\ufe0f\U0001f000-\U0001faff]"
_SPELLING = rf"(?<={_JOINED})[\u200c\u200d](?={_JOINED})|(?<={_EMOJI})\u200d(?={_EMOJI})"
_IN_FILE = re.compile(rf"(?!{_SPELLING})[{_DECEPTIVE}]")
_IN_VALUE = re.compile(rf"(?!{_SPELLING})[{_DECEPTIVE}\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
#: What YAML takes for the end of a line, and editors do not show as one.
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
#: A space that YAML does not know as one: where a line is indented, after a dash, or after the colon of a field.
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_MISPLACED = re.compile(rf"^[ {_SPACES}]*(?:-[ {_SPACES}]+)*(?:[\w-]+:[ {_SPACES}]*)?")
_HARD = re.compile(f"[{_SPACES}]")
#: What any of it is made of: most files have nothing of the kind, and need not be read line by line.
_SUSPECT = re.compile(f"[{_DECEPTIVE}\x85\u2028\u2029{_SPACES}]")

Told = tuple[Mark, Message]


def cleaned(path: str, text: str) -> tuple[str, list[Told]]:
    """The text without what nobody sees, and where each stood: the first on every line."""
    if not _SUSPECT.search(text):
        return text, []
    found = sorted(chain(_of(_IN_FILE, _HIDDEN, text), _of(_LINE_ENDS, _BREAK, text)))
    told = list(_first_on_each_line(path, text, found))
    text = _LINE_ENDS.sub(" ", _IN_FILE.sub("", text))
    text, spaces = _with_plain_spaces(path, text)
    return text, sorted([*told, *spaces], key=lambda one: one[0])


def hidden_in(value: str) -> Message | None:
    """What is wrong with a text that holds, written as a code, what would not be seen on the page."""
    found = _IN_VALUE.search(value)
    return Message(_HIDDEN_CODE, code=_code(found)) if found else None


def _of(pattern: re.Pattern[str], sentence: str, text: str) -> Iterator[tuple[int, Message]]:
    return ((found.start(), Message(sentence, code=_code(found))) for found in pattern.finditer(text))


def _first_on_each_line(path: str, text: str, found: Iterable[tuple[int, Message]]) -> Iterator[Told]:
    """What was found, in order. The text is gone through once, for a large file may be full of it."""
    starts = [line.start for line in lines(text)]
    told = 0
    for at, message in found:
        number = bisect(starts, at)
        if number != told:
            yield Mark(path, number, at - starts[number - 1] + 1), message
        told = number


def _with_plain_spaces(path: str, text: str) -> tuple[str, list[Told]]:
    """The text with plain spaces where YAML needs them; between words a hard space is as good as any."""
    told, pieces, written = list[Told](), list[str](), 0
    for line in structure(text):
        head = _MISPLACED.match(line.text)
        hard = _HARD.search(head.group()) if head else None
        if head and hard:
            told.append((Mark(path, line.number, hard.start() + 1), Message(_SPACE, code=_code(hard))))
            pieces += [text[written : line.start], _HARD.sub(" ", head.group())]
            written = line.start + head.end()
    return "".join([*pieces, text[written:]]), told


def _code(found: re.Match[str]) -> str:
    return f"U+{ord(found.group()):04X}"
