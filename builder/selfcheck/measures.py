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
from builder.rules.expectation import Findings, measure
from builder.selfcheck.lacks import NO_LONGER, NOT_MET, unless


@measure("contact-filled", of=contacts)
def filled(contact: ContactIn, _handbook: Handbook) -> Findings:
    """Somebody holds the role."""
    if contact.value.vacant:
        yield NOT_MET


@measure("forum-agenda", of=asked_for(Demand.AGENDA))
def agenda(forum: Forum, _handbook: Handbook) -> Findings:
    """The forum has fixed points."""
    return unless(forum.agenda)


def held_forums(handbook: Handbook) -> tuple[Forum, ...]:
    """The standing forums that have been held."""
    return tuple(forum for forum in asked_for(Demand.CONTROL)(handbook) if forum.standing and forum.standing.arranged)


@measure("forum-followed-up", of=held_forums)
def followed_up(forum: Forum, _handbook: Handbook) -> Findings:
    """Somebody has looked whether what was decided is done."""
    return unless(forum.standing and forum.standing.followed_up)


@measure("forum-pulse", of=asked_for(Demand.CONTROL))
def keeps_pulse(forum: Forum, handbook: Handbook) -> Findings:
    """It is noted what becomes of the meetings."""
    return unless(series_of(handbook, forum.id))


def measurable_forums(handbook: Handbook) -> tuple[Forum, ...]:
    """The forums with so many meetings in a year that they can be held against the criterion."""
    return tuple(one for one in keeping(handbook) if last_year(handbook, series_of(handbook, one.id)).measurable)


@measure("forum-cancelled", of=measurable_forums)
def seldom_cancelled(forum: Forum, handbook: Handbook) -> Findings:
    """Less is cancelled than where meetings have come to hold."""
    return unless(last_year(handbook, series_of(handbook, forum.id)).holds)


@measure("forum-anchored", of=asked_for(Demand.ANCHORING))
def anchored(forum: Forum, _handbook: Handbook) -> Findings:
    """The forum rests on law, a decision or an agreement."""
    if forum.anchoring is None or forum.anchoring is Anchoring.VOLUNTARY:
        yield NOT_MET


def system_forums(handbook: Handbook) -> tuple[Forum, ...]:
    """The standing forums that work with the system: what they cannot solve themselves, is for those above."""
    return tuple(forum for forum in asked_for(Demand.REPORTING)(handbook) if Purpose.SYSTEM in forum.purposes)


@measure("forum-reported-up", of=system_forums)
def reported_up(forum: Forum, _handbook: Handbook) -> Findings:
    """It is said how the leaders above come to know what is decided."""
    return unless(forum.decisions and forum.decisions.reported_up)


@measure("forum-family", of=case_forums)
def family(forum: Forum, _handbook: Handbook) -> Findings:
    """A meeting around one child says how the family takes part."""
    return unless(forum.participation)


def trained_pathways(handbook: Handbook) -> tuple[Pathway, ...]:
    """The pathways, where there are any cases to practise on at all."""
    return handbook.pathways if handbook.training else ()


@measure("pathway-practised", of=trained_pathways)
def practised(pathway: Pathway, handbook: Handbook) -> Findings:
    """There is a case to practise the pathway on."""
    return unless(any(pathway.id in case.concerns.pathways for case in handbook.training))


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
    return unless(pathway.families)


def shared_pathways(handbook: Handbook) -> tuple[Pathway, ...]:
    """The pathways that several services are in; not those where somebody is in danger now."""
    return tuple(one for one in handbook.pathways if not one.urgent and len(services_on(handbook, one)) > 1)


@measure("pathway-goal", of=shared_pathways)
def shared_goal(pathway: Pathway, _handbook: Handbook) -> Findings:
    """The services say what they want to reach together."""
    return unless(pathway.goal)


@measure("pathway-to-disagreement", of=other_pathways)
def leads_to_route(pathway: Pathway, handbook: Handbook) -> Findings:
    """A pathway leads to the route for disagreement."""
    route = handbook.municipality.disagreement
    if not any(transition.pathway == route for step in pathway.steps for transition in step.transitions):
        yield NOT_MET


@measure("handover-agreed", of=handovers)
def handed_over(step: StepIn, handbook: Handbook) -> Findings:
    """Where a person goes over to others, somebody takes over, both are there for a time, and somebody may decide."""
    return unless(agreed(handbook, step.value))


@measure("pathway-way-back", of=regretted)
def way_back(pathway: Pathway, _handbook: Handbook) -> Findings:
    """Who regrets or falls back after others have taken over, can come back."""
    return unless(leads_back(pathway))


def networks(handbook: Handbook) -> tuple[Forum, ...]:
    """The standing forums."""
    return standing_forums(handbook)


@measure("forum-started-by", of=networks)
def started_by(forum: Forum, _handbook: Handbook) -> Findings:
    """It is known who set the network going."""
    return unless(forum.started_by)


@measure("forum-part-of", of=networks)
def part_of(forum: Forum, handbook: Handbook) -> Findings:
    """The network belongs to a plan or to a larger forum."""
    return unless(wholes(handbook, forum))


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
        yield NOT_MET


@measure("plan-current", of=plans)
def current(plan: Plan, handbook: Handbook) -> Findings:
    """A plan applies, and somebody owns it until a day."""
    if plan.ended(handbook.today):
        yield NO_LONGER
    elif not (plan.owner and plan.valid_to):
        yield NOT_MET


def own_services_where_some_agree(handbook: Handbook) -> tuple[Service, ...]:
    """The services the municipality runs, where there are any agreements at all."""
    return own_services(handbook) if agreements(handbook) else ()


@measure("service-agreed", of=own_services_where_some_agree)
def has_agreed(service: Service, handbook: Handbook) -> Findings:
    """The service, or the unit it is part of, has agreed with another what to expect of each other."""
    return unless(agreements_of(handbook, service))


@measure("service-onboarding", of=own_services)
def onboarding(service: Service, handbook: Handbook) -> Findings:
    """There is a checklist for those who are new in the service."""
    return unless(any(service.category in checklist.categories for checklist in handbook.onboarding))


@measure("workplace-introduced", of=expected)
def introduced(workplace: Workplace, handbook: Handbook) -> Findings:
    """The handbook was introduced at the workplace, not too long ago."""
    known = known_of(handbook, workplace)
    if known.last is None:
        yield NOT_MET
    elif known.late:
        yield NO_LONGER


@measure("introduction-exercise", of=held)
def with_exercise(introduction: Introduction, _handbook: Handbook) -> Findings:
    """Those who were there tried the handbook on a case."""
    return unless(introduction.exercises)


@measure("service-users-asked", of=own_services)
def users_asked(service: Service, handbook: Handbook) -> Findings:
    """Those who get help from the service were asked what they think of it in the last year."""
    asked = service.users_asked
    if asked is None:
        yield NOT_MET
    elif asked.date < oldest_review(handbook.today):
        yield NO_LONGER


def consent_rules(handbook: Handbook) -> tuple[ConfidentialityRule, ...]:
    """The rules of consent."""
    return tuple(rule for rule in handbook.rules if rule.kind is RuleKind.CONSENT)


@measure("rule-from-whom", of=consent_rules)
def from_whom(rule: ConfidentialityRule, _handbook: Handbook) -> Findings:
    """A rule of consent says who consents."""
    return unless(rule.consent and rule.consent.from_whom)
