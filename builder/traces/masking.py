"""Texts that may be repeated: in a terminal, a log or a file, where a finding is told and the number must not be."""

from __future__ import annotations

import re

from builder.traces.finding import Sort, traces

MASK = "•"
_SIGN = re.compile(r"[^\W_]")
#: A case number is no secret, and «2016/679» is a regulation.
_SHOWN = {Sort.CASE}


def masked(text: str) -> str:
    """The text, of the same length, with a mark for each digit and letter of the traces in it."""
    parts, end = list[str](), 0
    for found in traces(text):
        if found.sort not in _SHOWN and found.start >= end:
            parts += (text[end : found.start], _SIGN.sub(MASK, text[found.start : found.end]))
            end = found.end
    return "".join((*parts, text[end:])) if parts else text
