"""The self-check: what the handbook covers, what is missing and what is stale, each with what shows it.

It judges by the eight criteria of the research, and only from the data. It never gives a score: a number
without the records behind it tells a leader nothing about what to do.
"""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.handbook import Handbook
from builder.selfcheck import arenas, control, formality, people, responsibility
from builder.selfcheck.overview import Overview, overview
from builder.selfcheck.statement import Criterion


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """The criteria in the order of the research, and the tables a leader asks for."""

    criteria: tuple[Criterion, ...]
    overview: Overview


def self_check(handbook: Handbook) -> SelfCheck:
    """Everything the handbook can say of itself on its day."""
    criteria = (
        responsibility.clear_roles(handbook),
        responsibility.disagreement(handbook),
        formality.formalised(handbook),
        arenas.arenas(handbook),
        control.internal_control(handbook),
        people.competence(handbook),
        control.anchored(handbook),
        people.participation(handbook),
    )
    return SelfCheck(criteria, overview(handbook))
