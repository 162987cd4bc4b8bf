"""The corpus of lines with and without traces of a client: verdict, tab, text, where «\\n», «\\t», «\\u…» are escapes.

Numbers are not in the file, but computed (see `made_up`).
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.traces.made_up import filled

FILE = Path(__file__).with_name("corpus.tsv")
_ESCAPE = re.compile(r"\\(\\|n|t|u[0-9a-f]{4})")


def corpus(*verdicts: str) -> list[str]:
    """The lines that are to be an «error», to be «warning», or are «right»."""
    lines = (line.partition("\t") for line in FILE.read_text(encoding="utf-8").splitlines())
    return [filled(_ESCAPE.sub(_unescaped, text)) for verdict, _, text in lines if verdict in verdicts]


def _unescaped(found: re.Match[str]) -> str:
    code = found[1]
    return {"\\": "\\", "n": "\n", "t": "\t"}.get(code) or chr(int(code[1:], 16))
