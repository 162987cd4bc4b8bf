"""The time a forum has for each item of its agenda, where the item says it: «Nye saker uten navn (20 min)».

The minutes stand in the text, where they are read on every page, in calendars and in forms for editing; here they are
taken out of it, so that they can be counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from builder.model.forum import Forum

_MINUTES = re.compile(r"\((\d{1,3}) min(?:utt|utter|\.)?\)\.?$")


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item without its minutes, and the minutes; None where it says none."""

    text: str
    minutes: int | None


def agenda(forum: Forum) -> tuple[AgendaItem, ...]:
    """The agenda of a forum, in order."""
    return tuple(map(_item, forum.agenda))


def allotted(items: tuple[AgendaItem, ...]) -> int:
    """The minutes that are given to items."""
    return sum(item.minutes or 0 for item in items)


def _item(text: str) -> AgendaItem:
    found = _MINUTES.search(text)
    return AgendaItem(text[: found.start()].rstrip(), int(found[1])) if found else AgendaItem(text, None)
