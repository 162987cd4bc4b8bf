"""Plans and agreements: what binds the services, until when, and where it is found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.i18n import N_, Key
from builder.model.handbook import Handbook
from builder.model.plan import PLANS, Plan
from builder.model.vocabulary import PlanKind
from builder.views import routes
from builder.views.page import Chapter, Context, Page
from builder.views.routes import Names

_HEADINGS = ((PlanKind.PLAN, N_("Planer")), (PlanKind.PROJECT, N_("Prosjekter")), (PlanKind.AGREEMENT, N_("Avtaler")))


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan, and whether its last day has passed."""

    plan: Plan
    ended: bool


@dataclass(frozen=True, slots=True)
class PlanGroup:
    """The plans, or the agreements."""

    key: str
    title: Key
    plans: Sequence[PlanRow]


@dataclass(frozen=True, slots=True)
class PlansPage(Context):
    """The register."""

    template: ClassVar = "plans"

    groups: Sequence[PlanGroup]


def chapter(handbook: Handbook, _names: Names) -> Chapter:
    """One page with the register, plans first."""
    title = PLANS.plural
    if not handbook.plans:
        return Chapter(title, ())
    groups = [
        PlanGroup(kind.value, heading, [PlanRow(p, p.ended(handbook.today)) for p in handbook.plans if p.kind is kind])
        for kind, heading in _HEADINGS
    ]
    context = PlansPage([group for group in groups if group.plans])
    return Chapter(title, (Page(routes.list_of(PLANS), title, context),))
