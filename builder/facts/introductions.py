"""Where the handbook is introduced, where it is not yet, and when it is to be again: for check, self-check and pages.

A workplace is a place by name, such as a school, or a service that has neither places nor teams. What is introduced in
a service or a unit is introduced in all that belongs to it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from dateutil.relativedelta import relativedelta

from builder.facts.approvals import editions_approved, first_approved
from builder.facts.due import oldest_review
from builder.facts.parts import own_services
from builder.facts.units import teams_of, units_of
from builder.memoize import memoize
from builder.model.handbook import Handbook
from builder.model.introduction import Introduction
from builder.model.place import NamedPlace
from builder.model.service import SERVICES, Service

Workplace: TypeAlias = Service | NamedPlace


@dataclass(frozen=True, slots=True)
class Introduced:
    """What is known of one workplace: the last time that counts, and the next that is agreed, or follows from it."""

    workplace: Workplace
    last: Introduction | None
    next: dt.date | None
    late: bool
    """Whether the next day has passed, or the last lies longer back than the municipality has set."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many workplaces had the handbook introduced in the year before a day: of an edition, or today."""

    version: str
    day: dt.date
    count: int
    total: int

    @property
    def percent(self) -> int:
        """The share in whole per cent, never rounded up to more than there is."""
        return 100 * self.count // self.total


def is_expected(handbook: Handbook) -> bool:
    """Whether a handbook is to be introduced: somebody has approved it, or the register is in use."""
    return bool(handbook.introductions) or first_approved(handbook) is not None


def workplaces(handbook: Handbook) -> tuple[Workplace, ...]:
    """The municipality's own workplaces, by service: where the handbook is to be introduced."""
    own = {service.id for service in own_services(handbook)}
    return tuple(one for one in _all(handbook) if _service_id(one) in own)


def expected(handbook: Handbook) -> tuple[Workplace, ...]:
    """As `workplaces`; none of a handbook that nobody has approved or introduced."""
    return workplaces(handbook) if is_expected(handbook) else ()


def others(handbook: Handbook) -> tuple[Workplace, ...]:
    """The workplaces of partners that have had the handbook introduced: nobody can ask it of them."""
    asked = set(workplaces(handbook))
    return tuple(one for one in _all(handbook) if one not in asked and introduced(handbook, one).last)


def within(handbook: Handbook, service: Service) -> tuple[Workplace, ...]:
    """The workplaces that belong to a service: itself, its places, or those of its teams."""
    return tuple(one for one in _all(handbook) if service.id in _belongs_to(handbook, one))


def introduced(handbook: Handbook, workplace: Workplace) -> Introduced:
    """What is known of a workplace on the handbook's day."""
    return _known(handbook).get(workplace) or Introduced(workplace, None, None, late=False)


def is_held(handbook: Handbook, one: Introduction) -> bool:
    """Whether it is done, and not only agreed."""
    return one.date is not None and one.date <= handbook.today


def held(handbook: Handbook) -> tuple[Introduction, ...]:
    """Those that are done, newest first."""
    return tuple(one for one in handbook.introductions if is_held(handbook, one))


def shares(handbook: Handbook) -> tuple[Share, ...]:
    """The share of workplaces in the year before each edition that was approved, and before today; today is last."""
    total = len(expected(handbook))
    points = [(one.version, one.date) for one in editions_approved(handbook) if one.date and one.date < handbook.today]
    days = [*points, ("", handbook.today)] if total else []
    return tuple(Share(version, day, len(in_the_year_before(handbook, day)), total) for version, day in days)


def in_the_year_before(handbook: Handbook, day: dt.date) -> tuple[Workplace, ...]:
    """The workplaces where the handbook was introduced in the year that ended on a day."""
    first = oldest_review(day)
    return tuple(
        one
        for one in expected(handbook)
        if any(event.date and first <= event.date <= day for event in _counting(handbook, one))
    )


@memoize
def _all(handbook: Handbook) -> tuple[Workplace, ...]:
    return tuple(one for service in handbook.services for one in _of_itself(handbook, service))


def _of_itself(handbook: Handbook, service: Service) -> tuple[Workplace, ...]:
    places = tuple(place for place in handbook.places if place.service == service.id)
    return places or (() if teams_of(handbook, service) else (service,))


def _service_id(workplace: Workplace) -> str:
    return workplace.service if isinstance(workplace, NamedPlace) else workplace.id


def _belongs_to(handbook: Handbook, workplace: Workplace) -> frozenset[str]:
    """The ids of its service, and of the units that is part of."""
    service = handbook.find(SERVICES, _service_id(workplace))
    return frozenset(one.id for one in (service, *units_of(handbook, service))) if service else frozenset()


@memoize
def _known(handbook: Handbook) -> Mapping[Workplace, Introduced]:
    return {one: _introduced(handbook, one) for one in _all(handbook)}


def _introduced(handbook: Handbook, workplace: Workplace) -> Introduced:
    last = next(_counting(handbook, workplace), None)
    agreed = _next(handbook, workplace, last)
    too_old = last and last.date and _again(handbook, last.date) < handbook.today
    return Introduced(workplace, last, agreed, bool(too_old) or (agreed is not None and agreed < handbook.today))


def _counting(handbook: Handbook, workplace: Workplace) -> Iterator[Introduction]:
    """Those of a workplace that are done, newest first. What was shown before anybody approved it was a draft."""
    since = first_approved(handbook) or dt.date.min
    return (one for one in _at(handbook, workplace) if is_held(handbook, one) and one.day >= since)


def _at(handbook: Handbook, workplace: Workplace) -> Iterator[Introduction]:
    services = _belongs_to(handbook, workplace)
    place = workplace.id if isinstance(workplace, NamedPlace) else None
    return (one for one in handbook.introductions if place in one.places or not services.isdisjoint(one.services))


def _next(handbook: Handbook, workplace: Workplace, last: Introduction | None) -> dt.date | None:
    """The day that is agreed after the last time, the first to come; otherwise what the interval says."""
    after = last.day if last else dt.date.min
    agreed = sorted(one.day for one in _at(handbook, workplace) if one.date is None and one.day > after)
    if agreed:
        return next((day for day in agreed if day >= handbook.today), agreed[-1])
    return (last.next or _again(handbook, last.day)) if last else None


def _again(handbook: Handbook, day: dt.date) -> dt.date:
    return day + relativedelta(months=handbook.municipality.introduction_months)
