"""Pages for who did not get where they wanted: without a network, or to an address that leads nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.views import routes
from builder.views.page import Context, Medium, Page, Place
from builder.views.pathways import SituationRows, situations
from builder.views.routes import Names

#: What servers call the page for an address that leads nowhere.
LOST = "404"


@dataclass(frozen=True, slots=True)
class OfflinePage(Context):
    """Stands in for a page that is not kept, where there is no network: whom to ring, and what to do."""

    template: ClassVar = "offline"

    situations: Sequence[SituationRows]
    front: Place


@dataclass(frozen=True, slots=True)
class LostPage(Context):
    """What a server shows where there is no page, as a whole document of its own."""

    template: ClassVar = "lost"

    situations: Sequence[SituationRows]
    front: Place


def offline(handbook: Handbook, names: Names) -> Page:
    """The page that stands in for what is not kept."""
    context = OfflinePage(*_what_helps(handbook, names))
    return Page(routes.OFFLINE, N_("Du er uten nett"), context, medium=Medium.SITE, listed=False)


def lost(handbook: Handbook, names: Names, *, whole: bool = True) -> Page:
    """The page for an address that leads nowhere; where it is not `whole`, there are no situations to lead to."""
    choices, front = _what_helps(handbook, names)
    context = LostPage(choices if whole else (), front)
    return Page(LOST, N_("Siden finnes ikke"), context, medium=Medium.SITE, listed=False)


def _what_helps(handbook: Handbook, names: Names) -> tuple[Sequence[SituationRows], Place]:
    return situations(handbook, names), Place(routes.FRONT)
