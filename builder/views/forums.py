"""Forums: the list by type, and one page each with everything that makes a meeting work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from builder.facts.held import Held, coming, held_of
from builder.facts.membership import is_required
from builder.model.collation import alphabetical
from builder.model.confidentiality import RULES
from builder.model.deadline import LastDay, last_day
from builder.model.form import FORMS, Form
from builder.model.forum import FORUMS, Forum, ForumPlace, Member
from builder.model.handbook import Handbook
from builder.model.municipality import Level
from builder.model.place import PLACES
from builder.model.schedule import Meeting, Schedule
from builder.model.vocabulary import FormKind, ForumKind
from builder.views import routes, urls, year
from builder.views.kept import Dated, kept
from builder.views.page import Chapter, Context, Link, Page, Place
from builder.views.pulse import ForumPulse, forum_pulse
from builder.views.related import Told, told_in
from builder.views.routes import Names

_ORDER = list(ForumKind)


@dataclass(frozen=True, slots=True)
class ForumRow:
    """A forum in the list, with the day of its next meeting."""

    forum: Forum
    link: Link
    convener: Link | None
    next: dt.date | None


@dataclass(frozen=True, slots=True)
class ForumGroup:
    """The forums of a kind."""

    kind: ForumKind
    forums: Sequence[ForumRow]


@dataclass(frozen=True, slots=True)
class ForumsPage(Context):
    """The list; `calendar` is a file."""

    template: ClassVar = "forums"

    groups: Sequence[ForumGroup]
    calendar: str
    year: Place | None


@dataclass(frozen=True, slots=True)
class SignUp:
    """The last day to sign up for a meeting."""

    meeting: dt.date
    last: LastDay


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Somebody who belongs in a forum, by name; `always` when it is to every meeting."""

    member: Member
    actor: Link
    always: bool


@dataclass(frozen=True, slots=True)
class InPlace:
    """A forum as it is held in a place: who leads it there, who comes there alone, and the next meeting."""

    place: Link
    forum: Forum
    said: ForumPlace
    chair: Link | None
    people: Sequence[Link]
    next: Meeting | None
    changes: Sequence[Meeting]
    sign_up: SignUp | None
    calendar: str


@dataclass(frozen=True, slots=True)
class StepIn:
    """A step, and the pathway it is in."""

    step: Link
    pathway: Link


@dataclass(frozen=True, slots=True)
class ForumPage(Context):
    """A forum with its schedule, those who lead it and belong in it, and where it is used; `calendar` is a file.

    `always` are the members who come every time.
    """

    template: ClassVar = "forum"

    forum: Forum
    schedule: Schedule
    calendar: str
    level: Level | None
    convener: Link | None
    co_conveners: Sequence[Link]
    sign_up_dates: Sequence[SignUp]
    places: Sequence[InPlace]
    members: Sequence[MemberRow]
    people: str
    always: Sequence[Link]
    forms: Sequence[Link]
    guide: Link | None
    rules: Sequence[Link]
    share: Place | None
    steps: Sequence[StepIn]
    held: Dated
    followed_up: Dated
    evaluated: Dated
    pulse: ForumPulse | None
    told_in: Sequence[Told]


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The list and the forums."""
    title = FORUMS.plural
    soonest = {
        forum.id: [meeting.day for _, meeting in coming(handbook, held_of(handbook, forum))]
        for forum in handbook.forums
    }
    ordered = sorted(
        handbook.forums,
        key=lambda f: (_ORDER.index(f.kind), soonest[f.id][:1] or [dt.date.max], alphabetical(f.name)),
    )
    groups = [
        ForumGroup(
            kind,
            [
                ForumRow(f, names.to(f), actor_or_none(names, f.convener), next(iter(soonest[f.id]), None))
                for f in found
            ],
        )
        for kind, found in groupby(ordered, key=lambda f: f.kind)
    ]
    index = Page(
        routes.list_of(FORUMS),
        title,
        ForumsPage(groups=groups, calendar=urls.CALENDARS, year=Place(routes.YEAR) if ordered else None),
    )
    whole_year = [year.page(handbook, names)] if ordered else []
    return Chapter(title, (index, *whole_year, *(_page(handbook, names, forum) for forum in ordered)))


def sign_up_dates(handbook: Handbook, forum: Forum) -> list[SignUp]:
    """The last day to sign up for the next meetings that can still be signed up for."""
    if forum.sign_up_by is None:
        return []
    schedule = handbook.schedule(forum)
    days = [(one.day, last_day(forum.sign_up_by, one.day, schedule.closed_breaks)) for one in schedule.coming]
    return [SignUp(meeting, last) for meeting, last in days if last and last.falls >= handbook.today]


def member_rows(names: Names, forum: Forum) -> list[MemberRow]:
    """Those who belong in it, by their names."""
    return [MemberRow(member, names.actor(member.actor), is_required(member)) for member in forum.members]


def meeting_guide(handbook: Handbook) -> Form | None:
    """How to lead a meeting, on one page; the first where there are more."""
    return next((form for form in handbook.forms if form.kind is FormKind.MEETING_GUIDE), None)


def actor_or_none(names: Names, reference: str | None) -> Link | None:
    """A link to somebody, where anybody is named."""
    return names.actor(reference) if reference else None


def _page(handbook: Handbook, names: Names, forum: Forum) -> Page:
    levels = {level.number: level for level in handbook.municipality.levels}
    held, followed_up, evaluated = kept(handbook, forum)
    return Page(
        routes.page_of(FORUMS, forum.id),
        forum.name,
        ForumPage(
            forum=forum,
            schedule=handbook.schedule(forum),
            calendar=urls.calendar(forum.id),
            level=levels.get(forum.level) if forum.level is not None else None,
            convener=actor_or_none(names, forum.convener),
            co_conveners=[names.actor(role) for role in forum.co_conveners],
            sign_up_dates=sign_up_dates(handbook, forum),
            places=[_in_place(handbook, names, one) for one in held_of(handbook, forum) if one.place],
            members=member_rows(names, forum),
            people=" · ".join(row.actor.text for row in member_rows(names, forum)),
            always=[row.actor for row in member_rows(names, forum) if row.always],
            forms=[names.record(FORMS, form) for form in forum.forms],
            guide=names.to(guide) if (guide := meeting_guide(handbook)) else None,
            rules=[names.record(RULES, rule) for rule in forum.rules],
            share=Place(routes.SHARE) if handbook.rules else None,
            steps=_steps(handbook, names, forum),
            held=held,
            followed_up=followed_up,
            evaluated=evaluated,
            pulse=forum_pulse(handbook, names, forum),
            told_in=told_in(handbook, names, FORUMS, forum.id),
        ),
        description=forum.purpose,
    )


def _in_place(handbook: Handbook, names: Names, one: Held) -> InPlace:
    said, schedule = one.forum.places[int(one.path[-1])], handbook.schedule(one.at)
    return InPlace(
        place=names.record(PLACES, said.place),
        forum=one.at,
        said=said,
        chair=actor_or_none(names, one.at.chair),
        people=[names.actor(member.actor) for member in said.members],
        next=next(iter(schedule.coming), None),
        changes=schedule.changes,
        sign_up=next(iter(sign_up_dates(handbook, one.at)), None),
        calendar=urls.calendar(one.key),
    )


def _steps(handbook: Handbook, names: Names, forum: Forum) -> list[StepIn]:
    return [
        StepIn(names.step(pathway, step), names.to(pathway))
        for pathway, step in handbook.steps()
        if step.forum == forum.id
    ]
