"""Forums: the list by type, and one page each with everything that makes a meeting work."""

from __future__ import annotations

import datetime as dt
from itertools import groupby

from builder.model.collation import alphabetical
from builder.model.confidentiality import RULES
from builder.model.deadline import due
from builder.model.form import FORMS
from builder.model.forum import FORUMS, Forum
from builder.model.handbook import Handbook
from builder.model.pathway import PATHWAYS
from builder.model.vocabulary import ForumKind
from builder.views import routes, urls, year
from builder.views.page import Chapter, Link, Page, Place
from builder.views.related import told_in
from builder.views.routes import Names

_ORDER = list(ForumKind)


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The list and the forums."""
    title = FORUMS.plural
    soonest = {forum.id: [m.day for m in handbook.schedule(forum).coming] for forum in handbook.forums}
    ordered = sorted(
        handbook.forums,
        key=lambda f: (_ORDER.index(f.kind), soonest[f.id][:1] or [dt.date.max], alphabetical(f.name)),
    )
    groups = [
        {
            "kind": kind,
            "forums": [
                {
                    "forum": f,
                    "link": names.to(f),
                    "convener": _actor(names, f.convener),
                    "next": next(iter(soonest[f.id]), None),
                }
                for f in found
            ],
        }
        for kind, found in groupby(ordered, key=lambda f: f.kind)
    ]
    index = Page(
        routes.list_of(FORUMS),
        title,
        "forums",
        {"groups": groups, "calendar": urls.CALENDARS, "year": Place(routes.YEAR) if ordered else None},
    )
    whole_year = [year.page(handbook, names)] if ordered else []
    return Chapter(title, (index, *whole_year, *(_page(handbook, names, forum) for forum in ordered)))


def sign_up_dates(handbook: Handbook, forum: Forum) -> list[dict[str, dt.date]]:
    """The last day to sign up for the next meetings that can still be signed up for."""
    if forum.sign_up_by is None:
        return []
    days = [meeting.day for meeting in handbook.schedule(forum).coming]
    pairs = [(day, due(forum.sign_up_by, day)) for day in days]
    return [{"meeting": meeting, "last": last} for meeting, last in pairs if last and last >= handbook.today]


def _actor(names: Names, reference: str | None) -> Link | None:
    return names.actor(reference) if reference else None


def _page(handbook: Handbook, names: Names, forum: Forum) -> Page:
    levels = {level.number: level for level in handbook.municipality.levels}
    return Page(
        routes.page_of(FORUMS, forum.id),
        forum.name,
        "forum",
        {
            "forum": forum,
            "schedule": handbook.schedule(forum),
            "calendar": urls.calendar(forum.id),
            "level": levels.get(forum.level) if forum.level is not None else None,
            "convener": _actor(names, forum.convener),
            "co_conveners": [names.actor(role) for role in forum.co_conveners],
            "sign_up_dates": sign_up_dates(handbook, forum),
            "chair": _actor(names, forum.chair),
            "minutes_by": _actor(names, forum.minutes_by),
            "members": [{"member": m, "actor": names.actor(m.actor)} for m in forum.members],
            "forms": [names.record(FORMS, form) for form in forum.forms],
            "rules": [names.record(RULES, rule) for rule in forum.rules],
            "law": [names.law(citation) for citation in forum.legal_basis],
            "steps": _steps(handbook, names, forum),
            "told_in": told_in(handbook, names, FORUMS, forum.id),
        },
        description=forum.purpose,
    )


def _steps(handbook: Handbook, names: Names, forum: Forum) -> list[dict[str, object]]:
    return [
        {
            "step": Link(step.title, Place(routes.page_of(PATHWAYS, pathway.id), routes.step_anchor(step.id))),
            "pathway": names.to(pathway),
        }
        for pathway, step in handbook.steps()
        if step.forum == forum.id
    ]
