"""What the self-check counts beyond the rules: asked and answered as they are, but the check says nothing of it.

A handbook without these is not worse kept; a leader wants to know all the same.
"""

from __future__ import annotations

from builder.facts.agreed import agreements, agreements_of
from builder.facts.demands import Demand, asked_for
from builder.facts.due import oldest_review
from builder.facts.handovers import agreed, handovers, leads_back, regretted
from builder.facts.introductions import Workplace, expected, held
from builder.facts.introductions import introduced as known_of
from builder.facts.membership import services_on
from builder.facts.parts import ContactIn, StepIn, case_forums, contacts, own_services, standing_forums
from builder.facts.portfolio import wholes
from builder.facts.pulse import keeping, last_year, series_of
from builder.model.confidentiality import ConfidentialityRule
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.introduction import Introduction
from builder.model.need import FamilyNeed
from builder.model.pathway import Pathway
from builder.model.plan import Plan
from builder.model.service import Service
from builder.model.vocabulary import Anchoring, Purpose, RuleKind
from builder.problem import NOTHING, Mark
from builder.rules.expectation import Finding, Findings, Lack, measure

#: The statement says what is lacking; a measure has no place and no sentence of its own.
_NOT = Finding(Mark(""), NOTHING)
_NO_LONGER = _NOT._replace(lack=Lack.STALE)


@measure("contact-filled", of=contacts)
def filled(contact: ContactIn, _handbook: Handbook) -> Findings:
    """Somebody holds the role."""
    if contact.value.vacant:
        yield _NOT


@measure("forum-agenda", of=asked_for(Demand.AGENDA))
def agenda(forum: Forum, _handbook: Handbook) -> Findings:
    """The forum has fixed points."""
    if not forum.agenda:
        yield _NOT


def held_forums(handbook: Handbook) -> tuple[Forum, ...]:
    """The standing forums that have been held."""
    return tuple(forum for forum in asked_for(Demand.CONTROL)(handbook) if forum.standing and forum.standing.arranged)


@measure("forum-followed-up", of=held_forums)
def followed_up(forum: Forum, _handbook: Handbook) -> Findings:
    """Somebody has looked whether what was decided is done."""
    if not (forum.standing and forum.standing.followed_up):
        yield _NOT


@measure("forum-pulse", of=asked_for(Demand.CONTROL))
def keeps_pulse(forum: Forum, handbook: Handbook) -> Findings:
    """It is noted what becomes of the meetings."""
    if not series_of(handbook, forum.id):
        yield _NOT


def measurable_forums(handbook: Handbook) -> tuple[Forum, ...]:
    """The forums with so many meetings in a year that they can be held against the criterion."""
    return tuple(one for one in keeping(handbook) if last_year(handbook, series_of(handbook, one.id)).measurable)


@measure("forum-cancelled", of=measurable_forums)
def seldom_cancelled(forum: Forum, handbook: Handbook) -> Findings:
    """Less is cancelled than where meetings have come to hold."""
    if not last_year(handbook, series_of(handbook, forum.id)).holds:
        yield _NOT


@measure("forum-anchored", of=asked_for(Demand.ANCHORING))
def anchored(forum: Forum, _handbook: Handbook) -> Findings:
    """The forum rests on law, a decision or an agreement."""
    if forum.anchoring is None or forum.anchoring is Anchoring.VOLUNTARY:
        yield _NOT


def system_forums(handbook: Handbook) -> tuple[Forum, ...]:
    """The standing forums that work with the system: what they cannot solve themselves, is for those above."""
    return tuple(forum for forum in asked_for(Demand.REPORTING)(handbook) if Purpose.SYSTEM in forum.purposes)


@measure("forum-reported-up", of=system_forums)
def reported_up(forum: Forum, _handbook: Handbook) -> Findings:
    """It is said how the leaders above come to know what is decided."""
    if not (forum.decisions and forum.decisions.reported_up):
        yield _NOT


@measure("forum-family", of=case_forums)
def family(forum: Forum, _handbook: Handbook) -> Findings:
    """A meeting around one child says how the family takes part."""
    if not forum.participation:
        yield _NOT


def trained_pathways(handbook: Handbook) -> tuple[Pathway, ...]:
    """The pathways, where there are any cases to practise on at all."""
    return handbook.pathways if handbook.training else ()


@measure("pathway-practised", of=trained_pathways)
def practised(pathway: Pathway, handbook: Handbook) -> Findings:
    """There is a case to practise the pathway on."""
    if not any(pathway.id in case.concerns.pathways for case in handbook.training):
        yield _NOT


def other_pathways(handbook: Handbook) -> tuple[Pathway, ...]:
    """The pathways in which services may disagree: not the route for it, and not those that are urgent."""
    route = handbook.municipality.disagreement
    return tuple(pathway for pathway in handbook.pathways if pathway.id != route and not pathway.urgent)


def every_pathway(handbook: Handbook) -> tuple[Pathway, ...]:
    """All pathways, also those the rule does not ask of."""
    return handbook.pathways


@measure("pathway-for-families", of=every_pathway)
def for_families(pathway: Pathway, _handbook: Handbook) -> Findings:
    """There is a page to give the family."""
    if not pathway.families:
        yield _NOT


def shared_pathways(handbook: Handbook) -> tuple[Pathway, ...]:
    """The pathways that several services are in; not those where somebody is in danger now."""
    return tuple(one for one in handbook.pathways if not one.urgent and len(services_on(handbook, one)) > 1)


@measure("pathway-goal", of=shared_pathways)
def shared_goal(pathway: Pathway, _handbook: Handbook) -> Findings:
    """The services say what they want to reach together."""
    if not pathway.goal:
        yield _NOT


@measure("pathway-to-disagreement", of=other_pathways)
def leads_to_route(pathway: Pathway, handbook: Handbook) -> Findings:
    """A pathway leads to the route for disagreement."""
    route = handbook.municipality.disagreement
    if not any(transition.pathway == route for step in pathway.steps for transition in step.transitions):
        yield _NOT


@measure("handover-agreed", of=handovers)
def handed_over(step: StepIn, handbook: Handbook) -> Findings:
    """Where a person goes over to others, somebody takes over, both are there for a time, and somebody may decide."""
    if not agreed(handbook, step.value):
        yield _NOT


@measure("pathway-way-back", of=regretted)
def way_back(pathway: Pathway, _handbook: Handbook) -> Findings:
    """Who regrets or falls back after others have taken over, can come back."""
    if not leads_back(pathway):
        yield _NOT


def networks(handbook: Handbook) -> tuple[Forum, ...]:
    """The standing forums."""
    return standing_forums(handbook)


@measure("forum-started-by", of=networks)
def started_by(forum: Forum, _handbook: Handbook) -> Findings:
    """It is known who set the network going."""
    if not forum.started_by:
        yield _NOT


@measure("forum-part-of", of=networks)
def part_of(forum: Forum, handbook: Handbook) -> Findings:
    """The network belongs to a plan or to a larger forum."""
    if not wholes(handbook, forum):
        yield _NOT


def plans(handbook: Handbook) -> tuple[Plan, ...]:
    """Every plan and agreement."""
    return handbook.plans


def needs(handbook: Handbook) -> tuple[FamilyNeed, ...]:
    """What is said of who decides and who pays."""
    return handbook.needs


@measure("need-settled", of=needs)
def settled(need: FamilyNeed, _handbook: Handbook) -> Findings:
    """Nothing of it is left open."""
    if need.unsettled:
        yield _NOT


@measure("plan-current", of=plans)
def current(plan: Plan, handbook: Handbook) -> Findings:
    """A plan applies, and somebody owns it until a day."""
    if plan.ended(handbook.today):
        yield _NO_LONGER
    elif not (plan.owner and plan.valid_to):
        yield _NOT


def own_services_where_some_agree(handbook: Handbook) -> tuple[Service, ...]:
    """The services the municipality runs, where there are any agreements at all."""
    return own_services(handbook) if agreements(handbook) else ()


@measure("service-agreed", of=own_services_where_some_agree)
def has_agreed(service: Service, handbook: Handbook) -> Findings:
    """The service, or the unit it is part of, has agreed with another what to expect of each other."""
    if not agreements_of(handbook, service):
        yield _NOT


@measure("service-onboarding", of=own_services)
def onboarding(service: Service, handbook: Handbook) -> Findings:
    """There is a checklist for those who are new in the service."""
    if not any(service.category in checklist.categories for checklist in handbook.onboarding):
        yield _NOT


@measure("workplace-introduced", of=expected)
def introduced(workplace: Workplace, handbook: Handbook) -> Findings:
    """The handbook was introduced at the workplace, not too long ago."""
    known = known_of(handbook, workplace)
    if known.last is None:
        yield _NOT
    elif known.late:
        yield _NO_LONGER


@measure("introduction-exercise", of=held)
def with_exercise(introduction: Introduction, _handbook: Handbook) -> Findings:
    """Those who were there tried the handbook on a case."""
    if not introduction.exercises:
        yield _NOT


@measure("service-users-asked", of=own_services)
def users_asked(service: Service, handbook: Handbook) -> Findings:
    """Those who get help from the service were asked what they think of it in the last year."""
    asked = service.users_asked
    if asked is None:
        yield _NOT
    elif asked.date < oldest_review(handbook.today):
        yield _NO_LONGER


def consent_rules(handbook: Handbook) -> tuple[ConfidentialityRule, ...]:
    """The rules of consent."""
    return tuple(rule for rule in handbook.rules if rule.kind is RuleKind.CONSENT)


@measure("rule-from-whom", of=consent_rules)
def from_whom(rule: ConfidentialityRule, _handbook: Handbook) -> Findings:
    """A rule of consent says who consents."""
    if not (rule.consent and rule.consent.from_whom):
        yield _NOT
