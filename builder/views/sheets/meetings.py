"""The sheet a meeting leader brings: one side to prepare and lead by, one to write on."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from builder.facts.agenda import AgendaItem, agenda, allotted
from builder.facts.held import Held, held_of
from builder.i18n import N_, Key
from builder.model.confidentiality import RULES, ConfidentialityRule
from builder.model.form import FORMS
from builder.model.forum import FORUMS, Forum, Mode
from builder.model.handbook import Handbook
from builder.model.place import PLACES
from builder.model.schedule import Schedule
from builder.model.vocabulary import DiscussionMode, FormKind
from builder.views import routes
from builder.views.confidentiality import GROUPS
from builder.views.forums import MemberRow, SignUp, actor_or_none, member_rows, sign_up_dates
from builder.views.page import Context, Link, Place
from builder.views.pulse import PulseLine, pulse_line
from builder.views.routes import Names
from builder.views.sheets import fillable
from builder.views.sheets.one_page import situation_path
from builder.views.sheets.sheet import Copy, Sheet, valid_until
from builder.views.urls import print_file

#: Letters seen to fit at each setting.
_FITTING = (4700, 4700, 5000)
#: Millimetres of the side to write on that are left for members, guests, decisions and notes.
_SIDE = 197
#: The least a member takes in the table, and what each line of its text takes.
_MEMBER, _LINE = 6.9, 3.9
#: How many letters a line has in the columns of who it is, mandate and deputy.
_LETTERS = (38, 14, 23)
#: What a small letter takes of an ordinary one.
_SMALL = 0.8
#: How many guests there are lines for, and so many members that there is one line less.
_GUESTS, _CROWD = 3, 14
#: What a decision takes, and the fewest and the most there is room for.
_DECISION, _FEWEST, _MOST = 8.0, 5, 8
#: What is over the area for notes, and the lowest area that is of use.
_OVER_NOTES, _NOTES = 5, 10
#: What is over the words on what happens after the meeting, and how many letters a line of them has.
_OVER_AFTER, _LETTERS_AFTER = 8, 100
#: What it takes to write down how the meeting went.
_PULSE = 8
#: The paths of the sheets that are taken along, beside those of forms.
_WALL_LIST = "kontakter"
#: What a way of speaking asks of those in the room.
_MODES = {
    DiscussionMode.ANONYMISED: N_(
        "Ikke si navn, og utelat det som gjør at noen kan kjenne igjen barnet eller familien."
    ),
    DiscussionMode.CONSENT: N_(
        "Si navn bare når samtykket dekker det dere skal snakke om, og tjenestene som er i rommet."
    ),
    DiscussionMode.FAMILY_PRESENT: N_("Familien er med og hører alt som blir sagt. Snakk med dem, ikke om dem."),
    DiscussionMode.GROUP: N_(
        "Snakk om grupper, ikke om ett barn. Er gruppa så liten at noen kan kjennes igjen, er det ikke anonymt."
    ),
    DiscussionMode.SYSTEM: N_("Snakk om samarbeid, rutiner og ressurser. Ingen enkeltsaker."),
}


@dataclass(frozen=True, slots=True)
class ModeRow:
    """A way of speaking, and what it asks."""

    mode: Mode
    text: Key


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """What one must, may, or must not do."""

    title: Key
    rules: Sequence[ConfidentialityRule]


@dataclass(frozen=True, slots=True)
class Room:
    """How many guests and decisions there is room to write down, and how high the area for notes is; 0 for none.

    `after` is whether there is room too for what happens after the meeting, which is otherwise on the first side.
    """

    guests: int
    decisions: int
    notes: int
    after: bool


@dataclass(frozen=True, slots=True)
class MeetingSheet(Context):
    """All that the one who leads needs; `anonymous` when nobody may be named, `allotted` the minutes of the agenda."""

    template: ClassVar = "meeting"

    forum: Forum
    schedule: Schedule
    convener: Link | None
    co_conveners: Sequence[Link]
    sign_up_dates: Sequence[SignUp]
    chair: Link | None
    minutes_by: Link | None
    members: Sequence[MemberRow]
    modes: Sequence[ModeRow]
    anonymous: bool
    rules: Sequence[RuleGroup]
    agenda: Sequence[AgendaItem]
    allotted: int
    room: Room
    forms: Sequence[Link]
    pulse: PulseLine | None


def sheets(handbook: Handbook, names: Names) -> Iterator[Sheet]:
    """One for each forum, and for each place of those that are held in many."""
    for forum in handbook.forums:
        yield _sheet(handbook, names, Held(forum, forum), routes.place_of(FORUMS, forum.id))
        for one in held_of(handbook, forum):
            if one.place:
                yield _sheet(handbook, names, one, routes.place_of(PLACES, one.place.id))


def _sheet(handbook: Handbook, names: Names, held: Held, of: Place) -> Sheet:
    forum, key = held.at, held.key
    return Sheet(
        f"moteark/{key}",
        forum.name,
        _context(handbook, names, held),
        description=forum.purpose,
        kind=N_("Møteark"),
        copies=(Copy(print_file(f"moteark-{key.replace('/', '.')}"), "A4"),),
        of=of,
        until=valid_until(handbook, forum.next_review, forum.funding_until),
        sides=2,
        fitting=_FITTING,
        along=_along(handbook, forum) if of.page == routes.page_of(FORUMS, forum.id) else (),
    )


def _along(handbook: Handbook, forum: Forum) -> tuple[str, ...]:
    """What whoever leads takes along: whom to ring, the consent form, and the situation the meeting is first part of.

    Where only the work is spoken of, nobody is asked for consent.
    """
    is_about_work = {mode.mode for mode in forum.modes} == {DiscussionMode.SYSTEM}
    forms = () if is_about_work else handbook.forms
    consent = (fillable.path(form.id) for form in forms if form.kind is FormKind.CONSENT)
    situation = (situation_path(pathway.id) for pathway, step in handbook.steps() if step.forum == forum.id)
    return (_WALL_LIST, *islice(consent, 1), *islice(situation, 1))


def _context(handbook: Handbook, names: Names, held: Held) -> MeetingSheet:
    forum = held.at
    members, items = member_rows(names, forum), agenda(forum)
    pulse = pulse_line(handbook, forum.id, held.place.id if held.place else None)
    return MeetingSheet(
        forum=forum,
        schedule=handbook.schedule(forum),
        convener=actor_or_none(names, forum.convener),
        co_conveners=[names.actor(role) for role in forum.co_conveners],
        sign_up_dates=sign_up_dates(handbook, forum),
        chair=actor_or_none(names, forum.chair),
        minutes_by=actor_or_none(names, forum.minutes_by),
        members=members,
        modes=[ModeRow(mode, _MODES[mode.mode]) for mode in forum.modes],
        anonymous=not any(mode.names_persons for mode in forum.modes),
        rules=_rules(handbook, forum),
        agenda=items,
        allotted=allotted(items),
        room=_room(forum, members, _PULSE if pulse else 0),
        forms=[names.record(FORMS, form) for form in forum.forms],
        pulse=pulse,
    )


def _room(forum: Forum, members: Sequence[MemberRow], taken: float) -> Room:
    """A long list of members leaves less room to write, and so does what else is `taken`, in millimetres."""
    guests = _GUESTS - (len(members) > _CROWD) - bool(taken)
    left = _SIDE - taken - sum(map(_height, members)) - guests * _MEMBER
    after = _height_after(forum)
    has_room = left - after >= _FEWEST * _DECISION + _OVER_NOTES + _NOTES
    left -= after if has_room else 0
    decisions = max(_FEWEST, min(_MOST, int((left - _OVER_NOTES - _NOTES) // _DECISION)))
    notes = int(left - decisions * _DECISION - _OVER_NOTES)
    return Room(guests, decisions, notes if notes >= _NOTES else 0, has_room)


def _height_after(forum: Forum) -> float:
    """The millimetres it takes to say what happens after the meeting."""
    said = forum.decisions
    told = (said.followed_up, said.reported_family, said.reported_down, said.reported_up) if said else ()
    texts = (forum.cancelling, *told)
    return _OVER_AFTER + sum(math.ceil(len(text) / _LETTERS_AFTER) * _LINE + 1.2 for text in texts if text)


def _height(row: MemberRow) -> float:
    """The millimetres a member takes in the table, by the text that has most lines."""
    member = row.member
    small = len(member.note or "") + (0 if row.always else len(member.attendance.label))
    mandate = len(member.mandate.label) if member.mandate else 0
    taken = (len(row.actor.text) + _SMALL * small, mandate, len(member.deputy or ""))
    lines = max(math.ceil(length / letters) for length, letters in zip(taken, _LETTERS, strict=True))
    return max(_MEMBER, lines * _LINE + 1)


def _rules(handbook: Handbook, forum: Forum) -> list[RuleGroup]:
    """The rules of the meeting by what they ask: must tell, may share, must keep quiet."""
    found = [rule for name in forum.rules if isinstance(rule := handbook.find(RULES, name), ConfidentialityRule)]
    groups = (RuleGroup(title, [rule for rule in found if rule.kind in kinds]) for _, title, kinds in GROUPS)
    return [group for group in groups if group.rules]
