"""Pathways: situations in the reader's words, and the steps from first worry to feedback."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from dateutil.relativedelta import FR, relativedelta

from builder.model.confidentiality import RULES
from builder.model.deadline import Deadline, due
from builder.model.form import FORMS
from builder.model.forum import FORUMS
from builder.model.handbook import Handbook
from builder.model.municipality import Level
from builder.model.pathway import PATHWAYS, Pathway, Step, Transition
from builder.model.vocabulary import DeadlineUnit
from builder.views import routes
from builder.views.page import Chapter, Link, Page, Place
from builder.views.related import told_in
from builder.views.routes import Names


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The list of situations and the pathways."""
    title = PATHWAYS.plural
    index = Page(
        routes.SITUATIONS,
        title,
        "pathways",
        {"pathways": [{"pathway": p, "link": names.to(p), "steps": len(p.steps)} for p in handbook.pathways]},
    )
    return Chapter(title, (index, *(_page(handbook, names, pathway) for pathway in handbook.pathways)))


def _page(handbook: Handbook, names: Names, pathway: Pathway) -> Page:
    levels = {level.number: level for level in handbook.municipality.levels}
    numbers = {step.id: number for number, step in enumerate(pathway.steps, start=1)}
    return Page(
        routes.page_of(PATHWAYS, pathway.id),
        pathway.title,
        "pathway",
        {
            "pathway": pathway,
            "owner": names.actor(pathway.owner) if pathway.owner else None,
            "acute": names.record(PATHWAYS, pathway.acute_exit) if pathway.acute_exit else None,
            "steps": [_step(names, pathway, step, numbers, levels) for step in pathway.steps],
            "share": Place(routes.SHARE) if handbook.rules else None,
            "law": [names.law(citation) for citation in pathway.legal_basis],
            "level": levels.get(pathway.level) if pathway.level is not None else None,
            "leads_here": _leads_here(handbook, names, pathway),
            "emergency": handbook.emergency if pathway.urgent else (),
            "told_in": told_in(handbook, names, PATHWAYS, pathway.id),
        },
        description=pathway.summary,
    )


def _step(
    names: Names, pathway: Pathway, step: Step, numbers: dict[str, int], levels: Mapping[int, Level]
) -> dict[str, object]:
    return {
        "step": step,
        "number": numbers[step.id],
        "anchor": routes.step_anchor(step.id),
        "level": levels.get(step.level) if step.level is not None else None,
        "responsible": names.actor(step.responsible) if isinstance(step.responsible, str) else None,
        "participants": [names.actor(participant) for participant in step.participants],
        "calls": _calls(names, step),
        "forum": names.record(FORUMS, step.forum) if step.forum else None,
        "forms": [names.record(FORMS, form) for form in step.forms],
        "rules": [names.record(RULES, rule) for rule in step.rules],
        "law": [names.law(citation) for citation in step.legal_basis],
        "handover_to": names.actor(step.handover_to) if step.handover_to else None,
        "notifies": [names.actor(actor) for actor in step.notifies],
        "deadline_example": _example(names.handbook, step.deadline),
        "deadline_law": names.law(step.deadline.set_by) if step.deadline and step.deadline.set_by else None,
        "transitions": [_transition(names, pathway, t, numbers) for t in step.transitions],
    }


def _example(handbook: Handbook, deadline: Deadline | None) -> dict[str, dt.date] | None:
    """A deadline in working days, counted from a Friday: what people count wrong is the weekend and holidays."""
    if deadline is None or deadline.unit is not DeadlineUnit.WORKING_DAYS or deadline.before is not None:
        return None
    friday = handbook.today + relativedelta(weekday=FR)
    last = due(deadline, friday)
    return {"start": friday, "last": last} if last else None


def _calls(names: Names, step: Step) -> list[dict[str, object]]:
    """The contacts on a step that have a telephone, the responsible one first."""
    named = [*([step.responsible] if isinstance(step.responsible, str) else []), *step.participants]
    held = (reference for name in named for reference in names.held_by(name))
    found = {reference: names.handbook.contact(reference) for reference in held}
    return [{"link": names.actor(ref), "contact": pair[1]} for ref, pair in found.items() if pair and pair[1].phone]


def _transition(names: Names, pathway: Pathway, transition: Transition, numbers: dict[str, int]) -> dict[str, object]:
    if transition.step:
        number = numbers[transition.step]
        place = Place(routes.page_of(PATHWAYS, pathway.id), routes.step_anchor(transition.step))
        title = pathway.steps[number - 1].title
        return {"transition": transition, "number": number, "link": Link(title, place)}
    return {"transition": transition, "number": None, "link": names.record(PATHWAYS, transition.pathway or "")}


def _leads_here(handbook: Handbook, names: Names, pathway: Pathway) -> list[Link]:
    """Other pathways that may end up in this one."""
    sources = {r.source.id: r.source for r in handbook.naming(PATHWAYS, pathway.id) if isinstance(r.source, Pathway)}
    return [names.to(source) for source in sources.values()]
