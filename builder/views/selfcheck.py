"""The self-check as a page for leaders: each statement with links to the records behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, ClassVar

from builder.i18n import N_
from builder.model.acceptance import Acceptance
from builder.model.actor import Actor
from builder.model.handbook import Handbook
from builder.model.kinds import NAMED
from builder.model.pathway import PATHWAYS
from builder.model.plan import Plan
from builder.model.service import CONTACTS, Contact, Service, contact_name
from builder.selfcheck.criteria import self_check
from builder.selfcheck.overview import Overview
from builder.selfcheck.statement import Criterion, Evidence, Status
from builder.views import routes
from builder.views.page import Chapter, Context, Link, Page, Place
from builder.views.routes import Names

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class SelfCheckPage(Context):
    """The criteria with what they say, and the tables behind them."""

    template: ClassVar = "selfcheck"

    criteria: Sequence[Row]
    months: int
    contacts: Sequence[Row]
    vacancies: Sequence[Row]
    forums: Sequence[Row]
    loads: Sequence[Row]
    pairs: Sequence[Row]
    plans: Sequence[Row]
    accepted: Sequence[Row]


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """One page."""
    title = N_("Egenkontroll")
    found = self_check(handbook)
    context = SelfCheckPage(
        criteria=[_criterion(criterion) for criterion in found.criteria],
        months=handbook.municipality.contact_check_months,
        **_tables(handbook, names, found.overview),
    )
    return Chapter(title, (Page(routes.SELF_CHECK, title, context),))


def _criterion(criterion: Criterion) -> dict[str, object]:
    return {
        "criterion": criterion,
        "counts": [(status.value, len(criterion.of(status))) for status in Status],
        "statements": [
            {"statement": statement, "evidence": [link_to(evidence) for evidence in statement.evidence]}
            for statement in criterion.statements
        ],
    }


def link_to(evidence: Evidence) -> Link:
    """Where the record behind a statement is shown."""
    place = routes.place_of(NAMED[evidence.kind], evidence.id)
    return Link(evidence.text, Place(place.page, routes.step_anchor(evidence.step)) if evidence.step else place)


def _tables(handbook: Handbook, names: Names, overview: Overview) -> dict[str, Any]:
    return {
        "contacts": _by_month(overview.contacts),
        "vacancies": [{"link": _contact(pair), "contact": pair[1]} for pair in overview.vacancies],
        "forums": [{"forum": forum, "link": names.to(forum)} for forum in overview.forums],
        "loads": [
            {
                "actor": names.actor(load.actor),
                "hours": load.hours,
                "forums": [{"link": names.to(forum), "hours": hours} for forum, hours in load.forums],
            }
            for load in overview.loads
        ],
        "pairs": [
            {
                "text": pair.text,
                "steps": [link_to(Evidence(PATHWAYS.name, p.id, f"{p.title}: {s.title}", s.id)) for p, s in pair.steps],
            }
            for pair in overview.pairs
        ],
        "plans": [_plan(handbook, names, plan) for plan in overview.plans],
        "accepted": [_accepted(handbook, names, acceptance) for acceptance in overview.accepted],
    }


def _contact(pair: tuple[Service, Contact]) -> Link:
    service, contact = pair
    return Link(contact_name(service, contact), routes.place_of(CONTACTS, Actor.of(service.id, contact.id)))


def _by_month(contacts: tuple[tuple[Service, Contact], ...]) -> list[dict[str, object]]:
    """The contacts by the month they were last verified, those never verified first."""

    def month(pair: tuple[Service, Contact]) -> tuple[int, int] | None:
        verified = pair[1].verified
        return (verified.date.year, verified.date.month) if verified else None

    return [
        {"first": pairs[0][1].verified, "contacts": [_contact(pair) for pair in pairs]}
        for pairs in (list(found) for _, found in groupby(contacts, key=month))
    ]


def _plan(handbook: Handbook, names: Names, plan: Plan) -> dict[str, object]:
    return {
        "plan": plan,
        "link": names.to(plan),
        "owner": names.actor(plan.owner) if plan.owner else None,
        "ended": plan.ended(handbook.today),
    }


def _accepted(handbook: Handbook, names: Names, acceptance: Acceptance) -> dict[str, object]:
    record = handbook.find_named(acceptance.record or "")
    return {
        "acceptance": acceptance,
        "link": names.to(record) if record else Link(acceptance.target),
        "ended": not acceptance.holds(handbook.today),
    }
