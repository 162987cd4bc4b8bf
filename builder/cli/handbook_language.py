"""The language the command line speaks where nobody says another: that of the handbook it works on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from builder.i18n import LANGUAGES
from builder.load.opener import Unreadable, read

_FOLDER = "handbook"
_OPTION = "--handbook"
#: Read before anything is checked, so that also what is said of a faulty file is in its language.
_STANDARD = re.compile(r"^written_standard:\s*['\"]?(\w+)", re.MULTILINE)


def handbook_language(arguments: Sequence[str]) -> str | None:
    """The written standard of the municipalities named, or of all in the folder; None where they differ."""
    standards = _standards(_folder(arguments))
    named = {standards[name] for name in arguments if name in standards} or set(standards.values())
    language = named.pop() if len(named) == 1 else None
    return language if language in LANGUAGES else None


def _folder(arguments: Sequence[str]) -> Path:
    pairs = pairwise((*arguments, ""))
    asked = [one.partition("=")[2] or after for one, after in pairs if one.partition("=")[0] == _OPTION]
    return Path(next(iter(asked), _FOLDER))


def _standards(folder: Path) -> dict[str, str]:
    found = {}
    for path in sorted(folder.glob("*/municipality.yml")):
        try:
            said = _STANDARD.search(read(path).decode("utf-8", "replace"))
        except Unreadable:
            continue
        if said:
            found[path.parent.name] = said[1]
    return found
