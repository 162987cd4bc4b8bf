"""Agreements between two services: the list, a page for each, and what stands of them on the pages of the services."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.facts.agreed import (
    Confirmed,
    Direction,
    NeedIn,
    agreements,
    agreements_of,
    confirmed,
    directions,
    needed_by,
    newest,
    open_needs,
    seen_from,
)
from builder.facts.paths import disagreement_route
from builder.model.agreement import AGREEMENTS, Agreement, Confirmation, Need, Promise
from builder.model.handbook import Handbook
from builder.model.service import SERVICES, Service
from builder.views import routes
from builder.views.page import Chapter, Context, Link, Page
from builder.views.related import Told, told_in
from builder.views.routes import Names


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise, who sees to it, and the needs it answers."""

    promise: Promise
    by: Link | None
    needs: Sequence[Need]


@dataclass(frozen=True, slots=True)
class DirectionRow:
    """What one gives the other; `open` is what the other needs too, and nobody has promised."""

    giver: Link
    receiver: Link
    promised: Sequence[PromiseRow]
    open: Sequence[Need]


@dataclass(frozen=True, slots=True)
class ConfirmedRow:
    """A service, and when it last confirmed."""

    service: Link
    confirmation: Confirmation | None


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An agreement in the list; `open` is how many needs in it nobody has promised."""

    link: Link
    status: Confirmed
    holds: bool
    open: int


@dataclass(frozen=True, slots=True)
class AgreedRow:
    """An agreement on the page of one of the two, or of a team in it: then `through` is the unit that has agreed."""

    link: Link
    status: Confirmed
    holds: bool
    gives: DirectionRow
    gets: DirectionRow
    through: Link | None


@dataclass(frozen=True, slots=True)
class OpenNeedRow:
    """A need nobody has promised: who has it, of whom, and in which agreement."""

    need: Need
    service: Link
    other: Link
    agreement: Link


@dataclass(frozen=True, slots=True)
class AgreementsPage(Context):
    """All agreements."""

    template: ClassVar = "agreements"

    found: Sequence[AgreementRow]


@dataclass(frozen=True, slots=True)
class AgreementPage(Context):
    """One agreement, both ways, and the route to take where the two disagree."""

    template: ClassVar = "agreement"

    agreement: Agreement
    status: Confirmed
    holds: bool
    directions: Sequence[DirectionRow]
    confirmations: Sequence[ConfirmedRow]
    disagreement: Link | None
    told_in: Sequence[Told]


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The list and the agreements; nothing where there are none."""
    return Chapter(AGREEMENTS.plural, tuple(_pages(handbook, names)))


def _pages(handbook: Handbook, names: Names) -> Iterator[Page]:
    found = agreements(handbook)
    if found:
        rows = [_row(handbook, names, one) for one in found]
        yield Page(routes.list_of(AGREEMENTS), AGREEMENTS.plural, AgreementsPage(rows))
    yield from (_page(handbook, names, one) for one in found)


def _row(handbook: Handbook, names: Names, agreement: Agreement) -> AgreementRow:
    status = confirmed(agreement, handbook.today)
    open_ = sum(len(way.open) for way in directions(agreement))
    return AgreementRow(names.to(agreement), status, status is Confirmed.BOTH, open_)


def _page(handbook: Handbook, names: Names, agreement: Agreement) -> Page:
    status = confirmed(agreement, handbook.today)
    return Page(
        routes.page_of(AGREEMENTS, agreement.id),
        agreement.title,
        AgreementPage(
            agreement=agreement,
            status=status,
            holds=status is Confirmed.BOTH,
            directions=[direction_row(names, way) for way in directions(agreement)],
            confirmations=confirmed_rows(handbook, names, agreement),
            disagreement=route_for(handbook, names),
            told_in=told_in(handbook, names, AGREEMENTS, agreement.id),
        ),
        description=agreement.goal or "",
    )


def direction_row(names: Names, way: Direction) -> DirectionRow:
    """What one gives the other, with links."""
    promised = [
        PromiseRow(line.promise, names.actor(line.promise.by) if line.promise.by else None, line.needs)
        for line in way.promised
        if line.promise
    ]
    return DirectionRow(names.record(SERVICES, way.giver), names.record(SERVICES, way.receiver), promised, way.open)


def confirmed_rows(handbook: Handbook, names: Names, agreement: Agreement) -> list[ConfirmedRow]:
    """The two services, and when each last confirmed."""
    return [
        ConfirmedRow(names.record(SERVICES, side.service), newest(agreement, side.service, handbook.today))
        for side in (agreement.one, agreement.other)
    ]


def route_for(handbook: Handbook, names: Names) -> Link | None:
    """What to do where the two disagree."""
    route = disagreement_route(handbook)
    return names.to(route) if route else None


def agreed(handbook: Handbook, names: Names, service: Service) -> list[AgreedRow]:
    """What a service, or a unit it is part of, has agreed with others."""
    return [_agreed(handbook, names, service, *found) for found in agreements_of(handbook, service)]


def _agreed(handbook: Handbook, names: Names, service: Service, agreement: Agreement, own: str) -> AgreedRow:
    gives, gets = (direction_row(names, way) for way in seen_from(agreement, own))
    status = confirmed(agreement, handbook.today)
    return AgreedRow(
        link=Link(gets.giver.text, names.place(agreement)),
        status=status,
        holds=status is Confirmed.BOTH,
        gives=gives,
        gets=gets,
        through=None if own == service.id else gives.giver,
    )


def open_rows(handbook: Handbook, names: Names) -> list[OpenNeedRow]:
    """The needs nobody has promised, for leaders."""
    return [_open(names, one) for one in open_needs(handbook)]


def _open(names: Names, one: NeedIn) -> OpenNeedRow:
    service, other = (names.record(SERVICES, name) for name in needed_by(one))
    return OpenNeedRow(one.value, service, other, names.to(one.record))
