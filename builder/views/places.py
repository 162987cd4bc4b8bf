"""Places: the list, and a page for each with whom to call, its next meetings, and what applies there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from builder.facts.held import Held, coming, held_at, partners_of
from builder.facts.participation import actors_of, shares_of
from builder.facts.serving import Call, Reach, Serving, call, own_calls
from builder.facts.sharing import sharing_of
from builder.i18n import N_, Key
from builder.model.actor import Actor
from builder.model.collation import alphabetical
from builder.model.handbook import Handbook
from builder.model.place import PLACES, NamedPlace
from builder.model.schedule import Meeting
from builder.model.service import CONTACTS, SERVICES, Service
from builder.model.standard_terms import PlaceType
from builder.views import introductions, routes, urls
from builder.views.by_workplace import choice
from builder.views.introductions import IntroducedLine
from builder.views.may_i_share import Choice
from builder.views.page import Chapter, Context, Link, Page, Place
from builder.views.related import Told, told_in
from builder.views.routes import Names

_TYPES = list(PlaceType)
NO_DISTRICT = N_("Uten område")


@dataclass(frozen=True, slots=True)
class Person:
    """Whom to call, and the contact on the page of its service."""

    call: Call
    link: Link


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """Those in another service who have the place."""

    service: Link
    people: Sequence[Person]


@dataclass(frozen=True, slots=True)
class MeetingAt:
    """A meeting at the place: the next ones by day, or a forum without days."""

    at: Held
    link: Link
    chair: Link | None
    meeting: Meeting | None


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place in the list: who leads it, and its next meeting."""

    place: NamedPlace
    link: Link
    leader: Link | None
    phone: str | None
    next: Meeting | None


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """The places of a district, or of a type."""

    title: str
    anchor: str
    places: Sequence[PlaceRow]


@dataclass(frozen=True, slots=True)
class PlacesPage(Context):
    """Every place, by district where there are any, and otherwise by type."""

    template: ClassVar = "places"

    groups: Sequence[PlaceGroup]
    by_district: bool


@dataclass(frozen=True, slots=True)
class PlacePage(Context):
    """A place: its people, those who have it and other partners, its next meetings, and what applies there."""

    template: ClassVar = "place"

    place: NamedPlace
    service: Link
    people: Sequence[Person]
    partners: Sequence[PartnerRow]
    others: Sequence[PartnerRow]
    coming: Sequence[MeetingAt]
    undated: Sequence[MeetingAt]
    calendar: str
    workplace: Choice | None
    share: Place | None
    situations: Sequence[Link]
    told_in: Sequence[Told]
    introduced: IntroducedLine | None


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The list and the places; nothing where there are none."""
    if not handbook.places:
        return Chapter(PLACES.plural, ())
    by_district = bool(handbook.municipality.districts)
    groups = _by_district(handbook, names) if by_district else _by_type(handbook, names)
    index = Page(routes.list_of(PLACES), PLACES.plural, PlacesPage(groups=list(groups), by_district=by_district))
    return Chapter(PLACES.plural, (index, *(_page(handbook, names, place) for place in handbook.places)))


def _ordered(places: Sequence[NamedPlace]) -> list[NamedPlace]:
    return sorted(places, key=lambda place: (_TYPES.index(place.type), alphabetical(place.name)))


def _by_type(handbook: Handbook, names: Names) -> Iterator[PlaceGroup]:
    for kind, found in groupby(_ordered(handbook.places), key=lambda place: place.type):
        yield PlaceGroup(Key(kind.label), kind.value, [_row(handbook, names, place) for place in found])


def _by_district(handbook: Handbook, names: Names) -> Iterator[PlaceGroup]:
    known = {district.id for district in handbook.municipality.districts}
    titled = [(one.id, one.name) for one in handbook.municipality.districts]
    for district, title in (*titled, (None, NO_DISTRICT)):
        found = [one for one in handbook.places if (one.district if one.district in known else None) == district]
        if found:
            anchor = routes.district_anchor(district) if district else "uten-omrade"
            yield PlaceGroup(title, anchor, [_row(handbook, names, place) for place in _ordered(found)])


def _row(handbook: Handbook, names: Names, place: NamedPlace) -> PlaceRow:
    people = _people(handbook, place)
    leader = next((one.link for one in people if one.call.leads), names.actor(place.leader) if place.leader else None)
    return PlaceRow(
        place,
        names.to(place),
        leader,
        next((one.call.phone for one in people if one.call.phone), place.phone),
        next((meeting for _, meeting in coming(handbook, held_at(handbook, place))), None),
    )


def _people(handbook: Handbook, place: NamedPlace) -> list[Person]:
    return [_person(one) for one in own_calls(handbook, place)]


def _partner(handbook: Handbook, place: NamedPlace, one: Serving) -> PartnerRow:
    service = Link(one.service.label, routes.place_of(SERVICES, one.service.id))
    return PartnerRow(service, [_person(call(handbook, place, one.service, contact)) for contact in one.contacts])


def _person(one: Call) -> Person:
    return Person(one, Link(one.contact.role, routes.place_of(CONTACTS, Actor.of(one.service.id, one.contact.id))))


def _page(handbook: Handbook, names: Names, place: NamedPlace) -> Page:
    service = handbook.find(SERVICES, place.service)
    rows = [meeting_at(names, one, meeting) for one, meeting in coming(handbook, held_at(handbook, place))]
    dated = {row.at.key for row in rows}
    partners = partners_of(handbook, place)
    category = service.category if service and service.category in sharing_of(handbook).senders else None
    return Page(
        routes.page_of(PLACES, place.id),
        place.name,
        PlacePage(
            place=place,
            service=names.service(place.service),
            people=_people(handbook, place),
            partners=[_partner(handbook, place, one) for one in partners if one.reach is not Reach.GENERAL],
            others=[_partner(handbook, place, one) for one in partners if one.reach is Reach.GENERAL],
            coming=rows,
            undated=[meeting_at(names, one) for one in held_at(handbook, place) if one.key not in dated],
            calendar=urls.calendar_of_place(place.id),
            workplace=choice(category) if category else None,
            share=Place(routes.share_page(category)) if category else None,
            situations=_situations(handbook, names, service),
            told_in=told_in(handbook, names, PLACES, place.id),
            introduced=introductions.line(handbook, place),
        ),
        listed=False,
    )


def meeting_at(names: Names, one: Held, meeting: Meeting | None = None) -> MeetingAt:
    """A forum as it is held, and one of its meetings."""
    return MeetingAt(one, names.to(one.forum), names.actor(one.at.chair) if one.at.chair else None, meeting)


def _situations(handbook: Handbook, names: Names, service: Service | None) -> list[Link]:
    """The situations in which the place's service does something, in the handbook's own order."""
    shares = shares_of(handbook, actors_of(handbook, [service])) if service else ()
    return list(dict.fromkeys(names.to(share.pathway) for share in shares))
