"""A pathway for the wall of the staff room: what to do, who answers for it, how soon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.i18n import N_
from builder.model.form import FORMS
from builder.model.forum import FORUMS
from builder.model.handbook import Handbook
from builder.model.pathway import PATHWAYS, Pathway, Step, Transition
from builder.views import routes
from builder.views.page import Context, Link
from builder.views.pathways import CallRow, calls
from builder.views.routes import Names
from builder.views.sheets.sheet import Copy, Sheet, valid_until
from builder.views.urls import print_file

#: Letters seen to fit at each setting.
_FITTING = (1500, 1800, 2400, 2700, 3700, 5500)
#: The same for what is said in short.
_FITTING_SHORT = (1130, 1260, 1320, 1500, 1700)


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a step may lead: to a step by its number, or to another pathway by its title."""

    when: str
    number: int | None
    pathway: str


@dataclass(frozen=True, slots=True)
class PosterStep:
    """A step with everything the poster shows of it.

    `answering` has the numbers of who answers for it, `others` those to ring where that is whoever reads it.
    """

    step: Step
    number: int
    responsible: Link | None
    answering: Sequence[CallRow]
    others: Sequence[CallRow]
    handover_to: Link | None
    forum: Link | None
    forms: Sequence[Link]
    deadline_law: Link | None
    turns: Sequence[Turn]


@dataclass(frozen=True, slots=True)
class Poster(Context):
    """A pathway for the wall."""

    template: ClassVar = "poster"

    pathway: Pathway
    acute: Link | None
    steps: Sequence[PosterStep]


def sheets(handbook: Handbook, names: Names) -> Iterator[Sheet]:
    """One for each pathway: all of it as A3, and in short as A4, so that both can be read from some way off."""
    for pathway in handbook.pathways:
        yield Sheet(
            f"plakat/{pathway.id}",
            pathway.title,
            _context(names, pathway),
            description=pathway.summary,
            kind=N_("Plakat"),
            copies=(
                Copy(print_file(f"plakat-{pathway.id}-a3"), "A3"),
                Copy(print_file(f"plakat-{pathway.id}-a4"), "A4", look="short", sides=1, fitting=_FITTING_SHORT),
            ),
            of=routes.place_of(PATHWAYS, pathway.id),
            until=valid_until(handbook, pathway.next_review),
            sides=1,
            fitting=_FITTING,
        )


def _context(names: Names, pathway: Pathway) -> Poster:
    numbers = {step.id: number for number, step in enumerate(pathway.steps, start=1)}
    return Poster(
        pathway=pathway,
        acute=names.record(PATHWAYS, pathway.acute_exit) if pathway.acute_exit else None,
        steps=[_step(names, pathway, step, numbers) for step in pathway.steps],
    )


def _step(names: Names, pathway: Pathway, step: Step, numbers: dict[str, int]) -> PosterStep:
    responsible = step.responsible if isinstance(step.responsible, str) else None
    answering = calls(names, responsible) if responsible else []
    return PosterStep(
        step=step,
        number=numbers[step.id],
        responsible=names.actor(responsible) if responsible else None,
        answering=answering,
        others=[] if answering else calls(names, *step.participants),
        handover_to=names.actor(step.handover_to) if step.handover_to else None,
        forum=names.record(FORUMS, step.forum) if step.forum else None,
        forms=[names.record(FORMS, form) for form in step.forms],
        deadline_law=names.law(step.deadline.set_by) if step.deadline and step.deadline.set_by else None,
        turns=[_turn(names, turn, numbers) for turn in step.transitions if _is_told(pathway, step, turn, numbers)],
    )


def _is_told(pathway: Pathway, step: Step, transition: Transition, numbers: dict[str, int]) -> bool:
    """Whether a transition is told: not on to the step below, and not to the acute pathway that stands at the top."""
    if transition.step is None:
        return transition.pathway != pathway.acute_exit
    return numbers[transition.step] != numbers[step.id] + 1


def _turn(names: Names, transition: Transition, numbers: dict[str, int]) -> Turn:
    return Turn(
        transition.when,
        numbers[transition.step] if transition.step else None,
        names.record(PATHWAYS, transition.pathway).text if transition.pathway else "",
    )
