"""JSON that says all the data does, and may stand on a terminal and in the log of a CI server."""

from __future__ import annotations

import json
import re

from builder.shown import COMMAND, HIDDEN, UNSEEN

_NO_LETTER = re.compile(r"[\ud800-\udfff]")


def json_text(data: object) -> str:
    """The data as JSON, where what is not seen, and what a CI server obeys, is written as codes."""
    text = _NO_LETTER.sub(UNSEEN, json.dumps(data, ensure_ascii=False, indent=2))
    return COMMAND.sub(r"\\u0023", HIDDEN.sub(lambda found: json.dumps(found.group())[1:-1], text))
