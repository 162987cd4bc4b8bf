"""What is expected of a forum that is held in many places: who comes where, and that nobody is in two at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations, product

from builder.facts.held import Held, held_of
from builder.facts.meetings import must_come
from builder.facts.parts import Within
from builder.facts.serving import is_one_at_each
from builder.i18n import N_
from builder.model.forum import Forum, ForumPlace, PlaceMember
from builder.model.handbook import Handbook
from builder.model.place import PLACES
from builder.model.schedule import Meeting
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, error, warning

ForumPlaceIn = Within[Forum, ForumPlace]
PlaceMemberIn = Within[Forum, PlaceMember]

_TWICE = N_("«{forum}» har stedet «{place}» to ganger; la ett stå igjen")
_NO_SEAT = N_("«{actor}» er ingen deltaker i «{forum}» som noen kan komme i stedet for")
_CLASH = N_("«{actor}» skal være i «{forum}» på {place} og på {other} {date}; gi ett av stedene en annen dag eller tid")


def places_of_forums(handbook: Handbook) -> Iterator[ForumPlaceIn]:
    """Every place of every forum that is held in many."""
    for forum in handbook.forums:
        yield from (Within(forum, ("places", number), place) for number, place in enumerate(forum.places))


@error("forum-place-twice", of=places_of_forums)
def twice(place: ForumPlaceIn, handbook: Handbook) -> Findings:
    """Et møte har hvert sted én gang.

    Står stedet to ganger, blir møtet der vist to ganger, kanskje med hver sin dag.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        places:
          - {id: bakken, name: Bakken skole, type: primary-school, service: skole, leader: skole.rektor}
          - {id: lia, name: Lia skole, type: primary-school, service: skole, leader: skole.rektor}
        forums:
          - id: team
            places: [{place: bakken}, {place: lia}]

    Feil::

        places:
          - {id: bakken, name: Bakken skole, type: primary-school, service: skole, leader: skole.rektor}
        forums:
          - id: team
            places: [{place: bakken}, {place: bakken, room: Biblioteket}]

    Riktig::

        places:
          - {id: bakken, name: Bakken skole, type: primary-school, service: skole, leader: skole.rektor}
        forums:
          - id: team
            places: [{place: bakken, room: Biblioteket}]

    Feil::

        places:
          - {id: bakken, name: Bakken skole, type: primary-school, service: skole, leader: skole.rektor}
          - {id: lia, name: Lia skole, type: primary-school, service: skole, leader: skole.rektor}
        forums:
          - id: team
            places: [{place: lia}, {place: bakken}, {place: lia}]
    """
    before = [one.place for one in place.record.places[: place.number]]
    if place.value.place in before:
        named = handbook.find(PLACES, place.value.place)
        message = Message(_TWICE, forum=place.record.name, place=named.name if named else place.value.place)
        yield Finding(place.at("place"), message, Lack.WRONG)


def members_in_places(handbook: Handbook) -> Iterator[PlaceMemberIn]:
    """Those who come to a forum in one of its places alone."""
    for forum in handbook.forums:
        for number, place in enumerate(forum.places):
            for seat, member in enumerate(place.members):
                yield Within(forum, ("places", number, "members", seat), member)


@error("forum-place-seat", of=members_in_places)
def seat(member: PlaceMemberIn, _handbook: Handbook) -> Findings:
    """Den som kommer i stedet for en annen på ett sted, kommer i stedet for en deltaker i møtet.

    Ellers står begge på lista, og ingen vet hvem som skal komme.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        places:
          - {id: bakken, name: Bakken skole, type: primary-school, service: skole, leader: skole.rektor}
        forums:
          - id: team
            places:
              - {place: bakken, members: [{actor: skole.rektor, instead_of: skole}]}

    Feil::

        places:
          - {id: bakken, name: Bakken skole, type: primary-school, service: skole, leader: skole.rektor}
        forums:
          - id: team
            places:
              - {place: bakken, members: [{actor: skole.rektor, instead_of: ppt}]}

    Riktig::

        places:
          - {id: bakken, name: Bakken skole, type: primary-school, service: skole, leader: skole.rektor}
        forums:
          - id: team
            places:
              - {place: bakken, members: [{actor: skole.rektor}]}

    Feil::

        places:
          - {id: bakken, name: Bakken skole, type: primary-school, service: skole, leader: skole.rektor}
        forums:
          - id: team
            places:
              - {place: bakken, members: [{actor: ppt.leder, instead_of: skole.rektor}]}
    """
    instead = member.value.instead_of
    if instead and all(one.actor != instead for one in member.record.members):
        yield Finding(member.at("instead_of"), Message(_NO_SEAT, actor=instead, forum=member.record.name), Lack.WRONG)


def forums_in_places(handbook: Handbook) -> tuple[Forum, ...]:
    """The forums that are held in many places."""
    return tuple(forum for forum in handbook.forums if forum.places)


@warning("forum-place-clash", of=forums_in_places)
def clash(forum: Forum, handbook: Handbook) -> Findings:
    """Ingen skal være på to steder samtidig i det samme møtet.

    Når ett møte holdes på mange steder, har noen det på flere av dem. Er to av dem samtidig, blir ett av møtene holdt
    uten den de trengte.

    Kilde: NOVA-rapport 18/2011, kapittel 8 (Fet: tverrfaglige møter på sytten skoler og barnehager).

    Riktig::

        places:
          - {id: bakken, name: Bakken skole, type: primary-school, service: skole, leader: skole.rektor}
          - {id: lia, name: Lia skole, type: primary-school, service: skole, leader: skole.rektor}
        forums:
          - id: team
            starts: 12:00
            places:
              - {place: bakken, recurrence: {dates: [2026-12-01]}}
              - {place: lia, recurrence: {dates: [2026-12-02]}}

    Feil::

        places:
          - {id: bakken, name: Bakken skole, type: primary-school, service: skole, leader: skole.rektor}
          - {id: lia, name: Lia skole, type: primary-school, service: skole, leader: skole.rektor}
        forums:
          - id: team
            starts: 12:00
            places:
              - {place: bakken, recurrence: {dates: [2026-12-01]}}
              - {place: lia, recurrence: {dates: [2026-12-01]}}

    Riktig::

        places:
          - {id: bakken, name: Bakken skole, type: primary-school, service: skole, leader: skole.rektor}
          - {id: lia, name: Lia skole, type: primary-school, service: skole, leader: skole.rektor}
        forums:
          - id: team
            minutes: 60
            places:
              - {place: bakken, starts: 12:00, recurrence: {dates: [2026-12-01]}}
              - {place: lia, starts: 13:00, recurrence: {dates: [2026-12-01]}}

    Feil::

        places:
          - {id: bakken, name: Bakken skole, type: primary-school, service: skole, leader: skole.rektor}
          - {id: lia, name: Lia skole, type: primary-school, service: skole, leader: skole.rektor}
        forums:
          - id: team
            places:
              - {place: bakken, starts: 12:00, minutes: 90, recurrence: {dates: [2026-12-01]}}
              - {place: lia, starts: 13:00, recurrence: {dates: [2026-12-01]}}
    """
    for first, second in combinations(held_of(handbook, forum), 2):
        both = _at_both(handbook, first, second)
        day = _same_time(handbook, first, second) if both else None
        if day and first.place and second.place:
            said = {"actor": handbook.called(both), "forum": forum.name, "date": day}
            message = Message(_CLASH, **said, place=first.place.name, other=second.place.name)
            yield Finding(forum.at(*second.path), message, Lack.WRONG)


def _at_both(handbook: Handbook, first: Held, second: Held) -> str:
    """Somebody who must come in both places, and is one person; empty where nobody must."""
    others = must_come(second.at)
    both = (actor for actor in must_come(first.at) if actor in others and "." in actor)
    return next((actor for actor in both if not is_one_at_each(handbook, actor)), "")


def _same_time(handbook: Handbook, first: Held, second: Held) -> dt.date | None:
    """The first day still to come that both are held at the same time; None where there is no such day."""
    meetings = (handbook.schedule(one.at).meetings for one in (first, second))
    coming = ([one for one in some if not one.cancelled and one.day >= handbook.today] for some in meetings)
    together = (one.day for one, other in product(*coming) if _overlap(first.at, one, second.at, other))
    return min(together, default=None)


def _overlap(forum: Forum, one: Meeting, beside: Forum, other: Meeting) -> bool:
    """Whether two meetings are at the same time; those that do not say when are not known to be."""
    if one.day != other.day or one.starts is None or other.starts is None:
        return False
    begins, comes = (dt.datetime.combine(each.day, each.starts) for each in (one, other) if each.starts)
    lasts, stays = (dt.timedelta(minutes=each.minutes or 1) for each in (forum, beside))
    return begins < comes + stays and comes < begins + lasts


EXPECTATIONS = (twice, seat, clash)
