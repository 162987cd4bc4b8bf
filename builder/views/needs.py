"""Who decides and who pays: what families need across services, on one page to look up in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.facts.needs import parts_of, route_for
from builder.i18n import Key
from builder.model.handbook import Handbook
from builder.model.need import NEEDS, FamilyNeed, InCharge
from builder.views import routes
from builder.views.page import Chapter, Context, Link, Page
from builder.views.routes import Names

TITLE: Key = NEEDS.plural


@dataclass(frozen=True, slots=True)
class SideRow:
    """Who is in charge of one side of a need, and the law that says so. `name` is of its field."""

    name: str
    side: InCharge
    who: Sequence[Link]
    law: Sequence[Link]

    @property
    def whom(self) -> str:
        """Who it is, in words: those outside the handbook, where any are named."""
        return " · ".join(self.side.others or (link.text for link in self.who))

    @property
    def to_ask(self) -> Sequence[Link]:
        """Whom to ask about it, where those it is are outside the handbook."""
        return self.who if self.side.others else ()


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A need with each side of it. `route` is the way to a decision, where it names nobody to ask of its own."""

    need: FamilyNeed
    link: Link
    decides: SideRow
    pays: SideRow | None
    advances: SideRow | None
    disagreement: SideRow | None
    route: Link | None
    takes_law: Link | None


@dataclass(frozen=True, slots=True)
class NeedPart:
    """A need, and the fields of it that name somebody."""

    link: Link
    fields: Sequence[str]


@dataclass(frozen=True, slots=True)
class NeedsPage(Context):
    """All of them: first in short, then each whole."""

    template: ClassVar = "needs"

    needs: Sequence[NeedRow]


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """One page, where there is anything to look up."""
    rows = need_rows(handbook, names)
    pages = (Page(routes.list_of(NEEDS), TITLE, NeedsPage(rows)),) if rows else ()
    return Chapter(TITLE, pages)


def need_rows(handbook: Handbook, names: Names) -> list[NeedRow]:
    """Every need with who is in charge of what."""
    return [_row(handbook, names, need) for need in handbook.needs]


def needs_of(handbook: Handbook, names: Names, *actors: str) -> list[NeedPart]:
    """The needs in which some roles, contacts or services are in charge of something."""
    return [NeedPart(names.to(part.need), part.fields) for part in parts_of(handbook, actors)]


def _row(handbook: Handbook, names: Names, need: FamilyNeed) -> NeedRow:
    sides = {name: _side(names, name, side) for name, side in need.sides}
    route = route_for(handbook, need)
    by_law = need.takes.set_by if need.takes else None
    return NeedRow(
        need=need,
        link=names.to(need),
        decides=sides["decides"],
        pays=sides.get("pays"),
        advances=sides.get("advances"),
        disagreement=sides.get("disagreement"),
        route=names.to(route) if route else None,
        takes_law=names.law(by_law) if by_law else None,
    )


def _side(names: Names, name: str, side: InCharge) -> SideRow:
    return SideRow(name, side, [names.actor(one) for one in side.who], [names.law(one) for one in side.legal_basis])
