"""What is expected of the days of a forum: somebody is at work then, and it is said what happens where nobody is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from builder.facts.held import Held, held_of, plans
from builder.facts.meetings import longest_gap_in_days
from builder.facts.parts import Within
from builder.i18n import N_
from builder.model.closed_days import day_off, is_working_day, working_day_beside
from builder.model.deadline import LastDay, last_day
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.recurrence import Recurrence
from builder.model.references import Path
from builder.model.vocabulary import DeadlineUnit
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, advice

#: Where there is a new meeting within so many days, nobody waits for one that falls out.
_SOON_AGAIN = 14
DayIn = Within[Forum, dt.date]
#: The plan of a forum's meetings, and the forum as it is held by it.
PlanIn = Within[Forum, Held]

_CHOSEN = N_("«{forum}» er lagt til {date}, som er en fridag; den første arbeidsdagen etter er {after}")
_FALLS_OUT = N_(
    "«{forum}» faller ut {date}, som er en fridag; skriv on_holiday (skip, previous, next eller week-later), "
    "eller flytt møtet med et unntak"
)
_SIGN_UP = N_(
    "Fristen for å melde saker til «{forum}» {meeting} er {falls}, som er en fridag; "
    "amount: {amount} og unit: working-days gir {before}"
)


def chosen_days(handbook: Handbook) -> Iterator[DayIn]:
    """The coming days somebody has chosen for a meeting: fixed dates, and those a meeting is moved to."""
    for path, one in plans(handbook):
        for within, day in _chosen(one.at.recurrence) if one.at.recurrence else ():
            if day >= handbook.today:
                yield Within(one.forum, (*path, *within), day)


def _chosen(recurrence: Recurrence) -> Iterator[tuple[Path, dt.date]]:
    moved = {one.date for one in recurrence.exceptions if one.moved_to or one.cancelled}
    yield from ((("dates", n), day) for n, day in enumerate(recurrence.dates) if day not in moved)
    for number, one in enumerate(recurrence.exceptions):
        if one.moved_to:
            yield ("exceptions", number, "moved_to"), one.moved_to


@advice("meeting-day-off", of=chosen_days)
def chosen(day: DayIn, _handbook: Handbook) -> Findings:
    """En møtedag noen har valgt, er en arbeidsdag.

    En dato skrevet for hånd kan være en lørdag, søndag eller helligdag uten at noen ser det.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        forums:
          - id: team
            recurrence: {every: null, to: null, unit: null, weekday: null, dates: [2027-05-18]}

    Feil::

        forums:
          - id: team
            recurrence: {every: null, to: null, unit: null, weekday: null, dates: [2027-05-17]}

    Riktig::

        forums:
          - id: team
            recurrence:
              every: 1
              to: null
              unit: week
              weekday: tuesday
              exceptions:
                - {date: 2026-12-01, moved_to: 2026-12-03}

    Feil::

        forums:
          - id: team
            recurrence:
              every: 1
              to: null
              unit: week
              weekday: tuesday
              exceptions:
                - {date: 2026-12-01, moved_to: 2026-12-06}
    """
    if day_off(day.value):
        after = working_day_beside(day.value, after=True)
        yield Finding(day.at(), Message(_CHOSEN, forum=day.record.name, date=day.value, after=after))


def seldom(handbook: Handbook) -> Iterator[PlanIn]:
    """The plans with weeks between the meetings, so that one that falls out is missed."""
    for path, one in plans(handbook):
        gap = longest_gap_in_days(one.at.recurrence)
        if gap is not None and gap > _SOON_AGAIN:
            yield Within(one.forum, path, one)


@advice("meeting-on-holiday", of=seldom)
def on_holiday(plan: PlanIn, handbook: Handbook) -> Findings:
    """Et møte som treffer en helligdag, sier om det faller ut eller flyttes.

    Faller et månedlig møte ut, går det to måneder mellom møtene. Står det ingenting, tror noen at møtet holdes dagen
    før, og andre at det holdes uka etter.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        forums:
          - id: team
            recurrence: {every: 1, to: null, unit: month, weekday: thursday, week: 1, on_holiday: week-later}

    Feil::

        forums:
          - id: team
            recurrence: {every: 1, to: null, unit: month, weekday: thursday, week: 1}

    Riktig::

        forums:
          - id: team
            recurrence:
              every: 1
              to: null
              unit: month
              weekday: monday
              week: 3
              exceptions:
                - {date: 2027-05-17, moved_to: 2027-05-18}

    Feil::

        forums:
          - id: team
            recurrence: {every: 1, to: null, unit: month, weekday: monday, week: 3}
    """
    forum = plan.value.at
    if forum.recurrence is None or forum.recurrence.on_holiday:
        return
    for meeting in handbook.schedule(forum).meetings:
        if meeting.falls_out and meeting.off and meeting.off.holidays and meeting.planned >= handbook.today:
            yield Finding(plan.at(), Message(_FALLS_OUT, forum=forum.name, date=meeting.planned))


def counted_in_days(handbook: Handbook) -> tuple[Forum, ...]:
    """The forums whose deadline for signing up counts all days, and so may end on any."""
    return tuple(
        forum
        for forum in handbook.forums
        if forum.sign_up_by and forum.sign_up_by.before and forum.sign_up_by.unit is not DeadlineUnit.WORKING_DAYS
    )


@advice("sign-up-day-off", of=counted_in_days)
def sign_up(forum: Forum, handbook: Handbook) -> Findings:
    """Fristen for å melde saker til neste møte er en arbeidsdag.

    Er fristen en søndag, er den i praksis fredag, og noen melder saken for sent. Siden sier fra, men en frist i
    arbeidsdager er lettere å huske.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        forums:
          - id: team
            recurrence: {every: 1, to: null, unit: week, weekday: wednesday}
            sign_up_by: {amount: 3, unit: working-days, before: møtet}

    Feil::

        forums:
          - id: team
            recurrence: {every: 1, to: null, unit: week, weekday: wednesday}
            sign_up_by: {amount: 3, unit: days, before: møtet}

    Riktig::

        forums:
          - id: team
            recurrence: {every: 1, to: null, unit: week, weekday: wednesday}
            sign_up_by: {amount: 1, unit: weeks, before: møtet}

    Feil::

        forums:
          - id: team
            recurrence: {every: 1, to: null, unit: week, weekday: tuesday}
            sign_up_by: {amount: 2, unit: days, before: møtet}
    """
    for one in held_of(handbook, forum):
        schedule = handbook.schedule(one.at)
        meeting = next(iter(schedule.coming), None)
        last = last_day(forum.sign_up_by, meeting.day, schedule.closed_breaks) if meeting and forum.sign_up_by else None
        if meeting and last and last.off:
            yield Finding(forum.at("sign_up_by"), _in_working_days(one.at, meeting.day, last))
            return


def _in_working_days(forum: Forum, meeting: dt.date, last: LastDay) -> Message:
    """What the deadline would be, counted in working days."""
    days = (last.working_day + dt.timedelta(days=n) for n in range(1, (meeting - last.working_day).days + 1))
    amount = sum(map(is_working_day, days))
    return Message(
        _SIGN_UP, forum=forum.name, meeting=meeting, falls=last.falls, amount=amount, before=last.working_day
    )


EXPECTATIONS = (chosen, on_holiday, sign_up)
