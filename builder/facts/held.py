"""A forum as it is held: once, or in each of its places with what is different there.

A forum with places is a template. What is asked of a meeting (when, who, how long, where) is asked of the forum as it
is held, never of the template.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from builder.facts.membership import merged, replaced, services_in
from builder.facts.serving import Serving, at_place, comes_to, partners_at
from builder.memoize import memoize
from builder.model.actor import Actor
from builder.model.collation import alphabetical
from builder.model.forum import Forum, ForumPlace, Member, Standing
from builder.model.handbook import Handbook
from builder.model.place import PLACES, NamedPlace
from builder.model.references import Path
from builder.model.schedule import Meeting
from builder.problem import Mark

_LEADING = ("convener", "chair", "minutes_by")
_SAME_NAME = ("recurrence", "starts", "minutes")


@dataclass(frozen=True, slots=True)
class Held:
    """A forum, where it is held, and as it is there: a copy of the template. `path` is to what the place says."""

    forum: Forum
    at: Forum
    place: NamedPlace | None = None
    path: Path = ()

    @property
    def key(self) -> str:
        """What tells it from all others, in addresses and in calendars."""
        return f"{self.forum.id}/{self.place.id}" if self.place else self.forum.id

    def mark(self, *path: str | int) -> Mark:
        """The place in the files of a value, in what the place says where it says it."""
        number = self.path[-1] if self.path else None
        said = isinstance(number, int) and getattr(self.forum.places[number], str(path[0]), None)
        return self.forum.at(*self.path, *path) if said else self.forum.at(*path)


def held_of(handbook: Handbook, forum: Forum) -> tuple[Held, ...]:
    """A forum as it is held: in its places, in the order they are written, or else alone."""
    return _held(handbook).get(forum) or (Held(forum, forum),)


def conveners(handbook: Handbook, forum: Forum) -> tuple[Actor, ...]:
    """Those who call a forum in, wherever it is held, once each."""
    here = [one.at.convener for one in held_of(handbook, forum)]
    return tuple(dict.fromkeys(one for one in (forum.convener, *forum.co_conveners, *here) if one))


def chairs(handbook: Handbook, forum: Forum) -> tuple[Actor, ...]:
    """Those who lead a forum, wherever it is held, once each."""
    here = [one.at.chair for one in held_of(handbook, forum)]
    return tuple(dict.fromkeys(one for one in (forum.chair, *here) if one))


def says(forum: Forum, name: str) -> bool:
    """Whether a forum says something for wherever it is held: for all of its places, or in each of them."""
    if getattr(forum, name) is not None:
        return True
    return bool(forum.places) and all(getattr(place, name) is not None for place in forum.places)


def every_held(handbook: Handbook) -> Iterator[Held]:
    """Every forum as it is held, by name."""
    return (one for forum in handbook.forums for one in held_of(handbook, forum))


def plans(handbook: Handbook) -> Iterator[tuple[Path, Held]]:
    """Every plan of meetings, where it stands, and a forum as it is held by it."""
    seen = set()
    for one in every_held(handbook):
        own = one.place is not None and one.forum.places[int(one.path[-1])].recurrence is not None
        path: Path = (*one.path, "recurrence") if own else ("recurrence",)
        if (one.forum, path) not in seen:
            seen.add((one.forum, path))
            yield path, one


def held_at(handbook: Handbook, place: NamedPlace) -> tuple[Held, ...]:
    """The forums that are held at a place, by name."""
    return tuple(one for one in every_held(handbook) if one.place is place)


def coming(handbook: Handbook, held: Iterable[Held]) -> tuple[tuple[Held, Meeting], ...]:
    """The next meetings of what is held, by day and then by name."""
    found = [(one, meeting) for one in held for meeting in handbook.schedule(one.at).coming]
    found.sort(key=lambda row: (row[1].day, row[1].starts or dt.time.min, alphabetical(row[0].at.name)))
    return tuple(found)


def sitting_at(handbook: Handbook, place: NamedPlace) -> tuple[str, ...]:
    """The services that sit in the forums held at a place."""
    found = (sorted(services_in(handbook, one.at)) for one in held_at(handbook, place))
    return tuple(dict.fromkeys(service for services in found for service in services))


def partners_of(handbook: Handbook, place: NamedPlace) -> tuple[Serving, ...]:
    """The other services and who answers for a place there, those that sit in its meetings among them."""
    return partners_at(handbook, place, sitting_at(handbook, place))


@memoize
def _held(handbook: Handbook) -> Mapping[Forum, tuple[Held, ...]]:
    return {forum: tuple(_in_places(handbook, forum)) for forum in handbook.forums if forum.places}


def _in_places(handbook: Handbook, forum: Forum) -> Iterator[Held]:
    for number, one in enumerate(forum.places):
        place = handbook.find(PLACES, one.place)
        if place:
            yield Held(forum, _there(handbook, forum, one, place), place, ("places", number))


def _there(handbook: Handbook, forum: Forum, one: ForumPlace, place: NamedPlace) -> Forum:
    """The forum as it is at a place."""
    said = {name: value for name in _SAME_NAME if (value := getattr(one, name)) is not None}
    leading = {name: _leading(handbook, forum, one, name, place) for name in _LEADING}
    update = {
        **said,
        **leading,
        "name": f"{forum.name} – {place.name}",
        "place": f"{place.name}, {one.room}" if one.room else place.name,
        "members": tuple(_members(handbook, forum, one, place)),
        "standing": _standing(forum, one),
        "places": (),
    }
    return forum.model_copy(update=update)


def _leading(handbook: Handbook, forum: Forum, one: ForumPlace, name: str, place: NamedPlace) -> Actor | None:
    who = getattr(one, name) or getattr(forum, name)
    return at_place(handbook, who, place) if who else None


def _standing(forum: Forum, one: ForumPlace) -> Standing | None:
    if one.arranged is None:
        return forum.standing
    return (forum.standing or Standing()).model_copy(update={"arranged": one.arranged})


def _members(handbook: Handbook, forum: Forum, one: ForumPlace, place: NamedPlace) -> Iterator[Member]:
    """The members there: those of the template that come to the place, with its own in their seats, and then more."""
    seats = [(replaced(forum, one, member), merged(forum, one, member)) for member in one.members]
    for seat in forum.members:
        instead = [member for taken, member in seats if taken is seat]
        if instead:
            yield from instead
        elif comes_to(handbook, seat.actor, place):
            yield seat.model_copy(update={"actor": at_place(handbook, seat.actor, place)})
    yield from (member for taken, member in seats if taken is None)
