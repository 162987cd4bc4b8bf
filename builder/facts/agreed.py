"""What two services can expect of each other, worked out once: for the check, the pages, the print and the self-check.

A need is answered where the other side promises something that names it. An agreement holds when both have confirmed
it within the time in which texts are to be gone through.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.facts.approvals import approved_edition, text_name
from builder.facts.due import oldest_review
from builder.facts.parts import Within
from builder.facts.units import units_of
from builder.i18n import N_
from builder.memoize import memoize
from builder.model.agreement import AGREEMENTS, Agreement, AgreementSide, Confirmation, Need, Promise
from builder.model.handbook import Handbook
from builder.model.service import Service
from builder.model.vocabulary import Labelled

PromiseIn = Within[Agreement, Promise]
NeedIn = Within[Agreement, Need]


class Confirmed(Labelled):
    """Whether the two services stand by what is written, the best first."""

    BOTH = "both", N_("Bekreftet av begge")
    LONG_AGO = "long-ago", N_("Bekreftet for mer enn et år siden")
    ONE = "one", N_("Bekreftet av bare den ene")
    NONE = "none", N_("Ikke bekreftet")


@dataclass(frozen=True, slots=True)
class Exchange:
    """One line of what a service gives the other: a promise with the needs it answers, or a need nobody answers."""

    promise: Promise | None
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Direction:
    """What one service gives the other, the promises first, then what is needed of it and not promised."""

    giver: str
    receiver: str
    lines: tuple[Exchange, ...]

    @property
    def promised(self) -> tuple[Exchange, ...]:
        """The lines somebody stands by."""
        return tuple(line for line in self.lines if line.promise)

    @property
    def open(self) -> tuple[Need, ...]:
        """What the receiver needs, and nobody has promised."""
        return tuple(need for line in self.lines if not line.promise for need in line.needs)


@dataclass(frozen=True, slots=True)
class Trend:
    """The agreements of an edition, those that held when it was approved, and those that do now."""

    edition: str
    known: tuple[Agreement, ...]
    before: tuple[Agreement, ...]
    now: tuple[Agreement, ...]


def agreements(handbook: Handbook) -> tuple[Agreement, ...]:
    """Every agreement, by title."""
    return handbook.of(AGREEMENTS)


def sides(agreement: Agreement) -> Mapping[str, AgreementSide]:
    """The two sides, by the fields they stand in."""
    return {"one": agreement.one, "other": agreement.other}


def pair(agreement: Agreement) -> frozenset[str]:
    """The two services."""
    return frozenset(side.service for side in sides(agreement).values())


def across(agreement: Agreement, side: str) -> AgreementSide:
    """The side that stands opposite the one in a field."""
    return next(found for field, found in sides(agreement).items() if field != side)


def promises(handbook: Handbook) -> Iterator[PromiseIn]:
    """Everything that is promised."""
    for agreement in agreements(handbook):
        for field, side in sides(agreement).items():
            yield from (Within(agreement, (field, "gives", number), one) for number, one in enumerate(side.gives))


def needs(handbook: Handbook) -> Iterator[NeedIn]:
    """Everything that is needed, promised or not."""
    for agreement in agreements(handbook):
        for field, side in sides(agreement).items():
            yield from (Within(agreement, (field, "needs", number), one) for number, one in enumerate(side.needs))


def needed_by(one: NeedIn) -> tuple[str, str]:
    """The service that needs something, and the one it needs it of."""
    field = str(one.path[0])
    return sides(one.record)[field].service, across(one.record, field).service


def is_promised(one: NeedIn) -> bool:
    """Whether the other side has promised what answers a need."""
    return one.value.id in _answered(across(one.record, str(one.path[0])))


def _answered(giver: AgreementSide) -> frozenset[str]:
    """The ids of the needs that what a side promises answers."""
    return frozenset(name for promise in giver.gives for name in promise.answers)


def open_needs(handbook: Handbook) -> tuple[NeedIn, ...]:
    """What services need of each other, and nobody has promised."""
    return tuple(one for one in needs(handbook) if not is_promised(one))


def directions(agreement: Agreement) -> tuple[Direction, Direction]:
    """What the one gives the other, and the other way."""
    one, other = agreement.one, agreement.other
    return _direction(one, other), _direction(other, one)


def seen_from(agreement: Agreement, service: str) -> tuple[Direction, Direction]:
    """What a service gives, and what it is given; the first of the two where it is neither."""
    given, got = directions(agreement)
    return (got, given) if got.giver == service else (given, got)


def _direction(giver: AgreementSide, receiver: AgreementSide) -> Direction:
    answered = _answered(giver)
    promised = [
        Exchange(promise, tuple(need for need in receiver.needs if need.id in promise.answers))
        for promise in giver.gives
    ]
    left = [Exchange(None, (need,)) for need in receiver.needs if need.id not in answered]
    return Direction(giver.service, receiver.service, (*promised, *left))


def newest(agreement: Agreement, service: str, day: dt.date) -> Confirmation | None:
    """The last time a service confirmed an agreement, up to a day."""
    found = (one for one in agreement.confirmed if one.service == service and one.date <= day)
    return max(found, key=lambda one: one.date, default=None)


def confirmed(agreement: Agreement, day: dt.date) -> Confirmed:
    """Whether the two stood by an agreement on a day."""
    found = [one for service in pair(agreement) if (one := newest(agreement, service, day))]
    if len(found) < len(pair(agreement)):
        return Confirmed.ONE if found else Confirmed.NONE
    return Confirmed.LONG_AGO if any(one.date < oldest_review(day) for one in found) else Confirmed.BOTH


def agreements_of(handbook: Handbook, service: Service) -> tuple[tuple[Agreement, str], ...]:
    """The agreements of a service, and of the units it is part of, with which of them it is that has agreed."""
    return tuple(
        (agreement, own)
        for own in (service.id, *(unit.id for unit in units_of(handbook, service)))
        for agreement in _by_service(handbook).get(own, ())
    )


@memoize
def _by_service(handbook: Handbook) -> Mapping[str, tuple[Agreement, ...]]:
    named = {service for agreement in agreements(handbook) for service in pair(agreement)}
    return {name: tuple(one for one in agreements(handbook) if name in pair(one)) for name in named}


def trend(handbook: Handbook) -> Trend | None:
    """How it goes since the edition that is approved; None where there is none, or it had no agreements.

    Confirmations have days, so what held then is known from them. Only what was in the edition is counted in it.
    """
    edition = approved_edition(handbook)
    if edition is None or edition.date is None:
        return None
    known = tuple(one for one in agreements(handbook) if text_name(one) in edition.digests)
    if not known:
        return None
    return Trend(edition.version, known, _holding(known, edition.date), _holding(known, handbook.today))


def _holding(found: tuple[Agreement, ...], day: dt.date) -> tuple[Agreement, ...]:
    return tuple(one for one in found if confirmed(one, day) is Confirmed.BOTH)
