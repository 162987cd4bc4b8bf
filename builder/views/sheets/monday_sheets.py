"""«Hvem har meg på mandag?»: a page for whoever goes over to others, to fill in with the one who helps now.

What the handbook knows is printed: which role lets go, which takes over, who may decide. Names and days are written by
hand, or on the reader's own screen; nothing of it comes back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.facts.for_families import written
from builder.facts.handovers import agreed_in, deciders, giver, receiver
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.handover import Span
from builder.model.pathway import PATHWAYS, Pathway, Step
from builder.views import families, routes
from builder.views.handovers import sheet_file
from builder.views.page import Context, Link
from builder.views.routes import Names
from builder.views.sheets.sheet import Copy, Sheet, valid_until

#: Letters seen to fit at each setting.
_FITTING = (1500, 1900, 2300, 2800, 3300)


@dataclass(frozen=True, slots=True)
class MondaySheet(Context):
    """Who has the person now and next, how long both do, and who decides; what is not the same for all is left open."""

    template: ClassVar = "monday"

    now: Sequence[Link]
    next: Sequence[Link]
    overlap: Span | None
    deciders: Sequence[Link]


def sheets(handbook: Handbook, names: Names) -> Iterator[Sheet]:
    """One for each pathway that says what is agreed on when a person goes over to others."""
    for pathway in handbook.pathways:
        steps = tuple(agreed_in(pathway))
        if steps:
            yield _sheet(handbook, names, pathway, steps)


def _sheet(handbook: Handbook, names: Names, pathway: Pathway, steps: Sequence[Step]) -> Sheet:
    told = next((one for one in written(handbook) if one.record is pathway), None)
    return Sheet(
        f"hvem-har-meg/{pathway.id}",
        told.text.question if told else pathway.title,
        MondaySheet(
            now=_links(names, steps, lambda step: (giver(step),)),
            next=_links(names, steps, lambda step: (receiver(step),)),
            overlap=_same(steps),
            deciders=_links(names, steps, lambda step: deciders(handbook, step)),
        ),
        kind=N_("Hvem har meg på mandag"),
        copies=(Copy(sheet_file(pathway.id), "A4"),),
        # Where the family reads of it; where nothing is written for them, what staff read.
        of=families.place(told) if told else routes.place_of(PATHWAYS, pathway.id),
        until=valid_until(handbook, pathway.next_review),
        sides=1,
        fitting=_FITTING,
    )


def _links(names: Names, steps: Sequence[Step], actors: Callable[[Step], Sequence[str]]) -> list[Link]:
    """The actors of some steps, each once."""
    found = dict.fromkeys(actor for step in steps for actor in actors(step) if actor)
    return [names.actor(actor) for actor in found]


def _same(steps: Sequence[Step]) -> Span | None:
    """How long both are there, where it is the same in all the steps."""
    spans = {step.handover.overlap for step in steps if step.handover}
    return spans.pop() if len(spans) == 1 else None
