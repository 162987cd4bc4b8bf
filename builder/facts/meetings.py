"""How often forums meet, and how much of a month that takes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from builder.facts.held import held_of
from builder.facts.membership import required
from builder.facts.serving import is_one_at_each
from builder.memoize import memoize
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.recurrence import Recurrence
from builder.model.vocabulary import ForumKind, Period

#: Length of each unit in months. A week is a year's 52 weeks divided by twelve.
_MONTHS = {
    Period.DAY: 12 / 365,
    Period.WEEK: 12 / 52,
    Period.MONTH: 1.0,
    Period.QUARTER: 3.0,
    Period.SEMESTER: 6.0,
    Period.YEAR: 12.0,
}
_DAYS_A_MONTH = 365 / 12


def meetings_a_month(recurrence: Recurrence | None) -> float | None:
    """How many meetings a month a recurrence makes; None for one that only follows need. «4 to 6 weeks» is five."""
    if recurrence is None or recurrence.as_needed is not None:
        return None
    if recurrence.dates:
        return len(recurrence.dates) / 12
    if recurrence.times is not None and recurrence.per is not None:
        return _middle(recurrence.times, recurrence.to) / _MONTHS[recurrence.per]
    if recurrence.every is not None and recurrence.unit is not None:
        return 1 / (_middle(recurrence.every, recurrence.to) * _MONTHS[recurrence.unit])
    return None


def _middle(least: int, most: int | None) -> float:
    return (least + (most or least)) / 2


def most_meetings_a_month(forum: Forum) -> float:
    """The meetings a month of a forum, where it is held most often; 0 where nobody can know."""
    recurrences = [forum.recurrence, *(place.recurrence for place in forum.places)]
    return max(meetings_a_month(recurrence) or 0.0 for recurrence in recurrences)


def longest_gap_in_days(recurrence: Recurrence | None) -> int | None:
    """The most days that should pass between two meetings; None where the recurrence does not say."""
    if recurrence is not None and recurrence.every is not None and recurrence.unit is not None:
        return round((recurrence.to or recurrence.every) * _MONTHS[recurrence.unit] * _DAYS_A_MONTH)
    if recurrence is not None and recurrence.times is not None and recurrence.per is not None:
        # Meetings counted per period may be bunched in it: two a year may be in March and May.
        return round(_MONTHS[recurrence.per] * _DAYS_A_MONTH)
    return None


def hours_a_month(forum: Forum) -> float:
    """The hours a month the forum takes from one who always comes; 0 where it does not say how often and how long."""
    return (meetings_a_month(forum.recurrence) or 0.0) * (forum.minutes or 0) / 60


@dataclass(frozen=True, slots=True)
class Load:
    """The hours a month an actor spends in meetings it must come to, and in which ones: forum and hours."""

    actor: str
    hours: float
    forums: tuple[tuple[Forum, float], ...]

    @property
    def heaviest(self) -> Forum:
        """The forum that takes the most."""
        return max(self.forums, key=lambda row: row[1])[0]


@memoize
def loads(handbook: Handbook) -> tuple[Load, ...]:
    """The load of each who must come to meetings, the heaviest first.

    Meetings around one child are left out: nobody can know how many children there are. Of a forum that is held in many
    places, each has the hours of those places it comes to; whom there is one of at each place has those of one.
    """
    found: dict[str, list[tuple[Forum, float]]] = defaultdict(list)
    for forum in handbook.forums:
        for actor, hours in _hours_in(handbook, forum).items():
            found[actor].append((forum, hours))
    made = (Load(actor, sum(hours for _, hours in rows), tuple(rows)) for actor, rows in found.items())
    return tuple(sorted(made, key=lambda load: (-load.hours, load.actor)))


def _hours_in(handbook: Handbook, forum: Forum) -> dict[str, float]:
    """The hours a month of each who must come to a forum, in all the places it is held."""
    found: dict[str, list[float]] = defaultdict(list)
    for one in () if forum.kind is ForumKind.CASE else held_of(handbook, forum):
        hours = hours_a_month(one.at)
        for actor in must_come(one.at) if hours else ():
            found[actor].append(hours)
    return {actor: max(some) if is_one_at_each(handbook, actor) else sum(some) for actor, some in found.items()}


def must_come(forum: Forum) -> tuple[str, ...]:
    """Those who are always in a meeting, once each: who chairs it and writes its minutes, and its fixed members.

    Who only calls it in need not be there.
    """
    leading = (actor for actor in (forum.chair, forum.minutes_by) if actor)
    return tuple(dict.fromkeys((*leading, *(member.actor for member in required(forum)))))
