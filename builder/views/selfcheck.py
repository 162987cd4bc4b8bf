"""The self-check as a page for leaders: each statement with links to the records behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from builder.facts.meetings import Load
from builder.facts.parts import ContactIn
from builder.i18n import N_
from builder.model.acceptance import Acceptance
from builder.model.actor import Actor
from builder.model.base import Verified
from builder.model.handbook import Handbook
from builder.model.kinds import NAMED
from builder.model.plan import Plan
from builder.model.service import CONTACTS, Contact, Service, contact_name
from builder.rules import contact_rules
from builder.rules.answers import holds, lack
from builder.rules.expectation import Lack
from builder.selfcheck import measures
from builder.selfcheck.criteria import self_check
from builder.selfcheck.editions import Earlier, Moved, Since, earlier, since_approved
from builder.selfcheck.statement import Criterion, Evidence, Statement, Status
from builder.views import introductions, portfolio, routes, verification_round
from builder.views.agreements import OpenNeedRow, open_rows
from builder.views.kept import Dated, kept
from builder.views.meeting_matrix import Meeting, meeting
from builder.views.page import Chapter, Context, Link, Page, Place
from builder.views.pulse import PulseOverview, pulse_overview
from builder.views.routes import Names
from builder.views.staff_says import StaffSays, staff_says

TITLE = N_("Egenkontroll")


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement, links to what shows it, and how its line stood in the last editions."""

    statement: Statement
    evidence: Sequence[Link]
    earlier: Sequence[Earlier]


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A line that stands otherwise than when the last edition was approved, and where it is told."""

    link: Link
    moved: Moved


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion with its statements; `counts` has how many there are of each status."""

    criterion: Criterion
    counts: Sequence[tuple[str, int]]
    statements: Sequence[StatementRow]


@dataclass(frozen=True, slots=True)
class CheckedContacts:
    """The contacts that were last verified in one month; `first` is None for those that never were."""

    first: Verified | None
    contacts: Sequence[Link]


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A contact nobody holds, and whether a deputy answers."""

    link: Link
    contact: Contact
    answered: bool


@dataclass(frozen=True, slots=True)
class KeptForum:
    """When a forum was held, followed up and evaluated."""

    link: Link
    dates: Sequence[Dated]


@dataclass(frozen=True, slots=True)
class LoadPart:
    """The hours a month one forum takes."""

    link: Link
    hours: float


@dataclass(frozen=True, slots=True)
class LoadRow:
    """The hours a month somebody spends in meetings."""

    actor: Link
    hours: float
    forums: Sequence[LoadPart]


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan, who owns it, and whether it no longer applies."""

    plan: Plan
    link: Link
    owner: Link | None
    ended: bool


@dataclass(frozen=True, slots=True)
class AcceptedRow:
    """A finding somebody has accepted, what it is about, and whether that is past."""

    acceptance: Acceptance
    link: Link
    ended: bool


@dataclass(frozen=True, slots=True)
class SelfCheckPage(Context):
    """The criteria with what they say, and the tables behind them."""

    template: ClassVar = "selfcheck"

    criteria: Sequence[CriterionRow]
    since: Since | None
    moved: Sequence[MovedRow]
    staff: StaffSays
    months: int
    contacts: Sequence[CheckedContacts]
    vacancies: Sequence[Vacancy]
    forums: Sequence[KeptForum]
    pulse: PulseOverview | None
    loads: Sequence[LoadRow]
    meeting: Meeting
    plans: Sequence[PlanRow]
    needs: Sequence[OpenNeedRow]
    accepted: Sequence[AcceptedRow]
    round: Link
    portfolio: Link
    introductions: Link | None


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The page, the round, and the register of introductions."""
    found = self_check(handbook)
    tables, since = found.overview, since_approved(handbook, found)
    page = SelfCheckPage(
        criteria=[_criterion(handbook, criterion) for criterion in found.criteria],
        since=since,
        moved=[_moved(one) for one in since.moved] if since else [],
        staff=staff_says(handbook, found),
        months=handbook.municipality.contact_check_months,
        contacts=_by_month(tables.contacts),
        vacancies=[_vacancy(handbook, one) for one in tables.vacancies],
        forums=[KeptForum(names.to(forum), kept(handbook, forum)) for forum in tables.forums],
        pulse=pulse_overview(handbook, names, tables),
        loads=[_load(names, load) for load in tables.loads],
        meeting=meeting(handbook, names),
        needs=open_rows(handbook, names),
        plans=[_plan(handbook, names, plan) for plan in tables.plans],
        accepted=[_accepted(handbook, names, acceptance) for acceptance in tables.accepted],
        round=Link(verification_round.TITLE, Place(routes.ROUND)),
        portfolio=Link(portfolio.TITLE, Place(routes.PORTFOLIO)),
        introductions=introductions.link(handbook),
    )
    leaders = (verification_round.page(handbook), portfolio.page(handbook, names))
    pages = (Page(routes.SELF_CHECK, TITLE, page), *leaders, *introductions.pages(handbook, names))
    return Chapter(TITLE, pages)


def _criterion(handbook: Handbook, criterion: Criterion) -> CriterionRow:
    return CriterionRow(
        criterion,
        [(status.value, len(criterion.of(status))) for status in Status],
        [_statement(handbook, statement) for statement in criterion.statements],
    )


def _statement(handbook: Handbook, statement: Statement) -> StatementRow:
    figure = statement.figure
    before = earlier(handbook, figure.line) if figure else ()
    return StatementRow(statement, [link_to(evidence) for evidence in statement.evidence], before)


def _moved(one: Moved) -> MovedRow:
    return MovedRow(Link(one.criterion.title, Place(routes.SELF_CHECK, one.criterion.id)), one)


def link_to(evidence: Evidence) -> Link:
    """Where the record behind a statement is shown."""
    place = routes.place_of(NAMED[evidence.kind], evidence.id)
    return Link(evidence.text, Place(place.page, routes.step_anchor(evidence.step)) if evidence.step else place)


def _vacancy(handbook: Handbook, one: ContactIn) -> Vacancy:
    answered = holds(handbook, contact_rules.vacancy, one.record, *one.path)
    return Vacancy(_contact((one.record, one.value)), one.value, answered)


def _load(names: Names, load: Load) -> LoadRow:
    forums = [LoadPart(names.to(forum), hours) for forum, hours in load.forums]
    return LoadRow(names.actor(load.actor), load.hours, forums)


def _contact(pair: tuple[Service, Contact]) -> Link:
    service, contact = pair
    return Link(contact_name(service, contact), routes.place_of(CONTACTS, Actor.of(service.id, contact.id)))


def _by_month(contacts: tuple[tuple[Service, Contact], ...]) -> list[CheckedContacts]:
    """The contacts by the month they were last verified, those never verified first."""

    def month(pair: tuple[Service, Contact]) -> tuple[int, int] | None:
        verified = pair[1].verified
        return (verified.date.year, verified.date.month) if verified else None

    return [
        CheckedContacts(pairs[0][1].verified, [_contact(pair) for pair in pairs])
        for pairs in (list(found) for _, found in groupby(contacts, key=month))
    ]


def _plan(handbook: Handbook, names: Names, plan: Plan) -> PlanRow:
    ended = lack(handbook, measures.current, plan) == Lack.STALE.value
    return PlanRow(plan, names.to(plan), names.actor(plan.owner) if plan.owner else None, ended)


def _accepted(handbook: Handbook, names: Names, acceptance: Acceptance) -> AcceptedRow:
    record = handbook.find_named(acceptance.record or "")
    link = names.to(record) if record else Link(acceptance.target)
    return AcceptedRow(acceptance, link, not acceptance.holds(handbook.today))
