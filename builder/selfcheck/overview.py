"""The tables a leader asks for: contacts, vacancies, meetings, meeting load, plans and accepted findings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.acceptance import Acceptance
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.plan import Plan
from builder.model.recurrence import Recurrence
from builder.model.service import Contact, Service
from builder.model.vocabulary import Attendance, ForumKind, Period
from builder.selfcheck.network import Pair, pairs_without_forum

#: How many of each period there are in a month.
_PER_MONTH = {
    Period.DAY: 365 / 12,
    Period.WEEK: 52 / 12,
    Period.MONTH: 1.0,
    Period.QUARTER: 1 / 3,
    Period.SEMESTER: 1 / 6,
    Period.YEAR: 1 / 12,
}


@dataclass(frozen=True, slots=True)
class Load:
    """The hours a month an actor spends in standing meetings, and in which ones."""

    actor: str
    hours: float
    forums: tuple[tuple[Forum, float], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """All the tables, each in the order it is shown."""

    contacts: tuple[tuple[Service, Contact], ...]
    vacancies: tuple[tuple[Service, Contact], ...]
    forums: tuple[Forum, ...]
    loads: tuple[Load, ...]
    pairs: tuple[Pair, ...]
    plans: tuple[Plan, ...]
    accepted: tuple[Acceptance, ...]


def overview(handbook: Handbook) -> Overview:
    """The tables: oldest contact first, heaviest load first, first plan to end first."""
    return Overview(
        contacts=tuple(sorted(handbook.contacts, key=lambda pair: _verified(pair[1]))),
        vacancies=tuple(pair for pair in handbook.contacts if pair[1].vacant),
        forums=handbook.forums,
        loads=loads(handbook),
        pairs=pairs_without_forum(handbook),
        plans=tuple(sorted(handbook.plans, key=lambda plan: (plan.valid_to or dt.date.max, plan.title.casefold()))),
        accepted=handbook.accepted,
    )


def _verified(contact: Contact) -> dt.date:
    return contact.verified.date if contact.verified else dt.date.min


def loads(handbook: Handbook) -> tuple[Load, ...]:
    """Meeting hours a month for each actor that must come; meetings around one child are not counted."""
    found: dict[str, list[tuple[Forum, float]]] = {}
    for forum in handbook.forums:
        hours = hours_a_month(forum)
        if hours and forum.kind is not ForumKind.CASE:
            for actor in _fixed(forum):
                found.setdefault(actor, []).append((forum, hours))
    made = [Load(actor, sum(hours for _, hours in rows), tuple(rows)) for actor, rows in found.items()]
    return tuple(sorted(made, key=lambda load: (-load.hours, load.actor)))


def _fixed(forum: Forum) -> Iterator[str]:
    """Everyone who must come, once each."""
    members = (member.actor for member in forum.members if member.attendance is Attendance.REQUIRED)
    yield from dict.fromkeys((*forum.leading, *members))


def hours_a_month(forum: Forum) -> float | None:
    """The hours of a forum in an average month; None where that cannot be known."""
    if forum.minutes is None or forum.recurrence is None:
        return None
    meetings = meetings_a_month(forum.recurrence)
    return meetings * forum.minutes / 60 if meetings else None


def meetings_a_month(recurrence: Recurrence) -> float | None:
    """How often in an average month; the middle of a range, None for «as needed»."""
    if recurrence.dates:
        return len(recurrence.dates) / 12
    if recurrence.times and recurrence.per:
        return recurrence.times * _PER_MONTH[recurrence.per]
    if recurrence.every and recurrence.unit:
        interval = (recurrence.every + (recurrence.to or recurrence.every)) / 2
        return _PER_MONTH[recurrence.unit] / interval
    return None
