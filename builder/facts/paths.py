"""Which steps of a pathway can be reached, from which it can be left, and which pathway is for disagreement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from builder.memoize import memoize
from builder.model.handbook import Handbook
from builder.model.pathway import PATHWAYS, Pathway, Step

Edges = Mapping[str, frozenset[str]]


def disagreement_route(handbook: Handbook) -> Pathway | None:
    """The pathway for services that disagree; None where the handbook names none, or one that is not there."""
    return handbook.find(PATHWAYS, handbook.municipality.disagreement or "")


@memoize
def reachable(pathway: Pathway) -> frozenset[str]:
    """The ids of the steps that can be reached from the first one."""
    return _closure(_edges(pathway), [pathway.steps[0].id])


def with_a_way_out(pathway: Pathway) -> frozenset[str]:
    """The ids of the steps from which one can come to a step where the pathway stops or is left."""
    edges = _edges(pathway)
    backwards = {
        step.id: frozenset(before for before, after in edges.items() if step.id in after) for step in pathway.steps
    }
    return _closure(backwards, [step.id for step in pathway.steps if leaves(step) or not step.transitions])


def leaves(step: Step) -> bool:
    """Whether the pathway may stop at a step, or go over to another pathway."""
    return step.ends or any(transition.pathway is not None for transition in step.transitions)


def _edges(pathway: Pathway) -> Edges:
    """Step id -> the ids of the steps it leads to. Transitions to steps that do not exist lead nowhere."""
    known = {step.id for step in pathway.steps}
    return {
        step.id: frozenset(t.step for t in step.transitions if t.step is not None and t.step in known)
        for step in pathway.steps
    }


def _closure(edges: Edges, starts: Iterable[str]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(starts)
    while waiting:
        step = waiting.pop()
        if step not in found:
            found.add(step)
            waiting.extend(edges.get(step, ()))
    return frozenset(found)
