"""Law: every provision the handbook cites, what it says, what cites it, and what is not settled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from builder.facts.own_law import is_own
from builder.model.base import Record
from builder.model.collation import alphabetical
from builder.model.handbook import Handbook
from builder.model.law import LAWS, Act, Provision
from builder.model.register import Cited
from builder.model.register_date import RegisterDate, Reservation
from builder.model.vocabulary import Risk
from builder.slug import slug
from builder.views import routes
from builder.views.page import Chapter, Context, Link, Page
from builder.views.routes import Names


@dataclass(frozen=True, slots=True)
class ProvisionRow:
    """A provision that is cited, what cites it, and the day its text is of where the act's is of another.

    `own_source` is where it was read, when the municipality has added it itself.
    """

    provision: Provision
    anchor: str
    used_by: Sequence[Link]
    as_of: dt.date | None
    own_source: str | None


@dataclass(frozen=True, slots=True)
class ActGroup:
    """An act, what it is called in the form of Norwegian of the handbook, and its provisions that are cited."""

    act: Act
    name: str
    anchor: str
    provisions: Sequence[ProvisionRow]

    @property
    def sections(self) -> str:
        """The provisions in short, which a reader chooses by."""
        return ", ".join(row.provision.section for row in self.provisions)


@dataclass(frozen=True, slots=True)
class LawPage(Context):
    """The provisions by act, when the register was verified, and against texts of which days."""

    template: ClassVar = "law"

    groups: Sequence[ActGroup]
    register: RegisterDate | None
    texts: tuple[dt.date, dt.date] | None
    urgent: Sequence[Reservation]
    others: Sequence[Reservation]


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """One page with the cited provisions by act."""
    title = LAWS.plural
    cited, users = _cited(handbook)
    ordered = sorted(cited.values(), key=lambda c: (alphabetical(c.act.name), _natural(c)))
    groups = [
        ActGroup(
            act,
            act.called(handbook.municipality.written_standard),
            slug(act.name),
            [_row(names, provision, one, users[one.id].values()) for one in found if (provision := one.provision)],
        )
        for act, found in groupby(ordered, key=lambda c: c.act)
    ]
    return Chapter(title, (Page(routes.LAW, title, _page(groups, handbook.law_checked)),))


def _page(groups: Sequence[ActGroup], register: RegisterDate | None) -> LawPage:
    """What may do most harm comes first, before the provisions; the rest after them."""
    ranked = sorted(register.reservations if register else (), key=lambda one: list(Risk).index(one.risk))
    urgent = [one for one in ranked if one.risk is Risk.HIGH]
    return LawPage(groups, register, _texts(groups), urgent, ranked[len(urgent) :])


def _texts(groups: Sequence[ActGroup]) -> tuple[dt.date, dt.date] | None:
    """The oldest and the newest day the texts behind the page are of."""
    days = {row.as_of or group.act.source_as_of for group in groups for row in group.provisions}
    known = sorted(day for day in days if day)
    return (known[0], known[-1]) if known else None


def _row(names: Names, provision: Provision, cited: Cited, users: Iterable[Record]) -> ProvisionRow:
    used_by = sorted((names.to(user) for user in users), key=lambda link: alphabetical(link.text))
    as_of = provision.source_as_of if provision.source_as_of != cited.act.source_as_of else None
    own = is_own(cited.act.at("provisions", cited.act.provisions.index(provision)))
    own_source = (provision.source or cited.act.source) if own else None
    return ProvisionRow(provision, routes.provision_anchor(cited), used_by, as_of, own_source)


def _cited(handbook: Handbook) -> tuple[dict[str, Cited], dict[str, dict[int, Record]]]:
    """The provisions that are cited, and by which records; both by canonical citation."""
    cited: dict[str, Cited] = {}
    users: dict[str, dict[int, Record]] = {}
    for citation in handbook.citations:
        found = handbook.law.find(citation.citation)
        if found is not None and found.provision is not None:
            cited.setdefault(found.id, found)
            users.setdefault(found.id, {})[id(citation.source)] = citation.source
    return cited, users


def _natural(cited: Cited) -> tuple[object, ...]:
    """Sorts § 9 before § 13 and § 13 a after § 13."""
    parts = slug(cited.id).removeprefix(slug(cited.act.name)).split("-")
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts if part)
