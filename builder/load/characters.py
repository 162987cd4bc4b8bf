"""Characters that do harm because nobody sees them: what a text pasted from elsewhere brings along.

Each is told at its place, and the file is read as if it were not there, so that the other faults are found too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from builder.i18n import N_
from builder.load.lines import structure
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
    told = {_place(path, text, at).line: (_place(path, text, at), message) for at, message in reversed(found)}
    text = _LINE_ENDS.sub(" ", _IN_FILE.sub("", text))
    text, spaces = _with_plain_spaces(path, text)
    return text, sorted([*told.values(), *spaces], key=lambda one: one[0])


def hidden_in(value: str) -> Message | None:
    """What is wrong with a text that holds, written as a code, what would not be seen on the page."""
    found = _IN_VALUE.search(value)
    return Message(_HIDDEN_CODE, code=_code(found)) if found else None


def _of(pattern: re.Pattern[str], sentence: str, text: str) -> Iterator[tuple[int, Message]]:
    return ((found.start(), Message(sentence, code=_code(found))) for found in pattern.finditer(text))


def _place(path: str, text: str, at: int) -> Mark:
    return Mark(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def _with_plain_spaces(path: str, text: str) -> tuple[str, list[Told]]:
    """The text with plain spaces where YAML needs them; between words a hard space is as good as any."""
    told: list[Told] = []
    for line in structure(text):
        head = _MISPLACED.match(line.text)
        hard = _HARD.search(head.group()) if head else None
        if head and hard:
            told.append((Mark(path, line.number, hard.start() + 1), Message(_SPACE, code=_code(hard))))
            end = line.start + head.end()
            text = text[: line.start] + _HARD.sub(" ", head.group()) + text[end:]
    return text, told


def _code(found: re.Match[str]) -> str:
    return f"U+{ord(found.group()):04X}"
