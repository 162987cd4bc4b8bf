"""The front page: search, situations, emergency numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.i18n import N_
from builder.model.change import Change
from builder.model.handbook import Handbook
from builder.model.history import History
from builder.model.municipality import EmergencyNumber
from builder.views import routes
from builder.views.by_workplace import choice
from builder.views.may_i_share import Choice, always
from builder.views.page import Audience, Chapter, Context, Link, Page, Place
from builder.views.pathways import PathwayRow
from builder.views.routes import Names
from builder.views.sharing import kinds_of_service

#: How many of the latest changes are told of on the front page.
LATEST = 3


@dataclass(frozen=True, slots=True)
class LatestRow:
    """A note of change."""

    change: Change
    link: Link


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are of each kind a reader may look up."""

    services: int
    contacts: int
    forums: int
    rules: int
    forms: int
    terms: int
    plans: int
    training: int
    onboarding: int
    changes: int


@dataclass(frozen=True, slots=True)
class FrontPage(Context):
    """The situations, the numbers to ring, and the ways in."""

    template: ClassVar = "front"

    pathways: Sequence[PathwayRow]
    emergency: Sequence[EmergencyNumber]
    duties: Sequence[Link]
    share: Place | None
    workplaces: Sequence[Choice]
    changes: Sequence[LatestRow]
    counts: Counts


def chapter(handbook: Handbook, names: Names, history: History) -> Chapter:
    """The front page alone."""
    page = Page(
        routes.FRONT,
        handbook.municipality.title,
        FrontPage(
            pathways=[PathwayRow(pathway, names.to(pathway)) for pathway in handbook.pathways],
            emergency=handbook.emergency,
            duties=always(handbook, names),
            share=Place(routes.SHARE) if handbook.rules else None,
            workplaces=[choice(category) for category in kinds_of_service(handbook)],
            changes=[LatestRow(change, names.to(change)) for change in handbook.changes[:LATEST]],
            counts=_counts(handbook, history),
        ),
        audience=Audience.SITE,
    )
    return Chapter(N_("Forside"), (page,))


def _counts(handbook: Handbook, history: History) -> Counts:
    return Counts(
        services=len(handbook.services),
        contacts=len(handbook.contacts),
        forums=len(handbook.forums),
        rules=len(handbook.rules),
        forms=len(handbook.forms),
        terms=len(handbook.terms),
        plans=len(handbook.plans),
        training=len(handbook.training),
        onboarding=len(handbook.onboarding),
        changes=len(handbook.changes) + len(history.editions),
    )
