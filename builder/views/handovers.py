"""A handover as a reader sees it: the support before and after, who confirms, who may decide, how long both stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.facts.handovers import confirmer, deciders, giver, receiver
from builder.model.deadline import Deadline
from builder.model.handover import Handover, Support
from builder.model.pathway import Step
from builder.views.page import Link
from builder.views.routes import Names
from builder.views.urls import print_file

#: The widest a bar is drawn.
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Bar:
    """Hours a week as widths of a hundred, where the most on either side is the whole: what is sure, and up to what."""

    sure: int
    most: int


@dataclass(frozen=True, slots=True)
class Side:
    """Before, or after: who has the person, and how much. There is no bar where nobody has said how many hours."""

    who: Link | None
    support: Support | None
    bar: Bar | None


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """What is agreed on in a step that gives the person to others; `confirms` is who says that they are received."""

    handover: Handover
    before: Side
    after: Side
    confirms: Link | None
    confirmed_by: Deadline | None
    deciders: Sequence[Link]


def handover_row(names: Names, step: Step) -> HandoverRow | None:
    """The handover of a step; None where the step says nothing of one."""
    found = step.handover
    if found is None:
        return None
    sides = (found.before, found.after)
    most = max((side.most or 0 for side in sides if side), default=0)
    before, after = (
        Side(_link(names, who), side, _bar(side, most))
        for who, side in zip((giver(step), receiver(step)), sides, strict=True)
    )
    return HandoverRow(
        handover=found,
        before=before,
        after=after,
        confirms=_link(names, confirmer(step)),
        confirmed_by=found.confirmation.deadline if found.confirmation else None,
        deciders=[names.actor(one) for one in deciders(names.handbook, step)],
    )


def sheet_file(pathway: str) -> str:
    """The sheet for whoever goes over to others in a pathway."""
    return print_file(f"hvem-har-meg-{pathway}")


def _link(names: Names, actor: str) -> Link | None:
    return names.actor(actor) if actor else None


def _bar(support: Support | None, most: int) -> Bar | None:
    if support is None or support.hours is None or support.most is None or not most:
        return None
    return Bar(_WHOLE * support.hours // most, _WHOLE * support.most // most)
