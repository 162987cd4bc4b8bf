"""When meetings were last held, followed up and evaluated, and in what way that falls short of what is expected."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from builder.facts.pulse import last_held
from builder.facts.upkeep import is_demonstration
from builder.model.forum import Forum, Standing
from builder.model.handbook import Handbook
from builder.rules import forum_life_rules
from builder.rules.answers import lack
from builder.selfcheck import measures


@dataclass(frozen=True, slots=True)
class Dated:
    """When something was last done, and in what way that falls short: the value of a `Lack`, or empty.

    In a demonstration the date is an example: nobody has met.
    """

    date: dt.date | None
    lack: str
    example: bool


def kept(handbook: Handbook, forum: Forum) -> tuple[Dated, Dated, Dated]:
    """When a forum was last held, followed up and evaluated."""
    standing, example = forum.standing or Standing(), is_demonstration(handbook)
    return (
        Dated(
            last_held(handbook, forum.id, None, standing.arranged),
            lack(handbook, forum_life_rules.arranged, forum),
            example,
        ),
        Dated(standing.followed_up, lack(handbook, measures.followed_up, forum), example),
        Dated(standing.evaluated, lack(handbook, forum_life_rules.evaluated, forum), example),
    )
