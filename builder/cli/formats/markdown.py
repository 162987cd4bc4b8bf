"""Data in Markdown that others show: an issue, a proposal, the summary of a CI job."""

from __future__ import annotations

import re

from builder.shown import one_line

#: Signs of Markdown and HTML.
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&!]")
#: What begins a list, or lies under a heading, where it stands first.
_FIRST = re.compile(r"^(\d*)([-+=.)])")
#: What GitHub and GitLab make a mention of somebody of: no part of an address.
_MENTION = re.compile(r"(?<!\w)@(?=\w)")
_APART = "@&#8203;"


def plain(text: str) -> str:
    """The text in one line, as it stands: no sign in it is Markdown or HTML, and it mentions nobody."""
    signs = _FIRST.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", one_line(text).strip()))
    return _MENTION.sub(_APART, signs)


def code(text: str) -> str:
    """The text as code."""
    return f"`{one_line(text).replace('`', '')}`"
