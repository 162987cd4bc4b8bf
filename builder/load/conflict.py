"""Marks that git leaves in a file where two people have changed the same: somebody must choose."""

from __future__ import annotations

import re

from builder.i18n import N_
from builder.load.lines import lines
from builder.problem import Mark, Message

_UNSETTLED = N_(
    "to har endret det samme her, og ingen har valgt: behold den riktige av tekstene over og under «=======», og slett "
    "linjene som begynner med <<<<<<<, ======= og >>>>>>>"
)
_SIGNS = re.compile(r"[ \t]*(?P<sign>[<>|])(?P=sign){6}(?:[ \t]|$)|[ \t]*(?P<between>=)={6}[ \t]*$")


def conflicts(path: str, text: str) -> list[tuple[Mark, Message]]:
    """Where each conflict begins. A mark that was left behind is one too."""
    if "<<<<<<<" not in text and "=======" not in text and ">>>>>>>" not in text and "|||||||" not in text:
        return []
    found: list[tuple[Mark, Message]] = []
    within = False
    for line in lines(text):
        sign = _SIGNS.match(line.text)
        if sign is None:
            continue
        if sign["sign"] == "<" or not within:
            indent = len(line.text) - len(line.text.lstrip())
            found.append((Mark(path, line.number, indent + 1), Message(_UNSETTLED)))
        within = sign["sign"] != ">" and (within or sign["sign"] == "<")
    return found
