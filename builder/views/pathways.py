"""Pathways: situations in the reader's words, and the steps from first worry to feedback."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from dateutil.relativedelta import FR, relativedelta

from builder.facts.parts import is_without_number
from builder.model.confidentiality import RULES
from builder.model.deadline import Deadline, due
from builder.model.handbook import Handbook
from builder.model.municipality import Level
from builder.model.pathway import PATHWAYS, Pathway, Step, Transition
from builder.model.service import Contact
from builder.model.standard_terms import SituationGroup, group_of
from builder.model.vocabulary import DeadlineUnit
from builder.views import routes
from builder.views.handovers import HandoverRow, handover_row, sheet_file
from builder.views.page import Chapter, Context, Link, Page, Place
from builder.views.related import Told, told_in
from builder.views.routes import Names


@dataclass(frozen=True, slots=True)
class PathwayRow:
    """A situation to choose."""

    pathway: Pathway
    link: Link


@dataclass(frozen=True, slots=True)
class SituationRows:
    """Situations that are listed together."""

    group: SituationGroup
    rows: Sequence[PathwayRow]


@dataclass(frozen=True, slots=True)
class PathwaysPage(Context):
    """The situations."""

    template: ClassVar = "pathways"

    situations: Sequence[SituationRows]


@dataclass(frozen=True, slots=True)
class DeadlineExample:
    """A day a deadline may be counted from, and its last day."""

    start: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class CallRow:
    """Whom to ring in a step."""

    link: Link
    contact: Contact


@dataclass(frozen=True, slots=True)
class TurnRow:
    """Where a pathway may go from a step: `number` is of the step, None for another pathway."""

    transition: Transition
    number: int | None
    link: Link


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step with its number, those who answer for it, and where it leads.

    `others` are those who are part of it and not among the calls; `law` what it rests on beside that of
    its deadline.
    """

    step: Step
    number: int
    anchor: str
    level: Level | None
    responsible: Link | None
    calls: Sequence[CallRow]
    others: Sequence[Link]
    rules: Sequence[Link]
    handover_to: Link | None
    handover: HandoverRow | None
    deadline_example: DeadlineExample | None
    deadline_law: Link | None
    law: Sequence[Link]
    transitions: Sequence[TurnRow]


@dataclass(frozen=True, slots=True)
class PathwayPage(Context):
    """A pathway. `monday` is the file of the sheet for whoever goes over to others in it."""

    template: ClassVar = "pathway"

    pathway: Pathway
    monday: str
    acute: Link | None
    steps: Sequence[StepRow]
    share: Place | None
    level: Level | None
    leads_here: Sequence[Link]
    law: Sequence[Link]
    told_in: Sequence[Told]


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The list of situations and the pathways."""
    title = PATHWAYS.plural
    index = Page(
        routes.SITUATIONS,
        title,
        PathwaysPage(situations(handbook, names)),
    )
    return Chapter(title, (index, *(_page(handbook, names, pathway) for pathway in handbook.pathways)))


def situations(handbook: Handbook, names: Names) -> list[SituationRows]:
    """The situations to choose among, in groups; in each in the order of the handbook. No group is empty."""
    found: dict[SituationGroup, list[PathwayRow]] = {group: [] for group in SituationGroup}
    for pathway in handbook.pathways:
        found[group_of(pathway.situation)].append(PathwayRow(pathway, names.to(pathway)))
    return [SituationRows(group, rows) for group, rows in found.items() if rows]


def _page(handbook: Handbook, names: Names, pathway: Pathway) -> Page:
    levels = {level.number: level for level in handbook.municipality.levels}
    numbers = {step.id: number for number, step in enumerate(pathway.steps, start=1)}
    return Page(
        routes.page_of(PATHWAYS, pathway.id),
        pathway.title,
        PathwayPage(
            pathway=pathway,
            monday=sheet_file(pathway.id),
            acute=names.record(PATHWAYS, pathway.acute_exit) if pathway.acute_exit else None,
            steps=[_step(names, pathway, step, numbers, levels) for step in pathway.steps],
            share=Place(routes.SHARE) if handbook.rules else None,
            level=levels.get(pathway.level) if pathway.level is not None else None,
            leads_here=_leads_here(handbook, names, pathway),
            law=[names.law(citation) for citation in pathway.legal_basis],
            told_in=told_in(handbook, names, PATHWAYS, pathway.id),
        ),
        description=pathway.summary,
    )


def _step(names: Names, pathway: Pathway, step: Step, numbers: dict[str, int], levels: Mapping[int, Level]) -> StepRow:
    responsible = (step.responsible,) if isinstance(step.responsible, str) else ()
    called = calls(names, *responsible, *step.participants)
    links = [one.link for one in called]
    by_law = step.deadline.set_by if step.deadline else None
    return StepRow(
        step=step,
        number=numbers[step.id],
        anchor=routes.step_anchor(step.id),
        level=levels.get(step.level) if step.level is not None else None,
        responsible=next(map(names.actor, responsible), None),
        calls=called,
        others=[one for one in map(names.actor, step.participants) if one not in links],
        rules=[names.record(RULES, rule) for rule in step.rules],
        handover_to=names.actor(step.handover_to) if step.handover_to else None,
        handover=handover_row(names, step),
        deadline_example=_example(names.handbook, step.deadline),
        deadline_law=names.law(by_law) if by_law else None,
        law=[names.law(citation) for citation in step.legal_basis if citation != by_law],
        transitions=[_transition(names, pathway, t, numbers) for t in step.transitions],
    )


def _example(handbook: Handbook, deadline: Deadline | None) -> DeadlineExample | None:
    """A deadline in working days, counted from a Friday: what people count wrong is the weekend and holidays."""
    if deadline is None or deadline.unit is not DeadlineUnit.WORKING_DAYS or deadline.before is not None:
        return None
    friday = handbook.today + relativedelta(weekday=FR)
    last = due(deadline, friday)
    return DeadlineExample(friday, last) if last else None


def calls(names: Names, *actors: str) -> list[CallRow]:
    """The contacts behind some names that have a telephone, or whose number is still to be written."""
    held = (reference for name in actors for reference in names.held_by(name))
    found = {reference: names.handbook.contact(reference) for reference in held}
    told = {ref: pair[1] for ref, pair in found.items() if pair and (pair[1].phone or is_without_number(pair[1]))}
    return [CallRow(names.actor(ref), contact) for ref, contact in told.items()]


def _transition(names: Names, pathway: Pathway, transition: Transition, numbers: dict[str, int]) -> TurnRow:
    if transition.step:
        number = numbers[transition.step]
        return TurnRow(transition, number, names.step(pathway, pathway.steps[number - 1]))
    return TurnRow(transition, None, names.record(PATHWAYS, transition.pathway or ""))


def _leads_here(handbook: Handbook, names: Names, pathway: Pathway) -> list[Link]:
    """Other pathways that may end up in this one."""
    sources = {r.source.id: r.source for r in handbook.naming(PATHWAYS, pathway.id) if isinstance(r.source, Pathway)}
    return [names.to(source) for source in sources.values()]
