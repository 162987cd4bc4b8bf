"""Where a pathway gives a person from one to another: who lets go, who takes over, who may decide, what is lost."""

from __future__ import annotations

from collections.abc import Iterator

from builder.facts.membership import required, services_behind
from builder.facts.parts import StepIn, steps
from builder.memoize import memoize
from builder.model.forum import FORUMS
from builder.model.handbook import Handbook
from builder.model.handover import Support
from builder.model.pathway import Pathway, Step
from builder.model.standard_terms import Situation
from builder.model.vocabulary import Mandate, TransitionKind

#: What is by its nature to go over from somebody to somebody else.
OVER_TO_OTHERS = frozenset(
    {Situation.TO_SCHOOL, Situation.AFTER_LOWER_SECONDARY, Situation.TO_ADULT_SERVICES, Situation.FROM_TREATMENT}
)
#: Where a person may regret what was left, or fall back, once others have taken over.
_MAY_REGRET = frozenset({Situation.TO_ADULT_SERVICES, Situation.FROM_TREATMENT})


def regretted(handbook: Handbook) -> tuple[Pathway, ...]:
    """The pathways to services for adults and out of treatment, in the handbook's own order."""
    return tuple(pathway for pathway in handbook.pathways if pathway.situation in _MAY_REGRET)


def leads_back(pathway: Pathway) -> bool:
    """Whether there is a way back for a person others have taken over: from the last such step, or a later one.

    Where nobody takes over, any way back will do. That nobody does, is another lack.
    """
    over = [number for number, step in enumerate(pathway.steps) if step.handover_to]
    late = pathway.steps[over[-1] if over else 0 :]
    return any(one.kind is TransitionKind.BACK for step in late for one in step.transitions)


@memoize
def handovers(handbook: Handbook) -> tuple[StepIn, ...]:
    """The steps where a person goes over to others: those that say so, and those of a transition that change service.

    In other pathways, and within one service, it is the next thing to do that changes hands, and nobody's support.
    """
    return tuple(step for step in steps(handbook) if step.value.handover or _changes_service(handbook, step))


def agreed_on(handbook: Handbook) -> tuple[StepIn, ...]:
    """The steps that say something of a handover."""
    return tuple(step for step in steps(handbook) if step.value.handover is not None)


def _changes_service(handbook: Handbook, step: StepIn) -> bool:
    if step.record.situation not in OVER_TO_OTHERS:
        return False
    before, after = (services_behind(handbook, who) for who in (giver(step.value), receiver(step.value)))
    return bool(before and after and before.isdisjoint(after))


def agreed_in(pathway: Pathway) -> Iterator[Step]:
    """The steps of a pathway where something is agreed on about a person who goes over to others."""
    return (step for step in pathway.steps if step.handover is not None)


def giver(step: Step) -> str:
    """Who has the person before; empty where nobody, or more than one, answers for the step."""
    said = step.handover.before.by if step.handover and step.handover.before else None
    return said or (step.responsible if isinstance(step.responsible, str) else "")


def receiver(step: Step) -> str:
    """Who has the person afterwards; empty where nobody is said to."""
    said = step.handover.after.by if step.handover and step.handover.after else None
    return said or step.handover_to or ""


def confirmer(step: Step) -> str:
    """Who confirms that the person is received; empty where that is not agreed on."""
    confirmation = step.handover.confirmation if step.handover else None
    return (confirmation.by or step.handover_to or "") if confirmation else ""


def deciders(handbook: Handbook, step: Step) -> tuple[str, ...]:
    """Who may say yes: those the step names, or else whoever may decide for the receivers in the meeting it is done in.

    Who comes only by need may not be there that day, and who lets go cannot say yes for the others.
    """
    if step.handover and step.handover.deciders:
        return step.handover.deciders
    forum = handbook.find(FORUMS, step.forum or "")
    receiving = services_behind(handbook, step.handover_to or "")
    fixed = (one.actor for one in required(forum) if one.mandate is Mandate.DECIDE) if forum else ()
    return tuple(actor for actor in fixed if not receiving.isdisjoint(services_behind(handbook, actor)))


def agreed(handbook: Handbook, step: Step) -> bool:
    """Whether somebody takes over, both are there for a time, and somebody may decide."""
    overlap = step.handover.overlap if step.handover else None
    return bool(step.handover_to and overlap and deciders(handbook, step))


def hours_around(step: Step) -> tuple[int, int] | None:
    """The most hours a week before and after; None where one of them is not known."""
    if step.handover is None:
        return None
    before, after = _most(step.handover.before), _most(step.handover.after)
    return None if before is None or after is None else (before, after)


def _most(support: Support | None) -> int | None:
    return support.most if support else None
