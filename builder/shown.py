"""Text from the data as it may be shown to people and tools: nothing in it that is not seen, and no line of its own.

A terminal obeys some characters, an editor hides others, and a CI server takes what begins a line for a command. What
is shown is one line that says what the data says; what cannot be seen stands as a sign for it.
"""

from __future__ import annotations

import re

UNSEEN = "\N{REPLACEMENT CHARACTER}"

#: Bidirectional controls, characters without width, tags, and bytes of a file name that are no letters. Joiners are
#: left: words are spelled with them.
_DECEPTIVE = r"\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff"
_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"
HIDDEN = re.compile(f"[{_CONTROLS}{_DECEPTIVE}]+")
#: Whatever some program takes for the end of a line, and tabs.
_BREAKS = re.compile(r"[\t-\r\x1c-\x1e\x85\u2028\u2029]+")
#: GitHub obeys a line that begins with two colons, and it, Azure and TeamCity «##…[» wherever it stands.
_BEGINS_COMMAND = re.compile(r"^([^\S\n]*:)(?=:)", re.MULTILINE)
COMMAND = re.compile(r"#(?=#\w*\[)")


def visible(text: str) -> str:
    """The text with its lines, and a sign for what is not seen."""
    return HIDDEN.sub(UNSEEN, text)


def one_line(text: str) -> str:
    """The text as one line, with a sign for what is not seen."""
    return visible(_BREAKS.sub(" ", text))


def shortened(text: str, most: int) -> str:
    """The text as one line of at most so many characters; it says where it is cut."""
    return one_line(text if len(text) <= most else f"{text[: most - 1]}…")


def no_command(text: str, begins: bool = True) -> str:
    """The text with nothing that a CI server obeys; `begins` says whether it stands first on its line."""
    before = "" if begins else "|"
    return _BEGINS_COMMAND.sub(r"\1 ", before + COMMAND.sub("# ", text))[len(before) :]
