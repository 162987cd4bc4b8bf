"""A pathway for the wall of the staff room: what to do, who answers for it, how soon."""

from __future__ import annotations

from collections.abc import Iterator

from builder.i18n import N_
from builder.model.form import FORMS
from builder.model.forum import FORUMS
from builder.model.handbook import Handbook
from builder.model.pathway import PATHWAYS, Pathway, Step, Transition
from builder.views import routes
from builder.views.routes import Names
from builder.views.sheets.sheet import A4_OF_A3, Copy, Sheet, valid_until
from builder.views.urls import print_file

#: Letters seen to fit at each setting.
_FITTING = (1300, 2000, 2350, 3050, 3600, 4600)


def sheets(handbook: Handbook, names: Names) -> Iterator[Sheet]:
    """One for each pathway, as A3 and the same drawing as A4."""
    for pathway in handbook.pathways:
        yield Sheet(
            f"plakat/{pathway.id}",
            pathway.title,
            "poster",
            _context(handbook, names, pathway),
            description=pathway.summary,
            kind=N_("Plakat"),
            copies=(
                Copy(print_file(f"plakat-{pathway.id}-a3"), "A3"),
                Copy(print_file(f"plakat-{pathway.id}-a4"), "A4", A4_OF_A3),
            ),
            of=routes.place_of(PATHWAYS, pathway.id),
            until=valid_until(handbook, pathway.next_review),
            sides=1,
            fitting=_FITTING,
        )


def _context(handbook: Handbook, names: Names, pathway: Pathway) -> dict[str, object]:
    numbers = {step.id: number for number, step in enumerate(pathway.steps, start=1)}
    return {
        "pathway": pathway,
        "owner": names.actor(pathway.owner) if pathway.owner else None,
        "acute": names.record(PATHWAYS, pathway.acute_exit) if pathway.acute_exit else None,
        "emergency": handbook.emergency,
        "steps": [_step(names, pathway, step, numbers) for step in pathway.steps],
    }


def _step(names: Names, pathway: Pathway, step: Step, numbers: dict[str, int]) -> dict[str, object]:
    return {
        "step": step,
        "number": numbers[step.id],
        "responsible": names.actor(step.responsible) if isinstance(step.responsible, str) else None,
        "handover_to": names.actor(step.handover_to) if step.handover_to else None,
        "forum": names.record(FORUMS, step.forum) if step.forum else None,
        "forms": [names.record(FORMS, form) for form in step.forms],
        "deadline_law": names.law(step.deadline.set_by) if step.deadline and step.deadline.set_by else None,
        "turns": [_turn(names, turn, numbers) for turn in step.transitions if _is_told(pathway, step, turn, numbers)],
    }


def _is_told(pathway: Pathway, step: Step, transition: Transition, numbers: dict[str, int]) -> bool:
    """Whether a transition is told: not on to the step below, and not to the acute pathway that stands at the top."""
    if transition.step is None:
        return transition.pathway != pathway.acute_exit
    return numbers[transition.step] != numbers[step.id] + 1


def _turn(names: Names, transition: Transition, numbers: dict[str, int]) -> dict[str, object]:
    return {
        "when": transition.when,
        "number": numbers[transition.step] if transition.step else None,
        "pathway": names.record(PATHWAYS, transition.pathway).text if transition.pathway else None,
    }
